package matinee.server.library;

import java.io.IOException;
import java.io.Serial;

/// Whoever sent something stopped before its end.
final class SenderGone extends IOException {
  @Serial private static final long serialVersionUID = 1;

  SenderGone(Throwable cause) {
    super(cause);
  }
}
