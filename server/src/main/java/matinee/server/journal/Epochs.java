package matinee.server.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// What the histories of rooms are called. A history that is put back to an older state gets
/// another name, for its revisions are given out once more: whoever knows the old ones is told the
/// whole room anew (EN2).
public final class Epochs {
  private static final int BYTES = 9;
  private static final String ROOMS = "select key from room";
  private static final String RENAME = "update room set epoch = ? where key = ?";

  private Epochs() {}

  /// One that no other history has.
  public static String fresh(RandomGenerator chance) {
    var epoch = new byte[BYTES];
    chance.nextBytes(epoch);
    return Base64.getUrlEncoder().encodeToString(epoch);
  }

  /// Gives all rooms of a database fresh ones; tells how many rooms there are.
  public static Query<Integer> renewing(RandomGenerator chance) {
    return session -> {
      var keys = keys(session);
      var rename = session.statement(RENAME);
      for (long key : keys) {
        rename.setString(1, fresh(chance));
        rename.setLong(2, key);
        rename.addBatch();
      }
      rename.executeBatch();
      return keys.size();
    };
  }

  private static List<Long> keys(Session session) throws SQLException {
    var keys = new ArrayList<Long>();
    try (var rows = session.statement(ROOMS).executeQuery()) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return keys;
  }
}
