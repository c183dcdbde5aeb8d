package matinee.bench;

import java.io.IOException;
import java.util.OptionalLong;

/// The memory of a process: what it holds resident and, of a JVM, what of its heap is in use after
/// a full collection.
record Footprint(long residentBytes, OptionalLong liveHeapBytes) {

  /// The resident memory is looked at first: the collection that tells the live heap would change
  /// it.
  static Footprint of(ServerProcess process) throws IOException {
    return new Footprint(process.residentBytes(), process.liveHeapBytes());
  }

  Footprint minus(Footprint before) {
    return new Footprint(
        residentBytes - before.residentBytes,
        liveHeapBytes.isPresent() && before.liveHeapBytes.isPresent()
            ? OptionalLong.of(liveHeapBytes.getAsLong() - before.liveHeapBytes.getAsLong())
            : OptionalLong.empty());
  }
}
