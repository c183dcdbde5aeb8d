package matinee.server.portraits;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.Opaque;
import matinee.server.accounts.PortraitId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;
import matinee.server.sql.Several;

/// The portraits of people with accounts, as rows of the server's database: one each. That one was
/// set or removed is written down in the audit trail, and by what it is seen is not. Blocks. Safe
/// for use by any thread.
public final class Portraits implements Belongings {
  private static final int ID_BYTES = 16;

  private static final String SET =
      "insert into portrait (account, token, large, small, since_ms) select id, ?, ?, ?, ?"
          + " from account where id = ? on conflict (account) do update set"
          + " token = excluded.token, large = excluded.large, small = excluded.small,"
          + " since_ms = excluded.since_ms";
  private static final String REMOVE = "delete from portrait where account = ?";
  private static final String IDS =
      "select account, token from portrait where account in " + Several.VALUES;
  private static final String LARGE = "select large from portrait where token = ?";
  private static final String SMALL = "select small from portrait where token = ?";

  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final SecureRandom chance;

  /// `clock` agrees with that of the other servers to a second or so.
  public Portraits(Database database, AuditTrail trail, InstantSource clock, SecureRandom chance) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
    this.chance = chance;
  }

  /// From now on `account`, who asks from the network address `origin`, looks like this, and the
  /// portrait before is gone; empty if the account is deleted just then.
  public Optional<PortraitId> set(AccountId account, Squares squares, String origin) {
    var id = new PortraitId(Opaque.text(Opaque.fresh(chance, ID_BYTES)));
    var now = clock.instant();
    boolean isSet =
        written(
            "portrait.set", account, origin, session -> set(session, account, id, squares, now));
    return isSet ? Optional.of(id) : Optional.empty();
  }

  private static boolean set(
      Session session, AccountId account, PortraitId id, Squares squares, Instant now)
      throws SQLException {
    var insert = session.statement(SET);
    insert.setString(1, id.value());
    insert.setBytes(2, squares.of(Size.LARGE));
    insert.setBytes(3, squares.of(Size.SMALL));
    insert.setLong(4, now.toEpochMilli());
    insert.setString(5, account.value());
    return insert.executeUpdate() == 1;
  }

  /// `account`, who asks from the network address `origin`, has no portrait any more.
  public void remove(AccountId account, String origin) {
    written("portrait.remove", account, origin, session -> remove(session, account));
  }

  private static boolean remove(Session session, AccountId account) throws SQLException {
    var delete = session.statement(REMOVE);
    delete.setString(1, account.value());
    return delete.executeUpdate() == 1;
  }

  private boolean written(String action, AccountId account, String origin, Query<Boolean> change) {
    var id = account.value();
    return trail.record(Entry.of(clock.instant(), id, action, id, origin, Map.of()), change);
  }

  /// By what the portraits of `accounts` are seen; those who have none left out.
  public Map<AccountId, PortraitId> of(Collection<AccountId> accounts) {
    return database.read(
        session -> {
          var ids = new HashMap<AccountId, PortraitId>();
          Several.ask(
              session,
              IDS,
              List.of(),
              accounts.stream().map(AccountId::value).toList(),
              row -> ids.put(new AccountId(row.getString(1)), new PortraitId(row.getString(2))));
          return ids;
        });
  }

  /// The portrait that is seen by `id`, as JPEG.
  public Optional<byte[]> read(PortraitId id, Size size) {
    var query =
        switch (size) {
          case LARGE -> LARGE;
          case SMALL -> SMALL;
        };
    return database.read(
        session -> {
          var select = session.statement(query);
          select.setString(1, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public void forget(Session session, AccountId gone) throws SQLException {
    remove(session, gone);
  }
}
