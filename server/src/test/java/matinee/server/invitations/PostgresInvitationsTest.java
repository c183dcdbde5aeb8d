package matinee.server.invitations;

import java.sql.SQLException;
import java.util.List;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Invitations as two servers know them that have one PostgreSQL.
final class PostgresInvitationsTest extends InvitationsContract {
  private List<Database> databases = List.of();

  @BeforeEach
  void open() throws SQLException {
    var address = TestPostgres.newDatabase();
    databases = List.of(Database.open(address, (_, _) -> {}), Database.open(address, (_, _) -> {}));
  }

  @AfterEach
  void close() {
    databases.forEach(Database::close);
  }

  @Override
  List<Database> databases() {
    return databases;
  }
}
