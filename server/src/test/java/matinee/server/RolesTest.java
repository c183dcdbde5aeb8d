package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `serve api` and `serve sync` as processes of their own, on one real PostgreSQL.
final class RolesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

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

  private Stranger at(int port) {
    return new Stranger(http, port);
  }

  /// What somebody hears who comes in by `port` with `ticket` and says something.
  private JsonNode sayHello(int port, String ticket) throws InterruptedException {
    try (var visit = at(port).enter(ticket)) {
      return visit.ask("say", "hello-1", "\"text\":\"hello\"");
    }
  }

  @Test
  @Tag("EN1")
  void a_ticket_of_an_api_server_opens_a_connection_to_a_sync_server() throws Exception {
    var room = at(alone.port()).newRoom();

    var answer = sayHello(sync.syncPort(), at(alone.port()).ticket(room));

    assertThat(answer.path("id").asString()).isEqualTo("hello-1");
    assertThat(at(alone.port()).get("/api/rooms/" + room).statusCode()).isEqualTo(200);
  }

  @Test
  void an_api_server_without_a_sync_server_says_so_and_one_that_knows_it_passes_on()
      throws Exception {
    var room = at(alone.port()).newRoom();

    var refused = at(alone.port()).get("/sync?ticket=x");
    var answer = sayHello(knowing.port(), at(alone.port()).ticket(room));

    assertThat(refused.statusCode()).isEqualTo(421);
    assertThat(refused.body()).contains("sync-elsewhere", "--sync-at");
    assertThat(answer.path("type").asString()).isEqualTo("accepted");
  }

  private String listed(int port) throws Exception {
    return at(port).get("/api/public-rooms").body();
  }

  private static String door(String access) {
    return "\"door\":{\"access\":\"%s\",\"capacity\":9,\"newcomers\":\"MEMBER\",\"title\":\"Tonight\"}"
        .formatted(access);
  }

  @Test
  @Tag("AC1")
  void every_api_server_lists_the_public_rooms_that_a_sync_server_keeps() throws Exception {
    var room = at(alone.port()).newRoom();
    try (var visit = at(sync.syncPort()).enter(at(alone.port()).ticket(room))) {
      assertThat(visit.ask("setDoor", "door-1", door("PUBLIC")).path("type").asString())
          .isEqualTo("accepted");
      for (int port : List.of(alone.port(), knowing.port())) {
        await().atMost(LONG).untilAsserted(() -> assertThat(listed(port)).contains(room));
      }

      visit.ask("setDoor", "door-2", door("LINK"));

      for (int port : List.of(alone.port(), knowing.port())) {
        await().atMost(LONG).untilAsserted(() -> assertThat(listed(port)).doesNotContain(room));
      }
    }
  }

  @Test
  void a_sync_server_tells_whether_it_is_ready_and_serves_no_pages() throws Exception {
    assertThat(at(sync.port()).get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(at(sync.port()).get("/health/live").statusCode()).isEqualTo(200);
    assertThat(at(sync.port()).get("/metrics").body()).contains("matinee_connections");
    assertThat(at(sync.port()).get("/").statusCode()).isEqualTo(404);
    assertThat(at(sync.port()).get("/api/rooms/a-room-of-our-own").statusCode()).isEqualTo(404);
  }
}
