package matinee.server.mail;

import java.sql.SQLException;
import java.time.Instant;
import matinee.server.sql.Session;

/// Who wants no letters any more of those that nobody has to get, as rows that all servers of a
/// database share.
final class StopRows {
  private static final String IS_STOPPED = "select 1 from mail_stop where addressee = ?";
  private static final String STOP =
      "insert into mail_stop (addressee, stopped_ms) values (?, ?)"
          + " on conflict (addressee) do nothing";
  private static final String END_WAITING =
      "update mail_letter set state = 'failed', ended_ms = ?, subject = '', plain = '', html = ''"
          + " where stop_addressee = ? and ended_ms is null";

  private StopRows() {}

  /// Does the addressee of `letter` want none like it?
  static boolean isStopped(Session session, Letter letter) throws SQLException {
    if (letter.stop().isEmpty()) {
      return false;
    }
    var select = session.statement(IS_STOPPED);
    select.setString(1, letter.stop().get().addressee());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// From `now` on `addressee` gets none, those that wait included.
  static void stop(Session session, String addressee, Instant now) throws SQLException {
    var insert = session.statement(STOP);
    insert.setString(1, addressee);
    insert.setLong(2, now.toEpochMilli());
    insert.executeUpdate();
    var end = session.statement(END_WAITING);
    end.setLong(1, now.toEpochMilli());
    end.setString(2, addressee);
    end.executeUpdate();
  }
}
