package matinee.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Where clients reach the cluster, and how they knock: rooms and tickets by HTTP, then the socket.
/// Safe for use by any thread.
final class Doors implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(9);

  private final List<URI> doors;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(threads)
          .build();

  Doors(List<URI> doors) {
    this.doors = List.copyOf(doors);
  }

  /// Any of them.
  URI any(RandomGenerator chance) {
    return doors.get(chance.nextInt(doors.size()));
  }

  List<URI> all() {
    return doors;
  }

  /// What was answered to a request: `retryAfter` where the server named a time.
  record Reply(int status, String body, Optional<Duration> retryAfter) {

    /// The text field `name` of the JSON in the body. Throws `IOException` when there is none.
    String field(String name) throws IOException {
      var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
      if (!found.find()) {
        throw new IOException("no field " + name + " in " + status + " " + body);
      }
      return found.group(1);
    }
  }

  /// The answer to a POST of `json` by somebody who, a proxy says, is at `address`.
  Reply post(URI door, String path, String json, String address) throws IOException {
    var request =
        HttpRequest.newBuilder(door.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("Origin", door.toString())
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var after = response.headers().firstValue("Retry-After").map(Long::parseLong);
      return new Reply(response.statusCode(), response.body(), after.map(Duration::ofSeconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Opens the connection that `ticket` is for.
  CompletableFuture<WebSocket> open(URI door, String ticket, WebSocket.Listener listener) {
    return http.newWebSocketBuilder()
        .subprotocols("matinee.1")
        .header("Origin", door.toString())
        .connectTimeout(ANSWER)
        .buildAsync(URI.create("ws://" + door.getAuthority() + "/sync?ticket=" + ticket), listener);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
