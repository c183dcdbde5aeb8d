package matinee.server.mail;

import java.sql.SQLException;
import java.util.List;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterEach;

/// The queue of two servers on a real PostgreSQL.
final class PostgresLetterStopTest extends LetterStopContract {
  private List<Database> databases = List.of();

  @Override
  List<Database> databases() {
    if (databases.isEmpty()) {
      var address = newDatabase();
      databases =
          List.of(Database.open(address, (_, _) -> {}), Database.open(address, (_, _) -> {}));
    }
    return databases;
  }

  private static String newDatabase() {
    try {
      return TestPostgres.newDatabase();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    databases.forEach(Database::close);
  }
}
