package matinee.server.stores;

import java.io.IOException;
import java.io.Serial;

/// A store that cannot be reached, or that refuses. Its message says which it is and holds no key.
public final class StoreAway extends IOException {
  @Serial private static final long serialVersionUID = 1;

  StoreAway(String message, Throwable cause) {
    super(message, cause);
  }

  /// The same, for another thread.
  StoreAway(StoreAway same) {
    super(same.getMessage(), same);
  }
}
