package matinee.server.screenings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Who comes to screenings, as rows of the server's database. Blocks. Safe for use by any thread.
final class AnswerRows {
  private static final String ALL =
      "select person, name, answer from screening_answer where screening = ?"
          + " order by changed_ms, person limit ?";
  private static final String COUNT = "select count(*) from screening_answer where screening = ?";
  private static final String CHANGE =
      "update screening_answer set name = ?, answer = ?, changed_ms = ?"
          + " where screening = ? and person = ?";
  private static final String ADD =
      "insert into screening_answer (name, answer, changed_ms, screening, person)"
          + " values (?, ?, ?, ?, ?)";
  private static final String FORGET = "delete from screening_answer where person = ?";
  private static final String CALL_OFF =
      "update screening set state = 'OFF', sequence = sequence + 1"
          + " where owner = ? and state = 'PLANNED'";
  private static final String UNNAME = "update screening set owner_name = '' where owner = ?";

  private final Database database;

  AnswerRows(Database database) {
    this.database = database;
  }

  /// In the order in which they were given, at most `limit`.
  List<Answer> of(ScreeningId screening, int limit) {
    return database.read(
        session -> {
          var select = session.statement(ALL);
          select.setString(1, screening.value());
          select.setInt(2, limit);
          var found = new ArrayList<Answer>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(
                  new Answer(
                      new Person(rows.getString(1)),
                      rows.getString(2),
                      Coming.valueOf(rows.getString(3))));
            }
          }
          return found;
        });
  }

  /// Puts `answer` in the place of the person's earlier one; false if it would be one more than
  /// `most`.
  boolean put(ScreeningId screening, Answer answer, Instant now, int most) {
    return database.write(
        ScreeningRows.PLACE,
        session -> {
          if (write(session, CHANGE, screening, answer, now) == 1) {
            return true;
          }
          var count = session.statement(COUNT);
          count.setString(1, screening.value());
          try (var rows = count.executeQuery()) {
            rows.next();
            if (rows.getInt(1) >= most) {
              return false;
            }
          }
          return write(session, ADD, screening, answer, now) == 1;
        });
  }

  private static int write(
      Session session, String sql, ScreeningId screening, Answer answer, Instant now)
      throws SQLException {
    var statement = session.statement(sql);
    statement.setString(1, answer.name());
    statement.setString(2, answer.coming().name());
    statement.setLong(3, now.toEpochMilli());
    statement.setString(4, screening.value());
    statement.setString(5, answer.person().value());
    return statement.executeUpdate();
  }

  /// What `gone` answered, and by what its calendar is fetched, is nowhere any more, what it
  /// planned is called off, and its name gone.
  static void forget(Session session, AccountId gone) throws SQLException {
    one(session, FORGET, Person.of(gone).value());
    FeedRows.forget(session, gone);
    one(session, CALL_OFF, gone.value());
    one(session, UNNAME, gone.value());
  }

  private static void one(Session session, String change, String key) throws SQLException {
    var statement = session.statement(change);
    statement.setString(1, key);
    statement.executeUpdate();
  }
}
