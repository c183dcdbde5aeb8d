package matinee.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.server.telemetry.Meters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two regions of one server each, every server in a process of its own. The clock of `us` is ten
/// seconds ahead of that of `eu`.
final class TwoRegions implements AutoCloseable {
  static final Duration AHEAD = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String regions;
  final Land eu;
  final Land us;

  /// Both begin to run.
  TwoRegions(Path folder, String databaseOfUs) throws Exception {
    var ports = freePorts();
    regions = "eu=http://127.0.0.1:%d,us=http://127.0.0.1:%d".formatted(ports.get(0), ports.get(1));
    eu = new Land("eu", ports.get(0), folder.resolve("eu"), "");
    us = new Land("us", ports.get(1), folder.resolve("us"), databaseOfUs);
    Files.createDirectories(us.data);
    try (var database = Database.open(us.database(), new Meters())) {
      new SqlJournal(database).markAlive(Instant.now().plus(AHEAD));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var other = threads.submit(us::start);
      eu.start();
      other.get();
    }
  }

  private static List<Integer> freePorts() throws IOException {
    try (var one = new ServerSocket(0);
        var other = new ServerSocket(0)) {
      return List.of(one.getLocalPort(), other.getLocalPort());
    }
  }

  /// A region.
  final class Land {
    private final String name;
    private final int port;
    private final Path data;
    private final String database;
    private final List<MatineeProcess> processes = new ArrayList<>();

    private Land(String name, int port, Path data, String database) {
      this.name = name;
      this.port = port;
      this.data = data;
      this.database = database;
    }

    String name() {
      return name;
    }

    String address() {
      return "http://127.0.0.1:" + port;
    }

    /// Where its database is.
    String database() {
      return database.isEmpty() ? data.resolve("matinee.db").toString() : database;
    }

    MatineeProcess start() throws IOException {
      var process =
          MatineeProcess.run(
              List.of(
                  "serve",
                  "--bind=127.0.0.1",
                  "--port=" + port,
                  "--sync-port=0",
                  "--data=" + data,
                  "--database=" + database(),
                  "--region=" + name,
                  "--regions=" + regions,
                  "--region-secret=a secret for tests, that is long enough"));
      processes.add(process);
      process.await("http://localhost:" + port);
      return process;
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
      processes.removeLast().kill();
    }

    /// A new room in which a film lies.
    String room() throws Exception {
      var media =
          "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"http://a.example/b.mp4\"},"
              + "\"title\":\"A film\"}}";
      var request =
          HttpRequest.newBuilder(URI.create(address() + "/api/rooms"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(media))
              .build();
      return read(request).path("room").asString();
    }

    /// What who comes to `room` with nothing but `password` is answered: the kind of a problem, or
    /// nothing if they are let in.
    String knock(String room, String password) throws Exception {
      var body =
          JsonMapper.shared().createObjectNode().put("name", "Bob").put("password", password);
      var request =
          HttpRequest.newBuilder(URI.create(address() + "/api/rooms/" + room + "/tickets"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build();
      return read(request).path("type").asString("").replace("urn:matinee:problem:", "");
    }

    /// What the room called `room` looks like from outside.
    JsonNode look(String room) throws Exception {
      return read(HttpRequest.newBuilder(URI.create(address() + "/api/rooms/" + room)).build());
    }
  }

  private JsonNode read(HttpRequest request) throws Exception {
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() throws InterruptedException {
    for (var land : List.of(eu, us)) {
      for (var process : land.processes) {
        process.close();
      }
    }
  }
}
