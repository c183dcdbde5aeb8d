package matinee.server.background;

import java.io.Serial;

/// As many wait for [FewThreads] as may; the one that came last is not taken. Trying again some
/// seconds later makes sense.
public final class Overload extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  Overload(String threads) {
    super("too many wait for " + threads, null, false, false);
  }
}
