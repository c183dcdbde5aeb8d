package matinee.sim;

import java.io.Serial;

/// The process of the server is gone, in the middle of what it was doing.
final class NodeDied extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;
}
