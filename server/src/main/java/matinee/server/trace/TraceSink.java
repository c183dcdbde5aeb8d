package matinee.server.trace;

import java.util.List;
import java.util.function.Supplier;
import matinee.wire.TraceLine;

/// Takes lines of traces. Safe for use by any thread.
@FunctionalInterface
public interface TraceSink {

  /// Takes the lines that `made` will make, at once or later, in the order of the calls; or says
  /// false, and has taken none of them. Does not block for long.
  boolean take(Supplier<List<TraceLine>> made);
}
