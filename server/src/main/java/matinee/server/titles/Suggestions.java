package matinee.server.titles;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.sql.Session;

/// What of somebody's library goes with what they watched lately: titles that have tags of that,
/// and are not among it. A tag counts the more, the later something with it was watched; what
/// friends watched counts half. Of titles with the same tags the newest comes first. The tags of a
/// series count for its episodes, and a series of which anything was watched is not suggested.
///
/// Looks at [#MOST_WATCHED] films and at [#MOST_TITLES] titles of each tag at most.
final class Suggestions {
  static final int MOST_WATCHED = 50;
  private static final double OF_FRIENDS = 0.5;
  private static final int MOST_TITLES = 200;
  private static final int MOST_TAGS = 20;

  private static final String TAGS = "select folded from title_tag where owner = ? and title = ?";
  private static final String TAGGED =
      "select g.title, t.added_ms from title_tag g join title t on t.id = g.title"
          + " where g.owner = ? and g.folded = ? and t.series = ''"
          + " order by t.added_ms desc, t.id desc limit ?";

  private final Session session;
  private final AccountId owner;

  /// Those that are watched, and their series.
  private final HashSet<String> known = new HashSet<>();

  private final Map<String, Double> weights = new LinkedHashMap<>();

  Suggestions(Session session, AccountId owner) {
    this.session = session;
    this.owner = owner;
  }

  private record Candidate(String title, double score, long addedMs) {}

  /// At most `limit` for who watched `watched`, and whose friends watched `friends`, both the
  /// latest first.
  List<Title> of(List<FilmId> watched, List<Title> friends, int limit) throws SQLException {
    int place = 1;
    for (var film : watched.subList(0, Math.min(MOST_WATCHED, watched.size()))) {
      learn(film.value(), 1.0 / place++);
    }
    place = 1;
    for (var title : friends.subList(0, Math.min(MOST_WATCHED, friends.size()))) {
      learn(title, OF_FRIENDS / place++);
    }
    var best = candidates().stream().limit(limit).map(Candidate::title).toList();
    return TitleRows.find(session, owner, best);
  }

  /// Learns from what a friend watched, which may be a title of anybody.
  private void learn(Title title, double weight) throws SQLException {
    weigh(title.owner(), title.id(), weight);
    if (title instanceof Title.OfFilm film && film.episode().isPresent()) {
      weigh(title.owner(), film.episode().get().series().value(), weight);
    }
  }

  private void learn(String film, double weight) throws SQLException {
    known.add(film);
    weigh(owner, film, weight);
    if (TitleRows.find(session, owner, film).orElse(null)
            instanceof Title.OfFilm(_, _, _, Optional<Title.Episode> episode, _)
        && episode.isPresent()
        && known.add(episode.get().series().value())) {
      weigh(owner, episode.get().series().value(), weight);
    }
  }

  private void weigh(AccountId whose, String title, double weight) throws SQLException {
    var select = session.statement(TAGS);
    select.setString(1, whose.value());
    select.setString(2, title);
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        weights.merge(rows.getString(1), weight, Double::sum);
      }
    }
  }

  private List<Candidate> candidates() throws SQLException {
    var found = new HashMap<String, Candidate>();
    var tags =
        weights.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_TAGS)
            .toList();
    for (var tag : tags) {
      var select = session.statement(TAGGED);
      select.setString(1, owner.value());
      select.setString(2, tag.getKey());
      select.setInt(3, MOST_TITLES);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var one = new Candidate(rows.getString(1), tag.getValue(), rows.getLong(2));
          found.merge(
              one.title(),
              one,
              (before, more) ->
                  new Candidate(before.title(), before.score() + more.score(), before.addedMs()));
        }
      }
    }
    return found.values().stream()
        .filter(it -> !known.contains(it.title()))
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .thenComparingLong(Candidate::addedMs)
                .reversed())
        .toList();
  }
}
