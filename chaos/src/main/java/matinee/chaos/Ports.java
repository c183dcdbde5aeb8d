package matinee.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on loopback that nobody listens on. They lie below those that the system gives to clients,
/// so that a server that is started again finds its port free.
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private Ports() {}

  /// One of them, by chance. Throws `IOException` when a hundred were taken.
  static int free() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException _) {
        // taken
      }
    }
    throw new IOException("found no free port from " + FIRST + " to " + LAST);
  }
}
