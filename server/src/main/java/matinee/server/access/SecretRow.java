package matinee.server.access;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// The key of all servers that have one database, as a row there. Blocks. Safe for use by any
/// thread.
public final class SecretRow {
  private static final String OFFER =
      "insert into secret (id, key) values (1, ?) on conflict (id) do nothing";
  private static final String PUT =
      "insert into secret (id, key) values (1, ?)"
          + " on conflict (id) do update set key = excluded.key";
  private static final String KEY = "select key from secret where id = 1";

  private final Database database;

  public SecretRow(Database database) {
    this.database = database;
  }

  /// Puts the key in `file` into the row, whatever was there; leaves the row alone when there is no
  /// such file. Tells whether there is one. Throws `IOException` when it has no key.
  public static Query<Boolean> taking(Path file) throws IOException {
    var key = Secret.in(file);
    return session -> {
      if (key.isEmpty()) {
        return false;
      }
      var put = session.statement(PUT);
      put.setString(1, Base64.getEncoder().encodeToString(key.get()));
      return put.executeUpdate() > 0;
    };
  }

  /// The key that is kept, if there is one.
  Optional<byte[]> key() {
    return database.read(SecretRow::kept).map(Base64.getDecoder()::decode);
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
              return kept(session)
                  .orElseThrow(
                      () -> new SQLException("the secret is not there although it was written"));
            });
    return Base64.getDecoder().decode(kept);
  }

  private static Optional<String> kept(Session session) throws SQLException {
    try (var rows = session.statement(KEY).executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
