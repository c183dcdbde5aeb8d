package matinee.server.screenings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import matinee.server.sql.Writing;

/// Who was reminded of which screening, as rows of the server's database. Blocks. Safe for use by
/// any thread.
final class ReminderRows {
  private static final String DUE =
      "select a.screening, a.person from screening_answer a join screening s on s.id = a.screening"
          + " where s.state = 'PLANNED' and s.start_ms > ? and s.start_ms <= ?"
          + " and a.answer = 'YES' and a.person like 'account %' and a.reminded_ms is null"
          + " order by s.start_ms, a.person limit ?";
  private static final String MARK =
      "update screening_answer set reminded_ms = ? where screening = ? and person = ?"
          + " and answer = 'YES' and reminded_ms is null";
  private static final String FORGET =
      "update screening_answer set reminded_ms = null where screening = ?";

  private final Database database;

  /// That `person` is to be reminded of `screening`.
  record Due(ScreeningId screening, AccountId person) {}

  ReminderRows(Database database) {
    this.database = database;
  }

  /// Who said yes to what begins after `now` and at `until` at the latest, and was not reminded.
  List<Due> due(Instant now, Instant until, int limit) {
    return database.read(
        session -> {
          var select = session.statement(DUE);
          select.setLong(1, now.toEpochMilli());
          select.setLong(2, until.toEpochMilli());
          select.setInt(3, limit);
          var due = new ArrayList<Due>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              due.add(
                  new Due(new ScreeningId(rows.getString(1)), Person.account(rows.getString(2))));
            }
          }
          return due;
        });
  }

  /// Does what `letter` is, together with the note that it was done, unless that was noted before;
  /// whether it was not.
  boolean remind(Due due, Instant now, Optional<Writing> letter) {
    return database.write(
        ScreeningRows.PLACE,
        session -> {
          var mark = session.statement(MARK);
          mark.setLong(1, now.toEpochMilli());
          mark.setString(2, due.screening().value());
          mark.setString(3, Person.of(due.person()).value());
          if (mark.executeUpdate() != 1) {
            return false;
          }
          if (letter.isPresent()) {
            letter.get().on(session);
          }
          return true;
        });
  }

  /// Whoever was reminded is reminded once more: it begins at another time.
  static void forget(Session session, ScreeningId moved) throws SQLException {
    var forget = session.statement(FORGET);
    forget.setString(1, moved.value());
    forget.executeUpdate();
  }
}
