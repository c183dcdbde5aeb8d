package matinee.server.rooms;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMissedEventsTest extends MissedEventsContract {
  @TempDir private Path folder;

  @Override
  String newDatabase() {
    return folder.resolve("matinee.db").toString();
  }
}
