package matinee.server.chat;

import java.nio.file.Path;
import matinee.server.sql.Database;
import org.junit.jupiter.api.io.TempDir;

/// One file is one server's: the second uses the same way to it.
final class SqliteLineSearchTest extends LineSearchContract {
  @TempDir private Path folder;

  @Override
  String address() {
    return folder.resolve("matinee.db").toString();
  }

  @Override
  Database another(Database database) {
    return database;
  }
}
