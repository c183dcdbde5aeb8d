package matinee.server;

import java.io.IOException;
import java.security.SecureRandom;
import matinee.server.sql.Database;

/// Prints what was done, a line of JSON an entry, in its order.
record AuditExport(Config.Storage storage) implements Errand {
  @Override
  public void run() throws IOException {
    try (var database = Database.openBesideServer(storage.database())) {
      var trail = Secrets.trail(database, Secrets.secret(storage, database, new SecureRandom()));
      for (var page = trail.after(0); !page.isEmpty(); page = trail.after(page.getLast().seq())) {
        page.forEach(link -> System.out.println(link.line()));
      }
    }
  }
}
