package matinee.server.library;

/// How much of the disk films take together, those on their way included; never more than
/// `maxBytes`. Safe for use by any thread.
final class Allotment {
  private final long maxBytes;
  private long takenBytes;

  Allotment(long maxBytes, long takenBytes) {
    this.maxBytes = maxBytes;
    this.takenBytes = takenBytes;
  }

  /// Takes `bytes` more, if there is room for all of them.
  synchronized boolean take(long bytes) {
    if (bytes > maxBytes - takenBytes) {
      return false;
    }
    takenBytes += bytes;
    return true;
  }

  /// Gives `bytes` back that were taken before.
  synchronized void giveBack(long bytes) {
    takenBytes -= bytes;
  }
}
