package matinee.server;

import java.io.IOException;
import java.nio.file.Path;
import matinee.server.access.SecretRow;
import matinee.server.sql.Copy;
import matinee.server.sql.Database;
import matinee.server.sql.Query;

/// Everything that Matinee keeps in one database, into another: rooms, what happened in them, what
/// is known of films, and the secret, so that passes and addresses stay good.
///
/// `from` and `to` are addresses that [Database#open] takes. Unless it is so `forced`, nothing is
/// moved while a server is at work.
record Move(String from, String to, boolean forced) implements Errand {

  @Override
  public void run() throws IOException {
    new Copy(from, to, System.out::println).run(secret(), forced);
    System.out.println(
        "Films stay where they are: start the server with the same --data as before, or copy its"
            + " folder films.");
  }

  /// A database that servers share has the secret itself; beside a file it is a file, which the
  /// first server on another file makes anew from the row.
  private Query<Boolean> secret() throws IOException {
    return Database.isShared(from)
        ? _ -> true
        : SecretRow.taking(Path.of(from).resolveSibling("secret"));
  }
}
