package matinee.server.chat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import matinee.server.sql.Session;

/// The rows of lines and their words, of a room by its key in the journal.
final class LineRows {
  private static final String INDEXED = "select revision from chat_index where room = ?";
  private static final String BEGIN =
      "insert into chat_index (room, revision) values (?, 0) on conflict do nothing";
  private static final String ADVANCE =
      "update chat_index set revision = ? where room = ? and revision = ?";
  private static final String ADD =
      "insert into chat_line (room, line, body, words) values (?, ?, ?, ?)";
  private static final String ADD_WORD =
      "insert into chat_word (room, word, line) values (?, ?, ?)";
  private static final String REMOVE =
      "delete from chat_line where room = ? and line = ? returning body, words";
  private static final String REMOVE_WORD =
      "delete from chat_word where room = ? and word = ? and line = ?";

  private LineRows() {}

  /// Up to which revision the room's events are indexed, 0 when none are.
  static long indexed(Session session, long room) throws SQLException {
    var select = session.statement(INDEXED);
    select.setLong(1, room);
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// Notes that the events up to `to` are indexed, if those up to `from` were; false if not. Others
  /// who would do the same wait until this is committed.
  static boolean advance(Session session, long room, long from, long to) throws SQLException {
    if (from == 0) {
      var begin = session.statement(BEGIN);
      begin.setLong(1, room);
      begin.executeUpdate();
    }
    var update = session.statement(ADVANCE);
    update.setLong(1, to);
    update.setLong(2, room);
    update.setLong(3, from);
    return update.executeUpdate() == 1;
  }

  static void add(Session session, long room, long line, String body, Collection<String> words)
      throws SQLException {
    var insert = session.statement(ADD);
    insert.setLong(1, room);
    insert.setLong(2, line);
    insert.setString(3, body);
    insert.setString(4, " " + String.join(" ", words) + " ");
    insert.executeUpdate();
    eachWord(session.statement(ADD_WORD), room, line, words);
  }

  /// Takes the line away, and gives the body that it had, if it was there.
  static Optional<String> remove(Session session, long room, long line) throws SQLException {
    var delete = session.statement(REMOVE);
    delete.setLong(1, room);
    delete.setLong(2, line);
    try (var rows = delete.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      var body = rows.getString(1);
      var words = List.of(rows.getString(2).strip().split(" "));
      eachWord(session.statement(REMOVE_WORD), room, line, words);
      return Optional.of(body);
    }
  }

  private static void eachWord(
      PreparedStatement statement, long room, long line, Collection<String> words)
      throws SQLException {
    for (var word : words) {
      statement.setLong(1, room);
      statement.setBytes(2, word.getBytes(StandardCharsets.UTF_8));
      statement.setLong(3, line);
      statement.addBatch();
    }
    statement.executeBatch();
  }
}
