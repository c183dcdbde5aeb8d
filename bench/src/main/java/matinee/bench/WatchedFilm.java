package matinee.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A film of the server that somebody watches in a room, and may therefore read under `path`; until
/// closed.
record WatchedFilm(String path, Stranger watching, ScheduledExecutorService clock)
    implements AutoCloseable {
  private static final byte[] FLAC = "fLaC".getBytes(StandardCharsets.US_ASCII);
  private static final int BEAT_S = 5;

  /// So many bytes that begin as a film does.
  static byte[] beginning(int bytes) {
    return Arrays.copyOf(FLAC, bytes);
  }

  /// A film of `bytes` that begin as a film does.
  static WatchedFilm of(Target.Matinee target, byte[] bytes)
      throws IOException, InterruptedException {
    return of(target, upload(target.httpPort(), "a.flac", bytes));
  }

  /// The film called `film`, which is there.
  static WatchedFilm of(Target.Matinee target, String film)
      throws IOException, InterruptedException {
    int port = target.httpPort();
    var media = "{\"media\":{\"ref\":{\"type\":\"upload\",\"film\":\"" + film + "\"}}}";
    var room = "/api/rooms/" + Http.field(Http.post(port, 1, "/api/rooms", media), "room");
    var ticket = Http.post(port, 1, room + "/tickets", "{\"name\":\"Ann\"}");
    var watching =
        Stranger.enter(target, target.handshake(Http.field(ticket, "ticket")), 1 << 16).reading();
    var clock = Executors.newSingleThreadScheduledExecutor();
    var _ =
        clock.scheduleAtFixedRate(() -> beat(watching, target), BEAT_S, BEAT_S, TimeUnit.SECONDS);
    var pass = Http.field(ticket, "pass");
    var path = room + "/films/" + film + "/address";
    var asking = to(port, path, "application/json").header("Authorization", "Bearer " + pass);
    return new WatchedFilm(Http.field(send(asking, new byte[0]), "url"), watching, clock);
  }

  /// The id of the film of `bytes` that is uploaded as `name`.
  static String upload(int port, String name, byte[] bytes)
      throws IOException, InterruptedException {
    var request = to(port, "/api/films?name=" + name, "application/octet-stream");
    return Http.field(send(request, bytes), "film");
  }

  private static void beat(Stranger watching, Target target) {
    try {
      watching.say(target.heartbeat());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest.Builder to(int port, String path, String type) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", type);
  }

  private static String send(HttpRequest.Builder request, byte[] body)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var whole = request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
      return http.send(whole, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    watching.close();
  }
}
