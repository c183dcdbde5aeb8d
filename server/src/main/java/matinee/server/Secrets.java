package matinee.server;

import java.io.IOException;
import java.util.random.RandomGenerator;
import matinee.server.access.Secret;
import matinee.server.access.SecretRow;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;

/// The secret of the servers that keep what they have in one place, and what they sign with it.
final class Secrets {

  private Secrets() {}

  /// The secret of the servers with this `storage`, made from `chance`, a cryptographic source, if
  /// there is none. Throws `IOException` when it cannot be read.
  static Secret secret(Config.Storage storage, Database database, RandomGenerator chance)
      throws IOException {
    var file = storage.data().resolve("secret");
    var row = new SecretRow(database);
    return database.isShared() ? Secret.shared(row, file, chance) : Secret.own(row, file, chance);
  }

  /// What was done there, signed with `secret`.
  static AuditTrail trail(Database database, Secret secret) {
    return new AuditTrail(database, head -> secret.prove("audit", head));
  }
}
