package matinee.chaos;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One server process, with a relay on each of its ways: from clients to it, from it to PostgreSQL,
/// and from it to Redis.
final class Node implements AutoCloseable {
  private static final int ASK_MS = 5_000;

  private final String name;
  private final Listens listens;
  private final Path log;
  private final List<String> command;
  private final Relay clients;
  private final Ways ways;
  private final AtomicInteger endings = new AtomicInteger();
  private final AtomicInteger starts = new AtomicInteger(1);
  private Child child;

  /// The ports at which it is reached, past the relay.
  record Listens(int http, int sync) {}

  /// The ways between a node and what it stands on.
  record Ways(Relay database, RedisWays redis) {}

  private Node(
      String name,
      Listens listens,
      Path log,
      List<String> command,
      Relay clients,
      Ways ways,
      Child child) {
    this.name = name;
    this.listens = listens;
    this.log = log;
    this.command = command;
    this.clients = clients;
    this.ways = ways;
    this.child = child;
  }

  /// Starts the node called `name`, and its relays.
  static Node start(String name, Shape shape, int postgresPort, RedisServers redis)
      throws IOException {
    var listens = new Listens(Ports.free(), Ports.free());
    int port = listens.http();
    var ways =
        new Ways(
            Relay.ofFew(name + " to postgres", postgresPort, shape.seed()),
            new RedisWays(name, redis, shape.seed()));
    var clients = Relay.ofMany("clients to " + name, port, shape.seed());
    var command = command(name, shape, listens, ways);
    var log = shape.folder().resolve(name + ".log");
    var child = Child.start(name, command, log, () -> isLive(port));
    return new Node(name, listens, log, command, clients, ways, child);
  }

  private static List<String> command(String name, Shape shape, Listens listens, Ways ways)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(shape.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "matinee.server.Matinee"));
    command.addAll(
        List.of(
            "serve",
            "--bind=127.0.0.1",
            "--port=" + listens.http(),
            "--sync-port=" + listens.sync(),
            "--data=" + shape.folder().resolve("data"),
            "--database=" + Postgres.address(ways.database().port()),
            "--trusted-proxy=127.0.0.1"));
    if (shape.carrier() != Shape.Carrier.NOTHING) {
      command.add("--redis=" + ways.redis().address());
    }
    return command;
  }

  private static boolean isLive(int port) {
    try {
      return ask(port, "/health/live").status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// What an HTTP request was answered with.
  record Answer(int status, String body) {}

  /// The answer to a GET of `path`, past the relay. Throws `IOException` when there is none within
  /// 5 s.
  Answer get(String path) throws IOException {
    return ask(listens.http(), path);
  }

  private static Answer ask(int port, String path) throws IOException {
    var url = URI.create("http://127.0.0.1:" + port + path).toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(ASK_MS);
    connection.setReadTimeout(ASK_MS);
    try {
      int status = connection.getResponseCode();
      try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Answer(status, body == null ? "" : new String(body.readAllBytes()));
      }
    } finally {
      connection.disconnect();
    }
  }

  /// The sum of the counters and gauges the names of which begin with `start`; 0 when the node does
  /// not answer.
  double metric(String start) {
    try {
      return get("/metrics")
          .body()
          .lines()
          .filter(line -> line.startsWith(start))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }

  String name() {
    return name;
  }

  /// Where clients reach it.
  URI door() {
    return URI.create("http://127.0.0.1:" + clients.port());
  }

  /// Its own ports, past the relay.
  Listens listens() {
    return listens;
  }

  Relay clients() {
    return clients;
  }

  Ways ways() {
    return ways;
  }

  Child process() {
    return child;
  }

  /// What became of it until now.
  Evidence.NodeStory story() throws IOException {
    return new Evidence.NodeStory(
        name, child.isAlive(), endings.get(), starts.get(), Files.readAllLines(log));
  }

  /// Ends it without a warning.
  void kill() {
    endings.incrementAndGet();
    child.kill();
  }

  /// Asks it to end, and waits. Throws `IOException` when it has not ended within `limit`.
  void stop(Duration limit) throws IOException, InterruptedException {
    endings.incrementAndGet();
    child.terminate();
    if (!child.hasEnded(limit)) {
      throw new IOException(name + " has not ended within " + limit);
    }
  }

  /// Starts it again after it has ended, on the same ports with the same data.
  void restart() throws IOException {
    starts.incrementAndGet();
    child = Child.start(name, command, log, () -> isLive(listens.http()));
  }

  @Override
  public void close() throws IOException {
    child.kill();
    clients.close();
    ways.database().close();
    ways.redis().close();
  }
}
