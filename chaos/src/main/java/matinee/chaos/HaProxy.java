package matinee.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A real load balancer in front of the nodes, which asks each whether it is ready.
final class HaProxy implements AutoCloseable {
  private static final String SETTINGS =
      """
      defaults
        mode http
        timeout connect 5s
        timeout client 60s
        timeout server 60s
        timeout tunnel 1h
        option forwardfor
        option redispatch
        option httpchk GET /health/ready
        default-server check inter 1s fall 2 rise 1

      listen matinee
        bind 127.0.0.1:%d
        balance roundrobin
      """;

  private final Child child;

  private HaProxy(Child child) {
    this.child = child;
  }

  /// Starts one on `port` before these nodes, with its settings and log in `folder`. Throws
  /// `IOException` when `haproxy` is not installed.
  static HaProxy before(List<Node> nodes, int port, Path folder) throws IOException {
    var settings = new StringBuilder(SETTINGS.formatted(port));
    for (var node : nodes) {
      settings.append("  server %s 127.0.0.1:%d\n".formatted(node.name(), node.port()));
    }
    var file = folder.resolve("haproxy.cfg");
    Files.writeString(file, settings);
    var command = List.of("haproxy", "-db", "-f", file.toString());
    return new HaProxy(
        Child.start("haproxy", command, folder.resolve("haproxy.log"), () -> listens(port)));
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    child.kill();
  }
}
