package matinee.server.mail;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What begins with a new database of two servers, whatever it is.
abstract class TwoWaysContract {
  private final TwoWays ways;
  @TempDir private Path folder;
  private List<Database> databases = List.of();

  TwoWaysContract(TwoWays ways) {
    this.ways = ways;
  }

  @BeforeEach
  void open() throws SQLException {
    databases = ways.open(folder);
  }

  @AfterEach
  void close() {
    databases.stream().distinct().forEach(Database::close);
  }

  /// The way of the one server, and of the other.
  List<Database> databases() {
    return databases;
  }
}
