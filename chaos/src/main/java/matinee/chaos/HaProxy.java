package matinee.chaos;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A real load balancer in front of the nodes, which asks each whether it is ready.
final class HaProxy implements AutoCloseable {
  /// Settings for any number of servers, from where `./dev` runs.
  private static final Path SETTINGS = Path.of("deploy/haproxy.cfg");

  private final int port;
  private final Child child;

  private HaProxy(int port, Child child) {
    this.port = port;
    this.child = child;
  }

  /// Starts one on `port` before these nodes, with its list of nodes and its log in `folder`.
  /// Throws `IOException` when `haproxy` is not installed.
  static HaProxy before(List<Node> nodes, int port, Path folder) throws IOException {
    var pages = servers(nodes, "  server %1$s 127.0.0.1:%2$d\n");
    var rooms = servers(nodes, "  server %1$s 127.0.0.1:%3$d port %2$d\n");
    var file = folder.resolve("nodes.cfg");
    Files.writeString(file, "backend pages\n" + pages + "backend rooms\n" + rooms);
    var command =
        List.of(
            "env",
            "MATINEE_BALANCER=127.0.0.1:" + port,
            "haproxy",
            "-db",
            "-f",
            SETTINGS.toString(),
            "-f",
            file.toString());
    return new HaProxy(
        port, Child.start("haproxy", command, folder.resolve("haproxy.log"), () -> listens(port)));
  }

  /// A line for each of `nodes`: its name, its port for pages, which is asked whether it is ready,
  /// and its port for sockets.
  private static String servers(List<Node> nodes, String line) {
    return nodes.stream()
        .map(node -> line.formatted(node.name(), node.listens().http(), node.listens().sync()))
        .collect(joining());
  }

  /// Where clients reach the nodes through it.
  URI door() {
    return URI.create("http://127.0.0.1:" + port);
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
