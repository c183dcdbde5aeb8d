package matinee.server;

import java.security.SecureRandom;
import matinee.server.journal.Epochs;
import matinee.server.sql.Database;

/// For a `database` that was put back to an older state by other means than [Restore]: gives the
/// rooms fresh epochs.
record Renewal(String database) implements Errand {

  @Override
  public void run() {
    try (var opened = Database.open(database, (_, _) -> {})) {
      int rooms = opened.write(Epochs.renewing(new SecureRandom()));
      System.out.printf("%d rooms begin a new epoch%n", rooms);
    }
  }
}
