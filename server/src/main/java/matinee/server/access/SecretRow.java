package matinee.server.access;

import java.sql.SQLException;
import java.util.Base64;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The key of all servers that have one database, as a row there. Blocks. Safe for use by any
/// thread.
public final class SecretRow {
  private static final String OFFER =
      "insert into secret (id, key) values (1, ?) on conflict (id) do nothing";
  private static final String KEY = "select key from secret where id = 1";

  private final Database database;

  public SecretRow(Database database) {
    this.database = database;
  }

  /// The key that is kept; if there is none, `key` from now on. Of servers that start at once one
  /// is first.
  byte[] keyOr(byte[] key) {
    String kept =
        database.write(
            session -> {
              var insert = session.statement(OFFER);
              insert.setString(1, Base64.getEncoder().encodeToString(key));
              insert.executeUpdate();
              return kept(session);
            });
    return Base64.getDecoder().decode(kept);
  }

  private static String kept(Session session) throws SQLException {
    try (var rows = session.statement(KEY).executeQuery()) {
      if (rows.next()) {
        return rows.getString(1);
      }
      throw new SQLException("the secret is not there although it was written");
    }
  }
}
