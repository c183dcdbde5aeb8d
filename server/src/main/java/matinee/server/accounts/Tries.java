package matinee.server.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import matinee.server.sql.Database;

/// Counts passwords that were tried, over all servers of a database: ten, and no more until a
/// quarter of an hour has passed without one. A try is counted before its outcome is known, so that
/// many at once are not more.
///
/// What is counted is a `subject`, of which a digest is kept, whether there is such an account or
/// not. Blocks. Safe for use by any thread.
final class Tries {
  static final int AT_MOST = 10;
  static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private static final String TAKE =
      "insert into sign_in_try (subject, tries, last_ms) values (?, 1, ?)"
          + " on conflict (subject) do update set"
          + " tries = case when sign_in_try.last_ms <= ? then 1 else sign_in_try.tries + 1 end,"
          + " last_ms = excluded.last_ms"
          + " where sign_in_try.tries < ? or sign_in_try.last_ms <= ?";
  private static final String LAST = "select last_ms from sign_in_try where subject = ?";
  private static final String GIVE_BACK =
      "update sign_in_try set tries = tries - 1 where subject = ? and tries > 0";
  private static final String FORGET = "delete from sign_in_try where subject = ?";

  private final Database database;

  Tries(Database database) {
    this.database = database;
  }

  /// Counts one more try at `now`. Empty if it may be made; else how long until one may.
  Optional<Duration> take(String subject, Instant now) {
    var digest = digest(subject);
    long forgotten = now.minus(FORGOTTEN_AFTER).toEpochMilli();
    long waitMs =
        database.write(
            Opaque.place(digest),
            session -> {
              var take = session.statement(TAKE);
              take.setString(1, digest);
              take.setLong(2, now.toEpochMilli());
              take.setLong(3, forgotten);
              take.setInt(4, AT_MOST);
              take.setLong(5, forgotten);
              if (take.executeUpdate() == 1) {
                return 0L;
              }
              var last = session.statement(LAST);
              last.setString(1, digest);
              try (var rows = last.executeQuery()) {
                return rows.next() ? Math.max(1, rows.getLong(1) - forgotten) : 1L;
              }
            });
    return waitMs == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(waitMs));
  }

  /// The last try was not made.
  void giveBack(String subject) {
    change(GIVE_BACK, subject);
  }

  /// The password was right: all tries before are forgotten.
  void forget(String subject) {
    change(FORGET, subject);
  }

  private void change(String statement, String subject) {
    var digest = digest(subject);
    database.write(
        Opaque.place(digest),
        session -> {
          var change = session.statement(statement);
          change.setString(1, digest);
          return change.executeUpdate();
        });
  }

  private static String digest(String subject) {
    return Opaque.digest(subject.getBytes(StandardCharsets.UTF_8));
  }
}
