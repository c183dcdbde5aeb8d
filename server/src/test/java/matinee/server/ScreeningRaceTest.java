package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import matinee.wire.Decoded;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Planned evenings of two servers on one PostgreSQL: each begins once, at its time, and also when
/// one of them is killed at that second.
@Tag("D-11")
final class ScreeningRaceTest {
  private static final int AHEAD_S = 6;
  private static final long EARLY_MS = 700;
  private static final long LATE_MS = 1_500;

  /// So long before its time it is claimed by one of them.
  private static final long CLAIMED_MS = 500;

  /// The claim of one that was killed is over by then.
  private static final long AFTER_CLAIM_MS = 12_000;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private String database = "";
  private MatineeProcess east;
  private MatineeProcess west;

  @BeforeEach
  void start() throws Exception {
    database = TestPostgres.newDatabase();
    east = MatineeProcess.serving(folder.resolve("east"), database);
    west = MatineeProcess.serving(folder.resolve("west"), database);
  }

  @AfterEach
  void stop() throws InterruptedException {
    east.close();
    west.close();
  }

  private JsonNode post(MatineeProcess at, String path, String json, String... head)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (head.length > 0) {
      request.headers(head);
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }

  /// An evening that begins in a few seconds.
  private JsonNode planned() throws Exception {
    var account = "{\"email\":\"ann@example.org\",\"password\":\"correct horse\",\"name\":\"Ann\"}";
    post(east, "/api/accounts", account);
    var login = "{\"email\":\"ann@example.org\",\"password\":\"correct horse\",\"device\":\"A\"}";
    var access = post(east, "/api/sessions", login).path("access").asString();
    var local = LocalDateTime.ofInstant(Instant.now().plusSeconds(AHEAD_S), ZoneOffset.UTC);
    var plan =
        """
        {"media":{"ref":{"type":"address","url":"https://example.org/a.mp4"}},
         "local":"%s","zone":"Etc/UTC"}"""
            .formatted(local.withNano(0));
    return post(east, "/api/screenings", plan, "Authorization", "Bearer " + access);
  }

  /// The starts that the room's history has.
  private List<Recorded> starts(String room) {
    try (var opened = Database.open(database, (_, _) -> {})) {
      Journal journal = new SqlJournal(opened);
      var history = journal.find(new RoomId(room)).orElseThrow();
      return journal.since(history, 0, Integer.MAX_VALUE).stream()
          .map(entry -> recorded(entry.body()))
          .filter(it -> it.event() instanceof Event.PlaybackChanged)
          .filter(it -> it.author() instanceof Author.ByMember)
          .toList();
    }
  }

  private static Recorded recorded(String text) {
    return switch (ServerMessages.decode(text)) {
      case Decoded.Value<ServerMessage>(ServerMessage.Happened(var recorded)) -> recorded;
      case Decoded.Value<ServerMessage>(var message) -> throw new AssertionError(message);
      case Decoded.Malformed<ServerMessage>(var field, var why) ->
          throw new AssertionError(field + " " + why + " in " + text);
    };
  }

  private String state(MatineeProcess at, JsonNode planned) throws Exception {
    var answer =
        new Stranger(http, at.port())
            .get("/api/screenings/" + planned.path("screening").asString());
    return JsonMapper.shared().readTree(answer.body()).path("state").asString();
  }

  private void beginsOnce(JsonNode planned, long lateMs) throws Exception {
    var room = planned.path("room").asString();
    var guest = new Stranger(http, west.port());
    try (var visit = guest.enter(guest.ticket(room))) {
      visit.ask("reportReady", "ready", "\"lengthMs\":60000");
      visit.ear().next("playbackChanged");
      while (state(west, planned).equals("planned")) {
        Thread.onSpinWait();
      }

      var starts = starts(room);
      assertThat(starts).hasSize(1);
      var playing =
          (Playback.Playing) ((Event.PlaybackChanged) starts.getFirst().event()).playback();
      var startsAt = Instant.parse(planned.path("startsAt").asString());
      assertThat(playing.timeline().anchorPositionMs()).isZero();
      assertThat(playing.timeline().anchorTime())
          .isBetween(startsAt.minusMillis(EARLY_MS), startsAt.plusMillis(lateMs));
    }
  }

  @Test
  void one_that_is_killed_at_that_second_leaves_nothing_undone() throws Exception {
    var planned = planned();
    var startsAt = Instant.parse(planned.path("startsAt").asString());
    var killing =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (Instant.now().isBefore(startsAt.minusMillis(CLAIMED_MS))) {
                    Thread.onSpinWait();
                  }
                  killEast();
                });

    beginsOnce(planned, AFTER_CLAIM_MS);

    killing.join();
  }

  private void killEast() {
    try {
      east.kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void two_servers_begin_it_once_at_its_time() throws Exception {
    beginsOnce(planned(), LATE_MS);
  }
}
