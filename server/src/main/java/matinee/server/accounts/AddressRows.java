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
          + " (account, email, email_key, confirmed_ms, wanted, wanted_key, asked_ms, sent_ms,"
          + " device) values (?, ?, ?, ?, ?, ?, ?, ?, (select name from device where id = ?))"
          + " on conflict (account, email_key) do update set"
          + " email = excluded.email, confirmed_ms = excluded.confirmed_ms,"
          + " wanted = excluded.wanted, wanted_key = excluded.wanted_key,"
          + " asked_ms = excluded.asked_ms, sent_ms = excluded.sent_ms, device = excluded.device,"
          + " changed_ms = null, withdrawn_ms = null";
  private static final String ALL =
      "select email, confirmed_ms, wanted, asked_ms, device, sent_ms, changed_ms, withdrawn_ms"
          + " from address_change where account = ? order by asked_ms";
  private static final String IS_WAITING =
      " where account = ? and email_key = ? and asked_ms = ?"
          + " and changed_ms is null and withdrawn_ms is null";
  private static final String SEND = "update address_change set sent_ms = ?" + IS_WAITING;
  private static final String WITHDRAW = "update address_change set withdrawn_ms = ?" + IS_WAITING;
  private static final String DONE =
      "update address_change set changed_ms = ? where account = ? and email_key = ?";
  private static final String MOVE =
      "update account set email = ?, email_key = ?, confirmed_ms = ?"
          + " where id = ? and email_key = ?"
          + " and exists (select 1 from address_change c where c.account = account.id"
          + " and c.email_key = account.email_key and c.asked_ms = ? and c.changed_ms is null"
          + " and c.withdrawn_ms is null)"
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

  /// An account leaves `before`, confirmed then or not, for `wanted`; what came of it says `end`.
  record Change(
      EmailAddress before,
      Optional<Instant> confirmed,
      EmailAddress wanted,
      Asked asked,
      End end) {}

  /// It was asked for `at` this time, on a device of this name, and the letter about it was last
  /// `sent` then.
  record Asked(Instant at, DeviceName device, Instant sent) {}

  /// What came of a change: it waits for an answer to the letter, was done, or is wanted no more.
  sealed interface End {
    record Waiting() implements End {}

    record Changed(Instant at) implements End {}

    record Withdrawn(Instant at) implements End {}
  }

  AddressRows(Database database) {
    this.database = database;
  }

  /// From now on `account` wants this address instead of its own, as it said on `device`, and none
  /// that it wanted before.
  static void want(
      Session session, Account account, DeviceId device, EmailAddress wanted, Instant now)
      throws SQLException {
    var want = session.statement(WANT);
    want.setString(1, account.id().value());
    want.setString(2, account.email().value());
    want.setString(3, account.email().key());
    setOptional(want, 4, account.confirmed());
    want.setString(5, wanted.value());
    want.setString(6, wanted.key());
    want.setLong(7, now.toEpochMilli());
    want.setLong(8, now.toEpochMilli());
    want.setString(9, device.value());
    want.executeUpdate();
  }

  /// Notes that the letter about `wish` is sent again; whether it still waits for an answer.
  boolean send(AccountId account, Change wish, Instant now) {
    return database.write(session -> isNoted(session, SEND, account, wish, now));
  }

  /// From now on `wish` is wanted no more, and can still be undone; whether it was waiting.
  static boolean withdraw(Session session, AccountId account, Change wish, Instant now)
      throws SQLException {
    return isNoted(session, WITHDRAW, account, wish, now);
  }

  private static boolean isNoted(
      Session session, String statement, AccountId account, Change wish, Instant now)
      throws SQLException {
    var note = session.statement(statement);
    note.setLong(1, now.toEpochMilli());
    note.setString(2, account.value());
    note.setString(3, wish.before().key());
    note.setLong(4, wish.asked().at().toEpochMilli());
    return note.executeUpdate() == 1;
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
        asked(rows),
        end(rows));
  }

  private static Asked asked(ResultSet rows) throws SQLException {
    var at = Instant.ofEpochMilli(rows.getLong(4));
    var device = Optional.ofNullable(rows.getString(5)).map(DeviceName::new);
    return new Asked(at, device.orElse(DeviceName.NONE), instant(rows, 6).orElse(at));
  }

  private static End end(ResultSet rows) throws SQLException {
    var changed = instant(rows, 7).<End>map(End.Changed::new);
    var withdrawn = instant(rows, 8).<End>map(End.Withdrawn::new);
    return changed.or(() -> withdrawn).orElseGet(End.Waiting::new);
  }

  private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
    long ms = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
  }

  /// Gives the account the address that it wants, confirmed; whether it did: it no longer does if
  /// the account wants another since or this one no more, or somebody else has the address or had
  /// it lately.
  static boolean change(Session session, AccountId account, Change wish, Instant now)
      throws SQLException {
    var move = session.statement(MOVE);
    move.setString(1, wish.wanted().value());
    move.setString(2, wish.wanted().key());
    move.setLong(3, now.toEpochMilli());
    move.setString(4, account.value());
    move.setString(5, wish.before().key());
    move.setLong(6, wish.asked().at().toEpochMilli());
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
    forget.setLong(2, change.asked().at().toEpochMilli());
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
