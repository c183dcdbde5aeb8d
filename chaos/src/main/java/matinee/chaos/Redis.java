package matinee.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real Redis server on loopback that keeps nothing, to be hurt.
final class Redis implements AutoCloseable {
  private static final int PATIENCE_MS = 5_000;

  private final String name;
  private final int port;
  private final Path folder;
  private final List<String> options;
  private Child child;

  /// Starts one with these options besides, which logs to `folder`. Throws `IOException` when
  /// `redis-server` is not installed.
  Redis(String name, Path folder, List<String> options) throws IOException {
    this.name = name;
    this.folder = folder;
    this.options = options;
    port = Ports.free();
    child = launch();
  }

  private Child launch() throws IOException {
    var command = new ArrayList<>(List.of("redis-server", "--bind", "127.0.0.1"));
    command.addAll(List.of("--port", Integer.toString(port), "--dir", folder.toString()));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    command.addAll(options);
    return Child.start(name, command, folder.resolve(name + ".log"), this::answers);
  }

  private boolean answers() {
    try {
      return ask("PING").contains("+PONG");
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Child process() {
    return child;
  }

  /// Starts it again after it was killed, with nothing in it.
  void restart() throws IOException {
    child = launch();
  }

  /// Ends every connection that has subscribed to something.
  void cutSubscribers() throws IOException {
    ask("CLIENT KILL TYPE pubsub");
  }

  /// From now on a subscriber with more than `hard` bytes waiting, or `soft` for 5 s, is cut.
  void limitSubscribers(String hard, String soft) throws IOException {
    ask("CONFIG SET client-output-buffer-limit \"pubsub " + hard + " " + soft + " 5\"");
  }

  /// The channels of rooms on which somebody listens; `kind` is `CHANNELS`, or `SHARDCHANNELS`.
  List<String> roomChannels(String kind) throws IOException {
    return ask("PUBSUB " + kind + " matinee:room:*").stream()
        .filter(line -> line.startsWith("matinee:room:"))
        .toList();
  }

  /// Whether it is in a cluster that keeps all slots.
  boolean seesWholeCluster() {
    try {
      return ask("CLUSTER INFO").contains("cluster_state:ok");
    } catch (IOException _) {
      return false;
    }
  }

  int slotOf(String channel) throws IOException {
    return Integer.parseInt(ask("CLUSTER KEYSLOT " + channel).getFirst().substring(1));
  }

  /// Gives a slot of its own to `other`, as `redis-cli --cluster reshard` does.
  void giveSlot(int slot, Redis other) throws IOException {
    var set = "CLUSTER SETSLOT " + slot;
    other.ask(set + " IMPORTING " + id());
    ask(set + " MIGRATING " + other.id());
    other.ask(set + " NODE " + other.id());
    ask(set + " NODE " + other.id());
  }

  /// What it is called in its cluster.
  private String id() throws IOException {
    return ask("CLUSTER MYID").get(1);
  }

  /// The lines of the answer to one command, as they are sent. Throws `IOException` for an error.
  private List<String> ask(String command) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      var answer = RespFrame.read(socket.getInputStream()).bytes();
      var lines = new String(answer, StandardCharsets.US_ASCII).lines().toList();
      if (lines.getFirst().startsWith("-")) {
        throw new IOException(command + " was answered by " + lines.getFirst());
      }
      return lines;
    }
  }

  @Override
  public void close() {
    child.kill();
  }
}
