package matinee.server.people;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import matinee.server.accounts.DeviceId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Tells of many devices at once which of them are still signed in. Blocks. Safe for use by any
/// thread.
public final class DeviceWatch {
  /// How many are asked for in one query.
  private static final int AT_ONCE = 100;

  private static final String AMONG =
      "select id from device where id in (%s)"
          .formatted(String.join(", ", Collections.nCopies(AT_ONCE, "?")));

  private final Database database;

  public DeviceWatch(Database database) {
    this.database = database;
  }

  /// Those of `devices` that are signed in.
  public Set<DeviceId> signedIn(Collection<DeviceId> devices) {
    var ids = List.copyOf(new HashSet<>(devices));
    return database.read(
        session -> {
          var found = new HashSet<DeviceId>();
          for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(among(session, ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
          }
          return Set.copyOf(found);
        });
  }

  private static List<DeviceId> among(Session session, List<DeviceId> devices) throws SQLException {
    var select = session.statement(AMONG);
    for (int i = 0; i < AT_ONCE; i++) {
      select.setString(i + 1, i < devices.size() ? devices.get(i).value() : "");
    }
    var found = new ArrayList<DeviceId>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(new DeviceId(rows.getString(1)));
      }
    }
    return found;
  }
}
