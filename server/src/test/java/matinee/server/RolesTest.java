package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import matinee.server.sql.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `serve api` and `serve sync` as processes of their own, on one real PostgreSQL.
final class RolesTest {
  private static final int PATIENCE_S = 60;

  @TempDir private static Path folder;
  private static String database = "";
  private static MatineeProcess sync;
  private static MatineeProcess alone;
  private static MatineeProcess knowing;
  private final HttpClient http = HttpClient.newHttpClient();

  /// A sync server; an api server that knows nothing of it, and one that does.
  @BeforeAll
  static void start() throws Exception {
    database = TestPostgres.newDatabase();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var api = threads.submit(() -> process("alone", "api"));
      sync = process("sync", "sync");
      knowing = process("knowing", "api", "--sync-at=127.0.0.1:" + sync.syncPort());
      alone = api.get();
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    for (var process : List.of(alone, knowing, sync)) {
      process.close();
    }
  }

  private static MatineeProcess process(String name, String... arguments) throws IOException {
    return MatineeProcess.serving(folder.resolve(name), database, arguments);
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode post(int port, String path, String json) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private String newRoom(int port) throws Exception {
    return post(port, "/api/rooms", "{}").path("room").asString();
  }

  private String ticket(int port, String room) throws Exception {
    return post(port, "/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}")
        .path("ticket")
        .asString();
  }

  /// What somebody hears who comes in by `port` with `ticket` and says something.
  private JsonNode sayHello(int port, String ticket) {
    var heard = new LinkedBlockingQueue<String>();
    var socket =
        http.newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://127.0.0.1:" + port)
            .buildAsync(
                URI.create("ws://127.0.0.1:" + port + "/sync?ticket=" + ticket), new Ear(heard))
            .join();
    socket.sendText("{\"type\":\"enter\"}", true).join();
    var snapshot = next(heard, "snapshot");
    long seen = snapshot.path("state").path("revision").asLong(snapshot.path("revision").asLong());
    socket
        .sendText(
            "{\"type\":\"say\",\"id\":\"hello-1\",\"seen\":" + seen + ",\"text\":\"hello\"}", true)
        .join();
    var answer = next(heard, "accepted");
    socket.abort();
    return answer;
  }

  private static JsonNode next(BlockingQueue<String> heard, String type) {
    try {
      while (true) {
        var text = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (text == null) {
          throw new AssertionError("no " + type + " came");
        }
        var message = JsonMapper.shared().readTree(text);
        assertThat(message.path("type").asString()).isNotEqualTo("rejected");
        if (message.path("type").asString().equals(type)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Ear(BlockingQueue<String> heard) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.add(text.toString());
      from.request(1);
      return null;
    }
  }

  @Test
  @Tag("EN1")
  void a_ticket_of_an_api_server_opens_a_connection_to_a_sync_server() throws Exception {
    var room = newRoom(alone.port());

    var answer = sayHello(sync.syncPort(), ticket(alone.port(), room));

    assertThat(answer.path("id").asString()).isEqualTo("hello-1");
    assertThat(get(alone.port(), "/api/rooms/" + room).statusCode()).isEqualTo(200);
  }

  @Test
  void an_api_server_without_a_sync_server_says_so_and_one_that_knows_it_passes_on()
      throws Exception {
    var room = newRoom(alone.port());

    var refused = get(alone.port(), "/sync?ticket=x");
    var answer = sayHello(knowing.port(), ticket(alone.port(), room));

    assertThat(refused.statusCode()).isEqualTo(421);
    assertThat(refused.body()).contains("sync-elsewhere", "--sync-at");
    assertThat(answer.path("type").asString()).isEqualTo("accepted");
  }

  @Test
  void a_sync_server_tells_whether_it_is_ready_and_serves_no_pages() throws Exception {
    assertThat(get(sync.port(), "/health/ready").statusCode()).isEqualTo(200);
    assertThat(get(sync.port(), "/health/live").statusCode()).isEqualTo(200);
    assertThat(get(sync.port(), "/metrics").body()).contains("matinee_connections");
    assertThat(get(sync.port(), "/").statusCode()).isEqualTo(404);
    assertThat(get(sync.port(), "/api/rooms/a-room-of-our-own").statusCode()).isEqualTo(404);
  }
}
