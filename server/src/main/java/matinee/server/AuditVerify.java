package matinee.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import matinee.server.audit.Head;
import matinee.server.audit.Verdict;
import matinee.server.audit.Verification;
import matinee.server.sql.Database;

/// Says whether what was done is still as it was written down, and how far it goes; `noted` is how
/// far it went once.
record AuditVerify(Config.Storage storage, Optional<Head> noted) implements Errand {

  @Override
  public void run() throws IOException {
    try (var database = Database.openBesideServer(storage.database())) {
      var trail = Secrets.trail(database, Secrets.secret(storage, database, new SecureRandom()));
      switch (new Verification(trail, noted).verdict()) {
        case Verdict.Whole(var head) ->
            System.out.printf(
                "%,d entries, each as it was made. Note this elsewhere, for --head:%n%s%n",
                head.seq(), head);
        case Verdict.Broken(var seq, var why) ->
            throw new IOException("broken at entry %,d: %s".formatted(seq, why));
      }
    }
  }
}
