package matinee.server.invitations;

import java.nio.file.Path;
import java.util.List;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteInvitationsTest extends InvitationsContract {
  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  List<Database> databases() {
    return List.of(database, database);
  }
}
