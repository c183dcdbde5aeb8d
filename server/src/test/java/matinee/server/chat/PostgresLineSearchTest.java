package matinee.server.chat;

import java.sql.SQLException;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;

final class PostgresLineSearchTest extends LineSearchContract {
  private String address = "";

  @Override
  String address() throws SQLException {
    address = TestPostgres.newDatabase();
    return address;
  }

  @Override
  Database another(Database database) {
    return open(address);
  }
}
