package matinee.server.rooms;

import java.sql.SQLException;
import matinee.server.sql.TestPostgres;

final class PostgresMissedEventsTest extends MissedEventsContract {

  @Override
  String newDatabase() throws SQLException {
    return TestPostgres.newDatabase();
  }
}
