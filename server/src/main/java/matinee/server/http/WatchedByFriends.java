package matinee.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import matinee.room.MediaRef;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.titles.FriendsTitle;
import matinee.server.titles.Titles;
import matinee.server.viewings.FriendsViewing;
import matinee.server.viewings.Viewings;
import tools.jackson.databind.node.ObjectNode;

/// What friends of somebody watched lately, each title once, the latest first: as far as the
/// friends let it be seen, and of it what that person may find, in the own library or in that of a
/// friend.
record WatchedByFriends(Titles titles, Viewings viewings) {
  private static final int MOST = 12;

  /// How many viewings are looked at.
  private static final int MOST_VIEWINGS = 100;

  /// A title, and who watched it, the latest first.
  record Watched(FriendsTitle title, List<FriendsViewing> by) {

    /// Says so in the answer about the title, as `me` sees it.
    ObjectNode put(ObjectNode json, AccountId me) {
      var owner = title.title().owner();
      if (!owner.equals(me)) {
        json.putObject("from").put("person", owner.value()).put("name", title.from());
      }
      var friends = json.putArray("watchedBy");
      for (var viewing : by) {
        friends
            .addObject()
            .put("person", viewing.friend().value())
            .put("name", viewing.name())
            .put("lastAt", viewing.last().toString())
            .put("now", viewing.isNow());
      }
      return json;
    }
  }

  List<Watched> of(AccountId me) {
    var found = new LinkedHashMap<MediaRef.Upload, List<FriendsViewing>>();
    for (var viewing : viewings.ofFriends(me, MOST_VIEWINGS)) {
      found.computeIfAbsent(viewing.film(), _ -> new ArrayList<>()).add(viewing);
    }
    var watched = new ArrayList<Watched>();
    for (var film : found.entrySet()) {
      if (watched.size() < MOST) {
        title(me, film.getKey()).ifPresent(it -> watched.add(new Watched(it, film.getValue())));
      }
    }
    return watched;
  }

  private Optional<FriendsTitle> title(AccountId me, MediaRef.Upload film) {
    return FilmId.isWellFormed(film.filmId())
        ? titles
            .own(me, film.filmId())
            .map(it -> new FriendsTitle(it, ""))
            .or(() -> titles.ofFriend(me, film.filmId()))
        : Optional.empty();
  }
}
