package matinee.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Somebody who uploads one small film after the other, at each node in turn, and writes down which
/// were taken in, and when.
final class Uploads implements AutoCloseable {
  private static final int BYTES = 100_000;
  private static final int CREATED = 201;
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Pattern FILM = Pattern.compile("\"film\":\"([^\"]+)\"");

  private final Trial trial;
  private final long seed;
  private final Map<String, Taken> taken = new ConcurrentHashMap<>();
  private final Thread thread;

  /// The film made from the seed with this `number` was taken in at `atMs` of the trial's clock.
  private record Taken(int number, double atMs) {}

  /// Begins at once.
  Uploads(Trial trial, long seed) {
    this.trial = trial;
    this.seed = seed;
    thread = Thread.ofVirtual().name("uploads").start(this::run);
  }

  private void run() {
    try (var http = HttpClient.newHttpClient()) {
      for (int number = 0; ; number++) {
        upload(http, number);
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void upload(HttpClient http, int number) throws InterruptedException {
    var nodes = trial.cluster().nodes();
    int port = nodes.get(number % nodes.size()).listens().http();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/films?name=a.flac"))
            .header("Content-Type", "application/octet-stream")
            // Limits are by address: each film comes from one of its own.
            .header("X-Forwarded-For", "10.9.%d.%d".formatted(number / 250 % 250, number % 250))
            .timeout(ANSWER)
            .POST(HttpRequest.BodyPublishers.ofByteArray(film(number)))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var film = FILM.matcher(answer.body());
      if (answer.statusCode() == CREATED && film.find()) {
        taken.put(film.group(1), new Taken(number, trial.nowMs()));
      }
    } catch (IOException _) {
      // it may have been taken in, or not
    }
  }

  /// Begins as a film does; the rest is chance.
  private byte[] film(int number) {
    var bytes = new byte[BYTES];
    Chance.of(seed, "film " + number).nextBytes(bytes);
    var head = "fLaC".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  /// What does not hold of the library in `postgres` with its bytes in `films`, in sentences: all
  /// that was taken in before `untilMs` is there, and whatever is there has its bytes.
  List<String> broken(Postgres postgres, Path films, double untilMs)
      throws IOException, SQLException {
    var sizes = sizes(postgres);
    var broken = new ArrayList<String>();
    taken.forEach(
        (film, how) -> {
          if (how.atMs < untilMs && !sizes.containsKey(film)) {
            broken.add(
                "film %s was taken in at %.0f ms and is not there".formatted(film, how.atMs));
          }
        });
    for (var film : sizes.entrySet()) {
      var file = films.resolve(film.getKey());
      if (!Files.exists(file) || Files.size(file) != film.getValue()) {
        broken.add("film " + film.getKey() + " has not its bytes");
      } else if (isOther(file, Optional.ofNullable(taken.get(film.getKey())))) {
        broken.add("film " + film.getKey() + " has other bytes than were sent");
      }
    }
    trial.say("%,d films there".formatted(sizes.size()));
    return broken;
  }

  private boolean isOther(Path file, Optional<Taken> sent) throws IOException {
    return sent.isPresent() && !Arrays.equals(Files.readAllBytes(file), film(sent.get().number));
  }

  private static Map<String, Long> sizes(Postgres postgres) throws SQLException {
    var sizes = new HashMap<String, Long>();
    try (var connection = postgres.connect();
        var rows = connection.createStatement().executeQuery("select id, size_bytes from film")) {
      while (rows.next()) {
        sizes.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sizes;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
