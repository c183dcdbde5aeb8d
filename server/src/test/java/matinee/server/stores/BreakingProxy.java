package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A loopback port before another, through which all passes, until as many bytes have gone up as it
/// is told: then it breaks the connection in which that happens, once.
final class BreakingProxy implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final long breaksAt;
  private final AtomicLong up = new AtomicLong();
  private final AtomicInteger broken = new AtomicInteger();

  BreakingProxy(int target, long breaksAt) throws IOException {
    this.target = target;
    this.breaksAt = breaksAt;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /// How many connections it has broken.
  int broken() {
    return broken.get();
  }

  private void accept() {
    try {
      while (true) {
        var client = door.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(() -> up(client, server));
        Thread.ofVirtual().start(() -> down(server, client));
      }
    } catch (IOException _) {
      // it is closed
    }
  }

  private void up(Socket client, Socket server) {
    try (client;
        server) {
      InputStream from = client.getInputStream();
      OutputStream to = server.getOutputStream();
      var piece = new byte[8_192];
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        long before = up.getAndAdd(read);
        if (before < breaksAt && before + read >= breaksAt) {
          broken.incrementAndGet();
          return;
        }
        to.write(piece, 0, read);
      }
    } catch (IOException _) {
      // one end has gone
    }
  }

  private static void down(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException _) {
      // one end has gone
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
