package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/// The memory that connections take which begin the largest message there is and never end it.
final class Hoarders {
  private static final int COUNT = 1_000;
  private static final int ROOM = 1;
  private static final int IN_A_ROOM = 50;

  /// A masked text frame of 64 KiB, but for its last byte.
  private static final byte[] UNFINISHED = new byte[14 + (1 << 16) - 1];

  static {
    byte[] head = {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 1, 0, 0};
    System.arraycopy(head, 0, UNFINISHED, 0, head.length);
  }

  private Hoarders() {}

  static void measure(Path repository) throws IOException, InterruptedException {
    try (var server = MatineeProcess.start(repository, MatineeProcess.freePort())) {
      var strangers = new ArrayList<Stranger>();
      for (int i = 0; i < COUNT; i++) {
        strangers.add(
            Stranger.enter(server.target(), ROOM + i / IN_A_ROOM, i % IN_A_ROOM, 1 << 16)
                .reading());
      }
      var before = Footprint.of(server.process());
      for (var stranger : strangers) {
        stranger.send(UNFINISHED);
      }
      Thread.sleep(2_000);
      var grown = Footprint.of(server.process()).minus(before);
      System.out.printf(
          "| %,d hold 64 KiB back | %.1f KiB resident a connection | live heap %+.1f KiB a"
              + " connection |%n",
          COUNT,
          grown.residentBytes() / 1024.0 / COUNT,
          grown.liveHeapBytes().orElse(0) / 1024.0 / COUNT);
      for (var stranger : strangers) {
        stranger.close();
      }
    }
  }
}
