package matinee.server.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Length;
import matinee.room.MediaRef;
import matinee.server.access.Secret;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.renditions.Renditions.Sight;
import matinee.server.titles.Details;
import matinee.server.titles.FriendsTitle;
import matinee.server.titles.PosterId;
import matinee.server.titles.Posters;
import matinee.server.titles.Title;
import matinee.server.viewings.Viewing;
import matinee.server.viewings.Viewings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How titles look in answers, with their lengths and posters, and how far somebody came. A poster
/// is seen at an address that nobody guesses, so that it can stand in a page; it is told to who may
/// see the title. The one that the owner chose comes before the one that was made of the film; a
/// series without either has that of its first episode.
record TitleText(Library library, Viewings viewings, Secret secret) {
  private static final String POSTERS = "/api/posters/";
  private static final String PURPOSE = "poster";
  private static final String BEHIND_FILM = ".";

  /// As it is served `inside`.
  static TitleText of(WebServer.Inside inside) {
    var proofs = inside.proofs();
    var viewings = proofs.company().ofRooms().viewings();
    return new TitleText(inside.library(), viewings, proofs.credentials().secret());
  }

  /// Those of a page, and how many there are, as `account` sees them.
  ObjectNode page(Title.Page page, AccountId account) {
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("titles");
    all(page.titles(), account).forEach(array::add);
    return json.put("total", page.total());
  }

  /// At most `most` that go with what `owner` watched lately.
  ObjectNode suggested(AccountId owner, int most) {
    var watched = new ArrayList<FilmId>();
    for (var viewing : viewings.page(owner, 0, Viewings.MAX_PAGE).viewings()) {
      if (viewing.media().ref() instanceof MediaRef.Upload(var film) && FilmId.isWellFormed(film)) {
        watched.add(new FilmId(film));
      }
    }
    var friends = new WatchedByFriends(library.titles(), viewings).of(owner);
    var titles = friends.stream().map(it -> it.title().title()).toList();
    var suggested = library.titles().suggested(owner, watched, titles, most);
    return page(new Title.Page(suggested, suggested.size()), owner);
  }

  /// What friends of `me` watched lately, as far as `me` may find it.
  ObjectNode watchedByFriends(AccountId me) {
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("titles");
    var watched = new WatchedByFriends(library.titles(), viewings).of(me);
    var shown = all(watched.stream().map(it -> it.title().title()).toList(), me).iterator();
    watched.forEach(it -> array.add(it.put(shown.next(), me)));
    return json.put("total", watched.size());
  }

  /// Those of a page of friends, and how many there are, as `me` sees them.
  ObjectNode friends(FriendsTitle.Page page, AccountId me) {
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("titles");
    var shown = all(page.titles().stream().map(FriendsTitle::title).toList(), me).iterator();
    page.titles().forEach(it -> array.add(from(shown.next(), it)));
    return json.put("total", page.total());
  }

  /// One of a friend, as `me` sees it.
  ObjectNode friends(FriendsTitle title, AccountId me) {
    return from(one(title.title(), me), title);
  }

  private static ObjectNode from(ObjectNode json, FriendsTitle title) {
    json.putObject("from").put("person", title.title().owner().value()).put("name", title.from());
    return json;
  }

  /// Some of all titles of `owner`, without the first `from`.
  List<ObjectNode> everything(AccountId owner, int from) {
    return all(library.titles().everything(owner, from), owner);
  }

  /// Of the posters that `owner` chose, the next behind that of the title called `last`.
  Optional<Posters.Chosen> chosenPoster(AccountId owner, String last) {
    return library.posters().behind(owner, last);
  }

  /// One, with the picture itself.
  static ObjectNode chosen(Posters.Chosen poster) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", poster.title())
        .put("jpeg", Base64.getEncoder().encodeToString(poster.jpeg()));
  }

  /// What is known of some titles besides: how films look, which posters were chosen, by the ids of
  /// their titles, what somebody has watched, and which of the own titles friends find.
  private record Known(
      Map<FilmId, Sight> sights,
      Map<String, PosterId> chosen,
      Map<MediaRef, Viewing> watched,
      Set<String> shown) {}

  private List<ObjectNode> all(List<Title> some, AccountId account) {
    var covers = some.stream().map(TitleText::cover).toList();
    var sights = library.renditions().sights(covers);
    var ids = Stream.concat(some.stream().map(Title::id), covers.stream().map(FilmId::value));
    var chosen = library.posters().of(ids.collect(Collectors.toSet()));
    var watched =
        viewings.latest(
            account, covers.stream().map(it -> new MediaRef.Upload(it.value())).toList());
    var own = some.stream().filter(it -> it.owner().equals(account)).map(Title::id).toList();
    var known = new Known(sights, chosen, watched, library.titles().shown(own));
    return some.stream().map(it -> title(it, known)).toList();
  }

  /// One, as `account` sees it, with how large its file is if it is a film.
  ObjectNode one(Title title, AccountId account) {
    var json = all(List.of(title), account).getFirst();
    if (title instanceof Title.OfFilm it) {
      library.films().find(it.film()).ifPresent(film -> json.put("sizeBytes", film.sizeBytes()));
    }
    return json;
  }

  /// The film whose poster stands for `title`.
  private static FilmId cover(Title title) {
    return switch (title) {
      case Title.OfFilm it -> it.film();
      case Title.OfSeries it -> it.first();
    };
  }

  private ObjectNode title(Title title, Known known) {
    var json = JsonNodeFactory.instance.objectNode();
    var sight = Optional.ofNullable(known.sights().get(cover(title)));
    switch (title) {
      case Title.OfFilm it -> {
        json.put("type", "film").put("id", it.film().value()).put("title", it.fullName());
        it.episode().ifPresent(episode -> json.set("episode", episode(episode)));
        sight.ifPresent(seen -> seen.lengthMs().ifPresent(ms -> json.put("lengthMs", ms)));
        Optional.ofNullable(known.watched().get(new MediaRef.Upload(it.film().value())))
            .ifPresent(viewing -> json.set("watched", watched(viewing)));
      }
      case Title.OfSeries it ->
          json.put("type", "series")
              .put("id", it.series().value())
              .put("title", it.details().name())
              .put("episodes", it.episodes());
    }
    details(json, title.details());
    json.put("addedAt", title.added().toString());
    var own = Optional.ofNullable(known.chosen().get(title.id()));
    own.ifPresent(_ -> json.put("ownPoster", true));
    if (known.shown().contains(title.id())) {
      json.put("shown", true);
    }
    var cover = cover(title);
    own.map(TitleText::address)
        .or(() -> poster(cover, known.chosen(), sight))
        .ifPresent(it -> json.put("poster", it));
    return json;
  }

  /// Where the posters of `films` are, of those that have one, in their order.
  SequencedMap<FilmId, String> posters(List<FilmId> films) {
    var sights = library.renditions().sights(films);
    var chosen = library.posters().of(films.stream().map(FilmId::value).toList());
    var posters = new LinkedHashMap<FilmId, String>();
    for (var film : films) {
      poster(film, chosen, Optional.ofNullable(sights.get(film)))
          .ifPresent(it -> posters.put(film, it));
    }
    return posters;
  }

  /// Where the poster of `film` is: of those that were chosen for titles, or the one that was made.
  private Optional<String> poster(
      FilmId film, Map<String, PosterId> chosen, Optional<Sight> sight) {
    return Optional.ofNullable(chosen.get(film.value()))
        .map(TitleText::address)
        .or(() -> sight.filter(Sight::hasPoster).map(_ -> POSTERS + made(film)));
  }

  /// Where the poster is that is seen by `poster`.
  static String address(PosterId poster) {
    return POSTERS + poster.value();
  }

  private static ObjectNode watched(Viewing viewing) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("positionMs", viewing.positionMs()).put("lastAt", viewing.last().toString());
    if (viewing.media().length() instanceof Length.Known(long ms)) {
      json.put("lengthMs", ms);
    }
    return json;
  }

  private static void details(ObjectNode json, Details details) {
    json.put("name", details.name()).put("description", details.description());
    details.year().ifPresent(it -> json.put("year", it));
    var tags = json.putArray("tags");
    details.tags().forEach(tags::add);
  }

  private static ObjectNode episode(Title.Episode episode) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("series", episode.series().value())
        .put("name", episode.seriesName())
        .put("season", episode.season())
        .put("number", episode.number());
  }

  private String made(FilmId film) {
    return film.value() + BEHIND_FILM + secret.prove(PURPOSE, film.value());
  }

  /// The film of which the poster was made that this server has named `poster`.
  Optional<FilmId> filmOfPoster(String poster) {
    int end = poster.lastIndexOf(BEHIND_FILM);
    return end < 0
        ? Optional.empty()
        : Optional.of(poster.substring(0, end))
            .filter(FilmId::isWellFormed)
            .filter(it -> secret.isProved(poster.substring(end + 1), PURPOSE, it))
            .map(FilmId::new);
  }
}
