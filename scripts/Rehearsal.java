import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// A lively evening on a server that is being prepared for fast starts: people enter some rooms and
/// talk, play, pause and seek as fast as they are answered, so that the JVM sees which code is hot.
///
/// Usage: `java scripts/Rehearsal.java ADDRESS SECONDS`. Ends with 1 when it could not take place.
/// The server must not limit its members' commands.
public final class Rehearsal {
  private static final int ROOMS = 8;
  private static final int MEMBERS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final CountDownLatch failed = new CountDownLatch(1);
  private final String address;

  private Rehearsal(String address) {
    this.address = address;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var rehearsal = new Rehearsal(arguments[0]);
    for (int i = 0; i < ROOMS; i++) {
      rehearsal.fillRoom();
    }
    boolean broken = rehearsal.failed.await(Long.parseLong(arguments[1]), TimeUnit.SECONDS);
    System.exit(broken ? 1 : 0);
  }

  private void fillRoom() throws IOException, InterruptedException {
    var room = field("room", post("/api/rooms", "{}"));
    var revision = new AtomicLong();
    for (int i = 0; i < MEMBERS; i++) {
      var ticket = field("ticket", post("/api/rooms/" + room + "/tickets", "{\"name\":\"Guest " + i + "\"}"));
      http.newWebSocketBuilder()
          .header("Origin", address)
          .subprotocols("matinee.1")
          .buildAsync(
              URI.create(address.replace("http:", "ws:") + "/sync?ticket=" + ticket), new Member(revision))
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join()
          .sendText("{\"type\":\"enter\"}", true);
    }
  }

  private String post(String path, String json) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Origin", address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String field(String name, String json) throws IOException {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("no " + name + " in " + json);
    }
    return found.group(1);
  }

  /// Says the next thing whenever the one before was answered. `revision` is the newest that any
  /// member of the room has seen.
  private final class Member implements WebSocket.Listener {
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");
    private static final Pattern ANSWER = Pattern.compile("\\{\"type\":\"(snapshot|accepted|rejected)\"");
    private static final int BEAT = 8;
    private static final String LOAD =
        "\"type\":\"load\",\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"https://films.example/film.mp4\"},"
            + "\"title\":\"Film\"}";

    private final AtomicLong revision;
    private final StringBuilder message = new StringBuilder();
    private int said;

    Member(AtomicLong revision) {
      this.revision = revision;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        hear(socket, message.toString());
        message.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, part, last);
    }

    private void hear(WebSocket socket, String text) {
      var found = REVISION.matcher(text);
      if (found.find()) {
        revision.accumulateAndGet(Long.parseLong(found.group(1)), Math::max);
      }
      if (ANSWER.matcher(text).lookingAt()) {
        say(socket, said++);
      }
    }

    private void say(WebSocket socket, int turn) {
      var wish = "{%s,\"id\":\"c-%d\",\"seen\":%d}".formatted(wish(turn), turn, revision.get());
      var beat =
          "{\"type\":\"heartbeat\",\"t0\":%d.25,\"condition\":\"WATCHING\",\"roundTripMs\":%d.5}";
      var sent =
          turn % BEAT == 0
              ? socket
                  .sendText(beat.formatted(turn, turn % 100), true)
                  .thenCompose(it -> it.sendText(wish, true))
              : socket.sendText(wish, true);
      sent.exceptionally(
          failure -> {
            onError(socket, failure);
            return socket;
          });
    }

    private static String wish(int turn) {
      return switch (turn) {
        case 0 -> LOAD;
        default ->
            switch (turn % 10) {
              case 1 -> "\"type\":\"play\"";
              case 3 -> "\"type\":\"seek\",\"positionMs\":" + turn * 1000;
              case 5 -> "\"type\":\"pause\"";
              case 7 -> "\"type\":\"reportReady\",\"lengthMs\":5400000";
              default -> "\"type\":\"say\",\"text\":\"This is message number %d.\"".formatted(turn);
            };
      };
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      failed.countDown();
      return WebSocket.Listener.super.onClose(socket, code, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable cause) {
      failed.countDown();
    }
  }
}
