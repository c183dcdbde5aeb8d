package matinee.server.accounts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Changes of addresses, as rows of the server's database: one for each address that an account has
/// or had and wants to leave, the newest. Blocks. Safe for use by any thread.
///
/// What changes them is done under the lock of the audit trail, so no two are done at once.
final class AddressRows {
  /// For how long a change can be undone, and nobody else gets the address.
  static final Duration UNDONE_WITHIN = Duration.ofDays(7);

  private static final String WANT =
      "insert into address_change"
          + " (account, email, email_key, confirmed_ms, wanted, wanted_key, asked_ms)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict (account, email_key) do update set"
          + " email = excluded.email, confirmed_ms = excluded.confirmed_ms,"
          + " wanted = excluded.wanted, wanted_key = excluded.wanted_key,"
          + " asked_ms = excluded.asked_ms, changed_ms = null";
  private static final String ALL =
      "select email, confirmed_ms, wanted, asked_ms, changed_ms from address_change"
          + " where account = ? order by asked_ms";
  private static final String DONE =
      "update address_change set changed_ms = ? where account = ? and email_key = ?";
  private static final String MOVE =
      "update account set email = ?, email_key = ?, confirmed_ms = ?"
          + " where id = ? and email_key = ?"
          + " and exists (select 1 from address_change c where c.account = account.id"
          + " and c.email_key = account.email_key and c.asked_ms = ? and c.changed_ms is null)"
          + " and not exists (select 1 from account other where other.email_key = ?)"
          + " and not exists (select 1 from address_change c where c.email_key = ?"
          + " and c.account <> account.id and c.changed_ms is not null and c.asked_ms > ?)";
  private static final String PUT_BACK =
      "update account set email = ?, email_key = ?, confirmed_ms = ?"
          + " where id = ? and email_key <> ?";
  private static final String FORGET_FROM =
      "delete from address_change where account = ? and asked_ms >= ?";
  private static final String FORGET = "delete from address_change where account = ?";
  private static final String KEEPER =
      "select account from address_change"
          + " where email_key = ? and changed_ms is not null and asked_ms > ?";

  private final Database database;

  /// An account leaves `before`, confirmed then or not, for `wanted`; it did so at `changed`.
  record Change(
      EmailAddress before,
      Optional<Instant> confirmed,
      EmailAddress wanted,
      Instant asked,
      Optional<Instant> changed) {}

  AddressRows(Database database) {
    this.database = database;
  }

  /// From now on `account` wants this address instead of its own, and none that it wanted before.
  static void want(Session session, Account account, EmailAddress wanted, Instant now)
      throws SQLException {
    var want = session.statement(WANT);
    want.setString(1, account.id().value());
    want.setString(2, account.email().value());
    want.setString(3, account.email().key());
    setOptional(want, 4, account.confirmed());
    want.setString(5, wanted.value());
    want.setString(6, wanted.key());
    want.setLong(7, now.toEpochMilli());
    want.executeUpdate();
  }

  /// The changes of the account that are known, the oldest first.
  List<Change> of(AccountId account) {
    return database.read(
        session -> {
          var select = session.statement(ALL);
          select.setString(1, account.value());
          try (var rows = select.executeQuery()) {
            var changes = new ArrayList<Change>();
            while (rows.next()) {
              changes.add(change(rows));
            }
            return List.copyOf(changes);
          }
        });
  }

  private static Change change(ResultSet rows) throws SQLException {
    return new Change(
        new EmailAddress(rows.getString(1)),
        instant(rows, 2),
        new EmailAddress(rows.getString(3)),
        Instant.ofEpochMilli(rows.getLong(4)),
        instant(rows, 5));
  }

  private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
    long ms = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
  }

  /// Gives the account the address that it wants, confirmed; whether it did: it no longer does if
  /// the account wants another since, or somebody else has the address or had it lately.
  static boolean change(Session session, AccountId account, Change wish, Instant now)
      throws SQLException {
    var move = session.statement(MOVE);
    move.setString(1, wish.wanted().value());
    move.setString(2, wish.wanted().key());
    move.setLong(3, now.toEpochMilli());
    move.setString(4, account.value());
    move.setString(5, wish.before().key());
    move.setLong(6, wish.asked().toEpochMilli());
    move.setString(7, wish.wanted().key());
    move.setString(8, wish.wanted().key());
    move.setLong(9, undoneSince(now));
    if (move.executeUpdate() == 0) {
      return false;
    }
    var done = session.statement(DONE);
    done.setLong(1, now.toEpochMilli());
    done.setString(2, account.value());
    done.setString(3, wish.before().key());
    return done.executeUpdate() == 1;
  }

  /// Puts the account back to before `change`, whether that was done or is only wanted, and forgets
  /// it and all that came later; whether it was still known.
  static boolean undo(Session session, AccountId account, Change change) throws SQLException {
    var forget = session.statement(FORGET_FROM);
    forget.setString(1, account.value());
    forget.setLong(2, change.asked().toEpochMilli());
    if (forget.executeUpdate() == 0) {
      return false;
    }
    var back = session.statement(PUT_BACK);
    back.setString(1, change.before().value());
    back.setString(2, change.before().key());
    setOptional(back, 3, change.confirmed());
    back.setString(4, account.value());
    back.setString(5, change.before().key());
    back.executeUpdate();
    return true;
  }

  private static void setOptional(PreparedStatement statement, int index, Optional<Instant> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(index, value.get().toEpochMilli());
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  /// Whose account had this address less than seven days ago, and may have it back.
  static Optional<AccountId> keeper(Session session, EmailAddress email, Instant now)
      throws SQLException {
    var select = session.statement(KEEPER);
    select.setString(1, email.key());
    select.setLong(2, undoneSince(now));
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(new AccountId(rows.getString(1))) : Optional.empty();
    }
  }

  private static long undoneSince(Instant now) {
    return now.minus(UNDONE_WITHIN).toEpochMilli();
  }

  /// The account is deleted, and nothing is known of its addresses any more.
  static void forget(Session session, AccountId account) throws SQLException {
    var forget = session.statement(FORGET);
    forget.setString(1, account.value());
    forget.executeUpdate();
  }
}
