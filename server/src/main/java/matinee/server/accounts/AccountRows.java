package matinee.server.accounts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import matinee.server.accounts.Account.Profile;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Accounts as rows of the server's database. Blocks. Safe for use by any thread.
final class AccountRows {
  private static final String COLUMNS =
      "id, email, name, language, time_zone, created_ms, confirmed_ms, password_hash, token";
  private static final String FROM =
      " from account left join portrait on portrait.account = account.id";
  private static final String ADD =
      "insert into account (id, email, email_key, name, language, password_hash, created_ms)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict (email_key) do nothing";
  private static final String BY_EMAIL = "select " + COLUMNS + FROM + " where email_key = ?";
  private static final String BY_ID = "select " + COLUMNS + FROM + " where id = ?";
  private static final String CHANGE =
      "update account set name = ?, language = ?, time_zone = ? where id = ?";
  private static final String CHANGE_PASSWORD =
      "update account set password_hash = ? where id = ? and password_hash = ?";
  private static final String CONFIRM =
      "update account set confirmed_ms = ? where id = ? and confirmed_ms is null";
  private static final String DELETE = "delete from account where id = ? and password_hash = ?";

  private final Database database;
  private final Belongings belongings;

  /// An account and the hash of its password.
  record Row(Account account, String passwordHash) {}

  AccountRows(Database database, Belongings belongings) {
    this.database = database;
    this.belongings = belongings;
  }

  /// Adds `row` in `session`'s transaction, unless there is one with its address, or one may still
  /// have it back; whether it did.
  static boolean add(Session session, Row row) throws SQLException {
    var account = row.account();
    if (AddressRows.keeper(session, account.email(), account.created()).isPresent()) {
      return false;
    }
    var insert = session.statement(ADD);
    insert.setString(1, account.id().value());
    insert.setString(2, account.email().value());
    insert.setString(3, account.email().key());
    insert.setString(4, account.profile().name());
    setOptional(insert, 5, account.profile().language().map(Language::tag));
    insert.setString(6, row.passwordHash());
    insert.setLong(7, account.created().toEpochMilli());
    return insert.executeUpdate() == 1;
  }

  Optional<Row> with(EmailAddress email) {
    return database.read(session -> one(session, BY_EMAIL, email.key()));
  }

  /// The account that has this address, or had it so short a time before `now` that nobody else
  /// gets it.
  Optional<Row> keeping(EmailAddress email, Instant now) {
    return database.read(
        session -> {
          var keeper = AddressRows.keeper(session, email, now);
          return keeper.isPresent()
              ? one(session, BY_ID, keeper.get().value())
              : one(session, BY_EMAIL, email.key());
        });
  }

  Optional<Row> with(AccountId id) {
    return database.read(session -> one(session, BY_ID, id.value()));
  }

  private static Optional<Row> one(Session session, String query, String value)
      throws SQLException {
    var select = session.statement(query);
    select.setString(1, value);
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(row(rows)) : Optional.empty();
    }
  }

  /// The row that `rows` stands at, whose first columns are an account's.
  private static Row row(ResultSet rows) throws SQLException {
    var profile =
        new Profile(
            rows.getString(3),
            Optional.ofNullable(rows.getString(4)).flatMap(Language::tagged),
            Optional.ofNullable(rows.getString(5)).map(ZoneId::of));
    long confirmedMs = rows.getLong(7);
    var confirmed =
        rows.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(confirmedMs));
    return new Row(
        new Account(
            new AccountId(rows.getString(1)),
            new EmailAddress(rows.getString(2)),
            profile,
            Optional.ofNullable(rows.getString(9)).map(PortraitId::new),
            Instant.ofEpochMilli(rows.getLong(6)),
            confirmed),
        rows.getString(8));
  }

  /// From now on this is the profile of the account, if it is there; whether it is.
  static boolean change(Session session, AccountId id, Profile profile) throws SQLException {
    var update = session.statement(CHANGE);
    update.setString(1, profile.name());
    setOptional(update, 2, profile.language().map(Language::tag));
    setOptional(update, 3, profile.timeZone().map(ZoneId::getId));
    update.setString(4, id.value());
    return update.executeUpdate() == 1;
  }

  private static void setOptional(PreparedStatement statement, int index, Optional<String> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setString(index, value.get());
    } else {
      statement.setNull(index, Types.VARCHAR);
    }
  }

  /// Changes the hash of the password in `session`'s transaction, if it still is `before`; whether
  /// it was. With the same for both it stays so until the transaction ends, for other servers wait.
  static boolean changePassword(Session session, AccountId id, String before, String after)
      throws SQLException {
    var update = session.statement(CHANGE_PASSWORD);
    update.setString(1, after);
    update.setString(2, id.value());
    update.setString(3, before);
    return update.executeUpdate() == 1;
  }

  /// Mail to the address arrives, as is known since `now` if it was not before; whether it was not.
  static boolean confirm(Session session, AccountId id, Instant now) throws SQLException {
    var update = session.statement(CONFIRM);
    update.setLong(1, now.toEpochMilli());
    update.setString(2, id.value());
    return update.executeUpdate() == 1;
  }

  /// Deletes the account and what belongs to it, if its password still has this hash; whether it
  /// did.
  boolean delete(Session session, AccountId id, String passwordHash) throws SQLException {
    var delete = session.statement(DELETE);
    delete.setString(1, id.value());
    delete.setString(2, passwordHash);
    boolean isDeleted = delete.executeUpdate() == 1;
    if (isDeleted) {
      AddressRows.forget(session, id);
      belongings.forget(session, id);
    }
    return isDeleted;
  }
}
