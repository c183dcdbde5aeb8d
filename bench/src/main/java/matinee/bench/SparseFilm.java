package matinee.bench;

import java.util.Random;

/// `size` bytes that begin as a film does, are zeros for the most part, and hold an island of bytes
/// of its own each mebibyte, so that none can be taken for another. Safe for use by any thread.
record SparseFilm(long size) {
  private static final long EACH = 1 << 20;
  private static final int ISLAND = 4_096;

  /// Its `length` bytes from the byte `first` on.
  byte[] bytes(long first, int length) {
    var bytes = new byte[length];
    for (long at = first / EACH * EACH; at < first + length; at += EACH) {
      var island = island(at);
      long from = Math.max(first, at);
      long end = Math.min(first + length, at + ISLAND);
      if (from < end) {
        System.arraycopy(
            island, (int) (from - at), bytes, (int) (from - first), (int) (end - from));
      }
    }
    return bytes;
  }

  private static byte[] island(long at) {
    var island = new byte[ISLAND];
    new Random(at).nextBytes(island);
    if (at == 0) {
      System.arraycopy(WatchedFilm.beginning(4), 0, island, 0, 4);
    }
    return island;
  }

  /// Where a range of `length` bytes begins that has to do with an island.
  long nearIsland(Random chance, int length) {
    long island = chance.nextLong(size / EACH) * EACH;
    long first = island + chance.nextInt(ISLAND) - chance.nextInt(length);
    return Math.clamp(first, 0, size - length);
  }
}
