package matinee.server.mail;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;

/// Where the letters of two servers are: each has its own way to one PostgreSQL; on one SQLite file
/// they share the one way to it.
enum TwoWays {
  SQLITE {
    @Override
    List<Database> open(Path folder) {
      var database = at(folder.resolve("matinee.db").toString());
      return List.of(database, database);
    }
  },
  POSTGRESQL {
    @Override
    List<Database> open(Path folder) throws SQLException {
      var address = TestPostgres.newDatabase();
      return List.of(at(address), at(address));
    }
  };

  /// The way of the one server and of the other, to a new database, in `folder` if it is a file.
  abstract List<Database> open(Path folder) throws SQLException;

  private static Database at(String address) {
    return Database.open(address, (_, _) -> {});
  }
}
