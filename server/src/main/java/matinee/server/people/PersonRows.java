package matinee.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Session;

/// What people have beside their accounts, as rows of the server's database. Used within a
/// transaction.
final class PersonRows {
  private static final int TRIES = 3;

  private static final String OF = "select handle, news, shown from person where account = ?";
  private static final String ADD =
      "insert into person (account, handle, news, news_ms) select id, ?, 0, ? from account"
          + " where id = ? on conflict do nothing";
  private static final String TELL =
      "update person set news = news + 1, news_ms = ? where account = ?";
  private static final String TELL_TARGET =
      "update person set news = news + 1, news_ms = ? where handle = ? or account in"
          + " (select id from account where email_key = ? and confirmed_ms is not null)";
  private static final String SHOW = "update person set shown = ? where account = ?";
  private static final String CHANGE_HANDLE =
      "update person set handle = ? where account = ? and not exists"
          + " (select 1 from person taken where taken.handle = ?)";

  private PersonRows() {}

  /// A handle, how often something was new, and whether friends may see that somebody is here.
  record Row(Handle handle, long news, boolean isShown) {}

  /// What `account` has.
  static Optional<Row> of(Session session, AccountId account) throws SQLException {
    var select = session.statement(OF);
    select.setString(1, account.value());
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? Optional.of(
              new Row(new Handle(rows.getString(1)), rows.getLong(2), rows.getInt(3) == 1))
          : Optional.empty();
    }
  }

  /// As [#of], made if it is wanted for the first time; empty if there is no such account.
  static Optional<Row> ensure(
      Session session, AccountId account, RandomGenerator chance, Instant now) throws SQLException {
    var known = of(session, account);
    for (int i = 0; known.isEmpty() && i < TRIES; i++) {
      var insert = session.statement(ADD);
      insert.setString(1, Handle.fresh(chance).value());
      insert.setLong(2, now.toEpochMilli());
      insert.setString(3, account.value());
      insert.executeUpdate();
      known = of(session, account);
    }
    return known;
  }

  /// Something is new for each of these. Until the transaction ends nobody else changes what they
  /// have: always taken in one order, so that two do not wait for one another.
  static void tell(Session session, Instant now, AccountId... accounts) throws SQLException {
    for (var account : Stream.of(accounts).map(AccountId::value).sorted().toList()) {
      var update = session.statement(TELL);
      update.setLong(1, now.toEpochMilli());
      update.setString(2, account);
      update.executeUpdate();
    }
  }

  /// Something is new for whoever `target` means, if anybody; how many that are.
  static int tell(Session session, Instant now, Target target) throws SQLException {
    var update = session.statement(TELL_TARGET);
    update.setLong(1, now.toEpochMilli());
    update.setString(2, target.key());
    update.setString(3, target.key());
    return update.executeUpdate();
  }

  /// From now on `account` has this handle, unless somebody has it; whether it has.
  static boolean change(Session session, AccountId account, Handle handle) throws SQLException {
    var update = session.statement(CHANGE_HANDLE);
    update.setString(1, handle.value());
    update.setString(2, account.value());
    update.setString(3, handle.value());
    return update.executeUpdate() == 1;
  }

  /// From now on friends of `account` may see that it is here, or not.
  static void show(Session session, AccountId account, boolean isShown) throws SQLException {
    var update = session.statement(SHOW);
    update.setInt(1, isShown ? 1 : 0);
    update.setString(2, account.value());
    update.executeUpdate();
  }
}
