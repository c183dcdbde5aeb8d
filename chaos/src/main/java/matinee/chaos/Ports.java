package matinee.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ports on loopback that nobody listens on. They lie below those that the system gives to clients,
/// so that a server that is started again finds its port free. None is given twice: who was given
/// one may not listen there yet. Safe for use by any thread.
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 100;

  /// Where to go on; begun by chance, as other trials may run on this machine.
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(LAST - FIRST));

  private Ports() {}

  /// One for a server that is started next. Throws `IOException` when a hundred were taken.
  static int free() throws IOException {
    try (var door = listen(1)) {
      return door.getLocalPort();
    }
  }

  /// One that is listened on from now on, by `backlog` who wait. Throws `IOException` as [#free].
  static ServerSocket listen(int backlog) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      var door = new ServerSocket();
      try {
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), next()), backlog);
        return door;
      } catch (IOException _) {
        door.close();
      }
    }
    throw new IOException("found no free port from " + FIRST + " to " + LAST);
  }

  private static int next() {
    return FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST);
  }
}
