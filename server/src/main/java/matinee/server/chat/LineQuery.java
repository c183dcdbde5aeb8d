package matinee.server.chat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import matinee.server.sql.Session;

/// Finds lines among those that are indexed. If one of the words is in few lines, these are looked
/// at, else all, from the newest back, which finds soon what is frequent; [#WINDOW] revisions in
/// one go at most.
final class LineQuery {
  private static final int FEW = 5_000;
  private static final int WINDOW = 20_000;
  private static final int STEP = 100;

  private static final String WITH_WORD =
      " from chat_word where room = ? and word >= ? and word < ? and line < ?";
  private static final String COUNT = "select count(*) from (select 1" + WITH_WORD + " limit ?) x";
  private static final String LINES = "select distinct line" + WITH_WORD + " order by line desc";
  private static final String READING = "select line, body from chat_line where room = ?";
  private static final String AMONG =
      " and line in (" + String.join(", ", Collections.nCopies(STEP, "?")) + ")";
  private static final String BETWEEN = " and line < ? and line >= ?";

  private final Session session;
  private final long room;
  private final List<String> words;
  private final int limit;
  private final List<Long> lines = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  LineQuery(Session session, long room, Wanted wanted, int limit) {
    this.session = session;
    this.room = room;
    words = wanted.words();
    this.limit = limit;
  }

  /// At most `limit` of the lines before `before` that have all the words.
  Found before(long before) throws SQLException {
    var rarest = words.getFirst();
    int least = FEW + 1;
    for (var word : words) {
      int count = count(word, before, least);
      if (count < least) {
        least = count;
        rarest = word;
      }
    }
    return least > FEW ? amongAll(before) : amongThoseWith(rarest, before);
  }

  /// How many words in lines begin like `word`, counted up to `most`.
  private int count(String word, long before, int most) throws SQLException {
    var select = session.statement(COUNT);
    select.setInt(setWord(select, word, before), most);
    try (var rows = select.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Found amongThoseWith(String word, long before) throws SQLException {
    var candidates = new ArrayList<Long>();
    var select = session.statement(LINES);
    var _ = setWord(select, word, before);
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        candidates.add(rows.getLong(1));
      }
    }
    for (int from = 0; from < candidates.size() && lines.size() <= limit; from += STEP) {
      look(candidates.subList(from, Math.min(candidates.size(), from + STEP)));
    }
    return found(OptionalLong.empty());
  }

  private void look(List<Long> among) throws SQLException {
    var select = session.statement(reading(AMONG));
    select.setLong(1, room);
    for (int i = 0; i < STEP; i++) {
      select.setLong(2 + i, among.get(Math.min(i, among.size() - 1)));
    }
    read(select, 2 + STEP);
  }

  private Found amongAll(long before) throws SQLException {
    long top = Math.min(before, LineRows.indexed(session, room) + 1);
    long floor = Math.max(1, top - WINDOW);
    var select = session.statement(reading(BETWEEN));
    select.setLong(1, room);
    select.setLong(2, top);
    select.setLong(3, floor);
    read(select, 4);
    return found(floor > 1 ? OptionalLong.of(floor) : OptionalLong.empty());
  }

  /// What has all the words, newest first.
  private String reading(String where) {
    return READING
        + where
        + " and words like ?".repeat(words.size())
        + " order by line desc limit ?";
  }

  private void read(PreparedStatement select, int index) throws SQLException {
    int at = index;
    for (var word : words) {
      select.setString(
          at++, "% " + word + "%"); // no word has a character that means something here
    }
    select.setInt(at, limit + 1 - lines.size());
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getLong(1));
        bodies.add(rows.getString(2));
      }
    }
  }

  /// `rest` is before which revision nothing was looked at.
  private Found found(OptionalLong rest) {
    return lines.size() > limit
        ? new Found(bodies.subList(0, limit), OptionalLong.of(lines.get(limit - 1)))
        : new Found(bodies, rest);
  }

  /// Returns the index after the last one that was set.
  private int setWord(PreparedStatement select, String word, long before) throws SQLException {
    var from = word.getBytes(StandardCharsets.UTF_8);
    var to = Arrays.copyOf(from, from.length + 1);
    to[from.length] = (byte) 0xff; // stands nowhere in UTF-8
    select.setLong(1, room);
    select.setBytes(2, from);
    select.setBytes(3, to);
    select.setLong(4, before);
    return 5;
  }
}
