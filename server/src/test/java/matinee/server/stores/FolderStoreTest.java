package matinee.server.stores;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  Store store() {
    return new FolderStore(folder);
  }

  @Override
  Path parts() {
    return folder;
  }
}
