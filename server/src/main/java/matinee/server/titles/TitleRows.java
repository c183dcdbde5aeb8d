package matinee.server.titles;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.sql.Session;
import matinee.server.sql.Several;
import matinee.server.titles.Title.Episode;

/// Titles as rows of the server's database, with the words and tags by which they are found. Used
/// within a transaction.
final class TitleRows {
  /// Of a series, how many episodes there are and which comes first; of an episode, of what.
  static final String COLUMNS =
      "select t.id, t.owner, t.name, t.year, t.description, t.tags, t.series_key is null, t.series,"
          + " t.season, t.episode, t.added_ms,"
          + " (select s.name from title s where s.id = t.series),"
          + " (select count(*) from title e where e.series = t.id),"
          + " (select e.id from title e where e.series = t.id"
          + " order by e.season, e.episode, e.id limit 1) from title t";

  private static final String FIND = COLUMNS + " where t.owner = ? and t.id = ?";
  private static final String FIND_SEVERAL =
      COLUMNS + " where t.owner = ? and t.id in " + Several.VALUES;
  private static final String EVERYTHING =
      COLUMNS + " where t.owner = ? order by t.id limit ? offset ?";
  private static final String EPISODES =
      COLUMNS
          + " where t.owner = ? and t.series = ? order by t.season, t.episode, t.id limit ? offset ?";
  private static final String COUNT_EPISODES =
      "select count(*) from title where owner = ? and series = ?";
  private static final String SERIES = "select id from title where owner = ? and series_key = ?";
  private static final String ADD =
      "insert into title (id, owner, name, folded, sort_key, year, description, tags, series_key,"
          + " series, season, episode, added_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String CHANGE =
      "update title set name = ?, folded = ?, sort_key = ?, year = ?, description = ?, tags = ?"
          + " where owner = ? and id = ?";
  private static final String PLACE =
      "update title set series = ?, season = ?, episode = ? where owner = ? and id = ?";
  private static final String GREW =
      "update title set added_ms = ? where owner = ? and id = ? and added_ms < ?";
  private static final String RENAMED =
      "update title set series_key = ? where owner = ? and id = ? and not exists"
          + " (select 1 from title other where other.owner = ? and other.series_key = ?"
          + " and other.id <> ?)";
  private static final String ADD_WORD =
      "insert into title_word (owner, word, title) values (?, ?, ?)";
  private static final String ADD_TAG =
      "insert into title_tag (owner, folded, title, tag) values (?, ?, ?, ?)";
  private static final String EMPTY_SERIES =
      "select 1 from title where owner = ? and series = ? limit 1";

  private TitleRows() {}

  static Optional<Title> find(Session session, AccountId owner, String id) throws SQLException {
    var select = session.statement(FIND);
    select.setString(1, owner.value());
    select.setString(2, id);
    return read(select).stream().findFirst();
  }

  /// Those of `owner` that are called `ids`, in that order.
  static List<Title> find(Session session, AccountId owner, List<String> ids) throws SQLException {
    var found = new HashMap<String, Title>();
    Several.ask(
        session,
        FIND_SEVERAL,
        List.of(owner.value()),
        ids,
        row -> found.put(row.getString(1), title(row)));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  /// At most `limit` of the episodes of `series`, in their order, without the first `from`, and how
  /// many there are.
  static Title.Page episodes(Session session, AccountId owner, SeriesId series, int from, int limit)
      throws SQLException {
    var count = session.statement(COUNT_EPISODES);
    count.setString(1, owner.value());
    count.setString(2, series.value());
    int total = number(count);
    var select = session.statement(EPISODES);
    select.setString(1, owner.value());
    select.setString(2, series.value());
    select.setInt(3, limit);
    select.setInt(4, from);
    return new Title.Page(read(select), total);
  }

  /// At most `limit` of all titles of `owner`, without the first `from`.
  static List<Title> everything(Session session, AccountId owner, int from, int limit)
      throws SQLException {
    var select = session.statement(EVERYTHING);
    select.setString(1, owner.value());
    select.setInt(2, limit);
    select.setInt(3, from);
    return read(select);
  }

  static int number(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// What stands in rows of [#COLUMNS].
  static List<Title> read(PreparedStatement select) throws SQLException {
    var titles = new ArrayList<Title>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        titles.add(title(rows));
      }
    }
    return titles;
  }

  private static Title title(ResultSet row) throws SQLException {
    var owner = new AccountId(row.getString(2));
    int number = row.getInt(4);
    var year = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    var details = new Details(row.getString(3), year, row.getString(5), lines(row.getString(6)));
    var added = Instant.ofEpochMilli(row.getLong(11));
    if (!row.getBoolean(7)) {
      return new Title.OfSeries(
          new SeriesId(row.getString(1)),
          owner,
          details,
          row.getInt(13),
          new FilmId(Optional.ofNullable(row.getString(14)).orElse(row.getString(1))),
          added);
    }
    var series = row.getString(8);
    var episode =
        series.isEmpty()
            ? Optional.<Episode>empty()
            : Optional.of(
                new Episode(
                    new SeriesId(series),
                    Optional.ofNullable(row.getString(12)).orElse(""),
                    row.getInt(9),
                    row.getInt(10)));
    return new Title.OfFilm(new FilmId(row.getString(1)), owner, details, episode, added);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  /// What is not there yet: a series, if it has a key, else a film, perhaps one among `episode`s.
  record Fresh(
      String id,
      Optional<String> seriesKey,
      Details details,
      Optional<Episode> episode,
      Instant added) {}

  /// Makes rows of those of `titles` of `owner` that are not there, which are found from now on.
  static void add(Session session, AccountId owner, List<Fresh> titles) throws SQLException {
    var insert = session.statement(ADD);
    for (var title : titles) {
      var details = title.details();
      insert.setString(1, title.id());
      insert.setString(2, owner.value());
      insert.setString(3, details.name());
      insert.setString(4, Folding.folded(details.name()));
      insert.setBytes(5, Folding.sortKey(details.name()));
      setYear(insert, 6, details.year());
      insert.setString(7, details.description());
      insert.setString(8, String.join("\n", details.tags()));
      insert.setString(9, title.seriesKey().orElse(null));
      insert.setString(10, title.episode().map(it -> it.series().value()).orElse(""));
      insert.setInt(11, title.episode().map(Episode::season).orElse(0));
      insert.setInt(12, title.episode().map(Episode::number).orElse(0));
      insert.setLong(13, title.added().toEpochMilli());
      insert.addBatch();
    }
    int[] added = insert.executeBatch();
    var said = new HashMap<String, Details>();
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 1) {
        said.put(titles.get(i).id(), titles.get(i).details());
      }
    }
    index(session, owner, said);
  }

  private static void setYear(PreparedStatement statement, int at, OptionalInt year)
      throws SQLException {
    if (year.isPresent()) {
      statement.setInt(at, year.getAsInt());
    } else {
      statement.setNull(at, Types.INTEGER);
    }
  }

  /// The series of `owner` that is known by `key`.
  static Optional<SeriesId> series(Session session, AccountId owner, String key)
      throws SQLException {
    var select = session.statement(SERIES);
    select.setString(1, owner.value());
    select.setString(2, key);
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(new SeriesId(rows.getString(1))) : Optional.empty();
    }
  }

  /// Says `details` of the title called `id`, which is found by them from now on; false if `owner`
  /// has none such.
  static boolean describe(Session session, AccountId owner, String id, Details details)
      throws SQLException {
    var update = session.statement(CHANGE);
    update.setString(1, details.name());
    update.setString(2, Folding.folded(details.name()));
    update.setBytes(3, Folding.sortKey(details.name()));
    setYear(update, 4, details.year());
    update.setString(5, details.description());
    update.setString(6, String.join("\n", details.tags()));
    update.setString(7, owner.value());
    update.setString(8, id);
    if (update.executeUpdate() == 0) {
      return false;
    }
    unindex(session, id);
    index(session, owner, Map.of(id, details));
    return true;
  }

  /// Titles are found by what is `said` of them, by their ids.
  private static void index(Session session, AccountId owner, Map<String, Details> said)
      throws SQLException {
    var insertWord = session.statement(ADD_WORD);
    var insertTag = session.statement(ADD_TAG);
    for (var title : said.entrySet()) {
      for (var word : new LinkedHashSet<>(Folding.findable(text(title.getValue())))) {
        insertWord.setString(1, owner.value());
        insertWord.setBytes(2, word.getBytes(StandardCharsets.UTF_8));
        insertWord.setString(3, title.getKey());
        insertWord.addBatch();
      }
      for (var tag : title.getValue().tags()) {
        insertTag.setString(1, owner.value());
        insertTag.setString(2, Folding.key(tag));
        insertTag.setString(3, title.getKey());
        insertTag.setString(4, tag);
        insertTag.addBatch();
      }
    }
    insertWord.executeBatch();
    insertTag.executeBatch();
  }

  private static String text(Details details) {
    var year = details.year().isPresent() ? String.valueOf(details.year().getAsInt()) : "";
    return String.join(
        " ", details.name(), year, String.join(" ", details.tags()), details.description());
  }

  private static void unindex(Session session, String id) throws SQLException {
    one(session, "delete from title_word where title = ?", id);
    one(session, "delete from title_tag where title = ?", id);
  }

  /// Puts the film called `id` there among the episodes of a series, or takes it out of its series.
  static void place(Session session, AccountId owner, String id, Optional<Episode> episode)
      throws SQLException {
    var update = session.statement(PLACE);
    update.setString(1, episode.map(it -> it.series().value()).orElse(""));
    update.setInt(2, episode.map(Episode::season).orElse(0));
    update.setInt(3, episode.map(Episode::number).orElse(0));
    update.setString(4, owner.value());
    update.setString(5, id);
    update.executeUpdate();
  }

  /// The series has an episode that came then.
  static void grew(Session session, AccountId owner, SeriesId series, Instant added)
      throws SQLException {
    var update = session.statement(GREW);
    update.setLong(1, added.toEpochMilli());
    update.setString(2, owner.value());
    update.setString(3, series.value());
    update.setLong(4, added.toEpochMilli());
    update.executeUpdate();
  }

  /// The series is known by `key` from now on; false if another of `owner` is.
  static boolean rename(Session session, AccountId owner, SeriesId series, String key)
      throws SQLException {
    var update = session.statement(RENAMED);
    update.setString(1, key);
    update.setString(2, owner.value());
    update.setString(3, series.value());
    update.setString(4, owner.value());
    update.setString(5, key);
    update.setString(6, series.value());
    return update.executeUpdate() == 1;
  }

  /// Removes the series if it has no episodes any more.
  static void removeIfEmpty(Session session, AccountId owner, SeriesId series) throws SQLException {
    var select = session.statement(EMPTY_SERIES);
    select.setString(1, owner.value());
    select.setString(2, series.value());
    try (var rows = select.executeQuery()) {
      if (rows.next()) {
        return;
      }
    }
    remove(session, series.value());
  }

  /// Removes the title called `id`, with the poster that was chosen for it.
  static void remove(Session session, String id) throws SQLException {
    unindex(session, id);
    one(session, "delete from poster where title = ?", id);
    one(session, "delete from title_shown where title = ?", id);
    one(session, "delete from title where id = ?", id);
  }

  /// Removes all of `owner`.
  static void removeAll(Session session, AccountId owner) throws SQLException {
    one(session, "delete from title_word where owner = ?", owner.value());
    one(session, "delete from title_tag where owner = ?", owner.value());
    one(session, "delete from poster where owner = ?", owner.value());
    one(session, "delete from title_shown where owner = ?", owner.value());
    one(session, "delete from title where owner = ?", owner.value());
  }

  private static void one(Session session, String change, String of) throws SQLException {
    var statement = session.statement(change);
    statement.setString(1, of);
    statement.executeUpdate();
  }
}
