package matinee.server.titles;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Session;

/// Finds titles of one owner. Each word is looked for as a range of the index; the words of a
/// series count for each of its episodes. Where a series is found by itself, its episodes are not
/// told besides.
final class TitleQuery {
  private static final String ALL = " where t.owner = ? and t.series = ''";
  private static final String COUNT = "select count(*) from title t";

  /// The titles that have the `n`th word, and the episodes of series that do.
  private static final String WITH_WORD =
      "select id from (select title id from title_word where owner = ? and word >= ? and word < ?"
          + " union select e.id from title_word w join title e on e.series = w.title"
          + " where w.owner = ? and w.word >= ? and w.word < ?) w%d";

  private static final String WITH_TAG =
      "select id from (select title id from title_tag where owner = ? and folded = ?) g";

  private static final String HITS =
      " where t.owner = ? and t.id in (select id from hit)"
          + " and (t.series = '' or t.series not in (select id from hit))";

  /// What is called so comes before what only has the words somewhere.
  private static final String BEST_FIRST =
      " order by case when t.folded like ? then 0 when t.folded like ? then 1 else 2 end,"
          + " t.sort_key, t.season, t.episode, t.id";

  private final Session session;
  private final AccountId owner;
  private final Wanted wanted;

  TitleQuery(Session session, AccountId owner, Wanted wanted) {
    this.session = session;
    this.owner = owner;
    this.wanted = wanted;
  }

  /// At most `limit` of them, without the first `from`, and how many there are.
  Title.Page page(int from, int limit) throws SQLException {
    return wanted.isAll() ? all(from, limit) : found(from, limit);
  }

  private Title.Page all(int from, int limit) throws SQLException {
    var count = session.statement(COUNT + ALL);
    count.setString(1, owner.value());
    int total = TitleRows.number(count);
    var order =
        switch (wanted.order()) {
          case ADDED -> " order by t.added_ms desc, t.id desc";
          case NAME -> " order by t.sort_key, t.id";
        };
    // What else is known is read of those alone that are shown, and not of those before them.
    var shown = "(select t.id from title t" + ALL + order + " limit ? offset ?)";
    var select = session.statement(TitleRows.COLUMNS + " where t.id in " + shown + order);
    select.setString(1, owner.value());
    select.setInt(2, limit);
    select.setInt(3, from);
    return new Title.Page(TitleRows.read(select), total);
  }

  private Title.Page found(int from, int limit) throws SQLException {
    var select =
        session.statement(
            "with hit as (" + hits() + ") select t.id from title t" + HITS + BEST_FIRST);
    int at = setHits(select);
    // No word has a character that means something here.
    var first = wanted.words().isEmpty() ? "" : wanted.words().getFirst();
    select.setString(at, " " + String.join(" ", wanted.words()) + "%");
    select.setString(at + 1, "% " + first + "%");
    var ids = new ArrayList<String>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    var shown = ids.subList(Math.min(from, ids.size()), Math.min(from + limit, ids.size()));
    return new Title.Page(TitleRows.find(session, owner, shown), ids.size());
  }

  private String hits() {
    var words =
        IntStream.range(0, wanted.words().size())
            .mapToObj(WITH_WORD::formatted)
            .collect(Collectors.joining(" intersect "));
    if (wanted.tag().isEmpty()) {
      return words;
    }
    return words.isEmpty() ? WITH_TAG : words + " intersect " + WITH_TAG;
  }

  /// Returns the index after the last one that was set.
  private int setHits(PreparedStatement select) throws SQLException {
    int at = 1;
    for (var word : wanted.words()) {
      for (int i = 0; i < 2; i++) {
        select.setString(at, owner.value());
        at = setRange(select, at + 1, word);
      }
    }
    if (!wanted.tag().isEmpty()) {
      select.setString(at, owner.value());
      select.setString(at + 1, wanted.tag());
      at += 2;
    }
    select.setString(at, owner.value());
    return at + 1;
  }

  /// Sets the first of the words that begin like `word`, and what comes behind the last. Returns
  /// the index after that.
  static int setRange(PreparedStatement statement, int at, String word) throws SQLException {
    var from = word.getBytes(StandardCharsets.UTF_8);
    var to = Arrays.copyOf(from, from.length + 1);
    to[from.length] = (byte) 0xff; // stands nowhere in UTF-8
    statement.setBytes(at, from);
    statement.setBytes(at + 1, to);
    return at + 2;
  }

  /// The tags of `owner`, those of most titles first, at most `most`.
  static List<TitleTag> tags(Session session, AccountId owner, int most) throws SQLException {
    var select =
        session.statement(
            "select min(tag), count(*) from title_tag where owner = ? group by folded"
                + " order by count(*) desc, folded limit ?");
    select.setString(1, owner.value());
    select.setInt(2, most);
    var tags = new ArrayList<TitleTag>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        tags.add(new TitleTag(rows.getString(1), rows.getInt(2)));
      }
    }
    return List.copyOf(tags);
  }
}
