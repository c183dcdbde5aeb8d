package matinee.server.accounts;

import java.sql.SQLException;
import java.util.Optional;
import matinee.server.sql.Session;

/// The hashes of [SharedPasswords] as the database has them, by the place that each is of.
public final class SharedPasswordRows {
  private static final String PUT =
      "insert into shared_password (place, hash) values (?, ?)"
          + " on conflict (place) do update set hash = excluded.hash";
  private static final String REMOVE = "delete from shared_password where place = ?";
  private static final String HASH = "select hash from shared_password where place = ?";

  private SharedPasswordRows() {}

  /// The hash of the password of `place`, if it has one.
  public static Optional<String> hash(Session session, String place) throws SQLException {
    var select = session.statement(HASH);
    select.setString(1, place);
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  /// From now on `hash` is that of the password of `place`.
  public static void put(Session session, String place, String hash) throws SQLException {
    var put = session.statement(PUT);
    put.setString(1, place);
    put.setString(2, hash);
    put.executeUpdate();
  }

  /// From now on `place` has no password.
  public static void remove(Session session, String place) throws SQLException {
    var remove = session.statement(REMOVE);
    remove.setString(1, place);
    remove.executeUpdate();
  }
}
