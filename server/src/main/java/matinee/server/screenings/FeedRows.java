package matinee.server.screenings;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Opaque;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// By which secrets calendars fetch what people have planned and answered. Blocks. Safe for use by
/// any thread.
final class FeedRows {
  private static final int BYTES = 16;
  private static final String REMOVE = "delete from screening_feed where account = ?";
  private static final String ADD =
      "insert into screening_feed (account, token, created_ms) values (?, ?, ?)";
  private static final String FIND = "select account from screening_feed where token = ?";

  private final Database database;
  private final RandomGenerator chance;

  /// `chance` is a cryptographic source.
  FeedRows(Database database, RandomGenerator chance) {
    this.database = database;
    this.chance = chance;
  }

  /// A new secret of `account`; the one before is good for nothing any more.
  String renew(AccountId account, Instant now) {
    var token = Opaque.text(Opaque.fresh(chance, BYTES));
    database.change(
        ScreeningRows.PLACE,
        session -> {
          forget(session, account);
          var add = session.statement(ADD);
          add.setString(1, account.value());
          add.setString(2, digest(token));
          add.setLong(3, now.toEpochMilli());
          add.executeUpdate();
        });
    return token;
  }

  /// Whose secret `token` is.
  Optional<AccountId> of(String token) {
    return database.read(
        session -> {
          var select = session.statement(FIND);
          select.setString(1, digest(token));
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(new AccountId(rows.getString(1))) : Optional.empty();
          }
        });
  }

  static void forget(Session session, AccountId account) throws SQLException {
    var remove = session.statement(REMOVE);
    remove.setString(1, account.value());
    remove.executeUpdate();
  }

  private static String digest(String token) {
    return Opaque.digest(token.getBytes(StandardCharsets.UTF_8));
  }
}
