package matinee.server;

import java.io.IOException;
import java.security.SecureRandom;
import matinee.server.audit.Link;
import matinee.server.sql.Database;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Prints what was done, a line of JSON an entry, in its order.
record AuditExport(Config.Storage storage) implements Errand {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void run() throws IOException {
    try (var database = Database.open(storage.database(), (_, _) -> {})) {
      var trail = Secrets.trail(database, Secrets.secret(storage, database, new SecureRandom()));
      for (var page = trail.after(0); !page.isEmpty(); page = trail.after(page.getLast().seq())) {
        page.forEach(link -> System.out.println(line(link)));
      }
    }
  }

  /// `details` stays the text of which the hash was made.
  private static String line(Link link) {
    var entry = link.entry();
    return JSON.writeValueAsString(
        JsonNodeFactory.instance
            .objectNode()
            .put("seq", link.seq())
            .put("at", entry.at().toString())
            .put("actor", entry.actor())
            .put("action", entry.action())
            .put("target", entry.target())
            .put("origin", entry.origin())
            .put("details", entry.details())
            .put("hash", link.hash()));
  }
}
