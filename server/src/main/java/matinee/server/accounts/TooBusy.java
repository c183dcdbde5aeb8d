package matinee.server.accounts;

import java.io.Serial;

/// More passwords wait to be hashed than may; the one that came last is not taken. Trying again
/// some seconds later makes sense.
public final class TooBusy extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  TooBusy() {
    super("too many passwords wait to be hashed", null, false, false);
  }
}
