package matinee.server.library;

import java.io.IOException;
import java.io.Serial;

/// There is no room for what was to be written.
final class DiskFull extends IOException {
  @Serial private static final long serialVersionUID = 1;

  DiskFull(String message) {
    super(message);
  }
}
