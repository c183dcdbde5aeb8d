package matinee.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A page that listens for what is new for its person.
final class NewsEar implements AutoCloseable {
  private static final String DATA = "data: ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;

  NewsEar(House house, Browser browser) throws IOException, InterruptedException {
    var bearer = browser.bearer().split(": ", 2);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + house.port() + "/api/people/events"))
            .header(bearer[0], bearer[1])
            .build();
    response = client.send(request, BodyHandlers.ofInputStream());
    lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  int status() {
    return response.statusCode();
  }

  /// How the answer begins.
  Answer begun() {
    return new Answer(response.statusCode(), response.headers().map(), new byte[0]);
  }

  /// What the next event says that has no name; waits for it. Empty if the stream ends instead.
  Optional<String> next() throws IOException {
    return next(DATA);
  }

  /// Waits for the next event that is called `name`; whether it came before the stream ended.
  boolean isTold(String name) throws IOException {
    return next("event: " + name).isPresent();
  }

  private Optional<String> next(String beginning) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return Optional.of(line.substring(beginning.length()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
