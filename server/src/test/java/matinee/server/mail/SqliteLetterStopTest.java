package matinee.server.mail;

import java.nio.file.Path;
import java.util.List;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLetterStopTest extends LetterStopContract {
  @TempDir private Path folder;
  private List<Database> databases = List.of();

  @Override
  List<Database> databases() {
    if (databases.isEmpty()) {
      var database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
      databases = List.of(database, database);
    }
    return databases;
  }

  @AfterEach
  void close() {
    databases.getFirst().close();
  }
}
