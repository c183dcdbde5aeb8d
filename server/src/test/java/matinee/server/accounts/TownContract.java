package matinee.server.accounts;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What begins in a [Town] where Ann has an account, whatever keeps it.
abstract class TownContract {
  private final Town.Kind kind;
  @TempDir private Path folder;
  private Town town;

  TownContract(Town.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    town = new Town(kind, folder);
    town.registerAnn();
  }

  @AfterEach
  void close() {
    town.close();
  }

  Town town() {
    return town;
  }
}
