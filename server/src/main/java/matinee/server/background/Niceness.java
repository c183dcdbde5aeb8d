package matinee.server.background;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// How much a thread lets others go first. Java's own priorities do nothing on Linux, where each
/// thread has a niceness of its own.
final class Niceness {
  /// Beside threads that want a processor for themselves a tenth of it is left: who waits for what
  /// is done on such a thread waits longer then, but not for ever.
  static final int NICER = 10;

  private static final Optional<MethodHandle> NICE = nice();

  private Niceness() {}

  /// From now on the thread that calls lets others go first: nice(2), which asks for no right.
  /// Elsewhere than on Linux nothing changes, for there it would be about the whole process.
  static void letOthersFirst() {
    NICE.ifPresent(
        nice -> {
          try {
            // What it gives is the new niceness, or -1, which may be either; nothing depends on it.
            var _ = (int) nice.invokeExact(NICER);
          } catch (Throwable e) {
            throw new IllegalStateException("nice cannot be called", e);
          }
        });
  }

  private static Optional<MethodHandle> nice() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    var linker = Linker.nativeLinker();
    var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    return linker
        .defaultLookup()
        .find("nice")
        .map(address -> linker.downcallHandle(address, shape));
  }
}
