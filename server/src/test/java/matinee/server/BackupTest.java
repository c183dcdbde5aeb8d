package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import matinee.server.sql.TestPooler;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server at work is backed up, and what was taken is put back: from a SQLite file into a
/// PostgreSQL server, and the other way.
final class BackupTest {
  private static final int ROOMS = 3;
  private static final String TEXT = "\"text\":\"hello\"";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  /// What somebody has of a room: the way back into it, and how far its history was known.
  private record Known(String room, String pass, String epoch, long revision) {}

  private static String sqlite(Path data) {
    return data.resolve("matinee.db").toString();
  }

  private Stranger at(MatineeProcess process) {
    return new Stranger(http, process.port());
  }

  /// Ends well, or else says what it said.
  private static void errand(String... arguments) throws Exception {
    try (var process = MatineeProcess.run(List.of(arguments))) {
      var said = process.end();
      assertThat(process.status()).as(said).isZero();
    }
  }

  @Test
  @Tag("D-01")
  @Tag("D-02")
  @Tag("EN2")
  void from_a_file_to_a_server() throws Exception {
    backUpAndRestore(sqlite(folder.resolve("old")), TestPostgres.newDatabase());
  }

  @Test
  @Tag("D-01")
  @Tag("D-02")
  @Tag("EN2")
  void from_a_server_to_a_file() throws Exception {
    backUpAndRestore(TestPostgres.newDatabase(), sqlite(folder.resolve("new")));
  }

  @Test
  @Tag("F-11")
  void from_a_server_to_another_through_a_pooler() throws Exception {
    backUpAndRestore(
        TestPooler.before(TestPostgres.newDatabase()),
        TestPooler.before(TestPostgres.newDatabase()));
  }

  private void backUpAndRestore(String before, String after) throws Exception {
    var old = folder.resolve("old");
    var backup = folder.resolve("backup");
    var known = new ArrayList<Known>();
    long[] saidBefore = new long[ROOMS];
    byte[] film = Files.readAllBytes(filmIn(old));

    try (var process = MatineeProcess.serving(old, before)) {
      var visits = new ArrayList<Stranger.Visit>();
      for (int i = 0; i < ROOMS; i++) {
        var entrance = entrance(process);
        visits.add(entrance.visit());
        known.add(entrance.known());
      }
      whileSpeaking(
          visits,
          saidBefore,
          () -> {
            errand("backup", "--to=" + backup, "--data=" + old, "--database=" + before);
            return backup;
          });
      for (int i = 0; i < ROOMS; i++) {
        long last = visits.get(i).ask("say", "last", TEXT).path("revision").asLong();
        var it = known.get(i);
        known.set(i, new Known(it.room(), it.pass(), it.epoch(), last));
        visits.get(i).close();
      }
    }
    var restored = folder.resolve("new");
    errand("restore", "--from=" + backup, "--data=" + restored, "--database=" + after);

    assertThat(restored.resolve("films").resolve("film-1")).hasBinaryContent(film);
    try (var process = MatineeProcess.serving(restored, after)) {
      for (int i = 0; i < ROOMS; i++) {
        var it = known.get(i);
        try (var visit = comeBack(process, it)) {
          assertThat(visit.snapshot().path("epoch").asString()).isNotEqualTo(it.epoch());
          assertThat(visit.snapshot().path("revision").asLong())
              .isGreaterThanOrEqualTo(saidBefore[i])
              .isLessThan(it.revision() + 2);
          assertThat(visit.ask("say", "again", TEXT).path("revision").asLong()).isPositive();
        }
      }
    }
  }

  private static Path filmIn(Path data) throws IOException {
    var films = Files.createDirectories(data.resolve("films"));
    return Files.writeString(films.resolve("film-1"), "a film");
  }

  private record Entrance(Stranger.Visit visit, Known known) {}

  private Entrance entrance(MatineeProcess process) throws Exception {
    var stranger = at(process);
    var room = stranger.newRoom();
    var answer = ticket(stranger, room, Optional.empty());
    var visit = stranger.enter(answer.path("ticket").asString());
    var snapshot = visit.snapshot();
    return new Entrance(
        visit,
        new Known(room, answer.path("pass").asString(), snapshot.path("epoch").asString(), 0));
  }

  private static JsonNode ticket(Stranger stranger, String room, Optional<String> pass)
      throws Exception {
    var more = pass.map(it -> ",\"pass\":\"" + it + "\"").orElse("");
    var answer = stranger.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"" + more + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Resumes from where the room was known to be.
  private Stranger.Visit comeBack(MatineeProcess process, Known known) throws Exception {
    var stranger = at(process);
    var ticket = ticket(stranger, known.room(), Optional.of(known.pass())).path("ticket");
    return stranger.enter(
        ticket.asString(),
        "{\"type\":\"enter\",\"resume\":{\"epoch\":\"%s\",\"revision\":%d}}"
            .formatted(known.epoch(), known.revision()));
  }

  /// Lets everybody speak until `work` is done; notes how far each room was before it began.
  private static void whileSpeaking(List<Stranger.Visit> visits, long[] before, Callable<Path> work)
      throws Exception {
    var isDone = new AtomicBoolean();
    for (int i = 0; i < visits.size(); i++) {
      before[i] = visits.get(i).ask("say", "first", TEXT).path("revision").asLong();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var speaking =
          IntStream.range(0, visits.size())
              .mapToObj(i -> threads.submit(() -> speak(visits.get(i), isDone)))
              .toList();
      work.call();
      isDone.set(true);
      for (var it : speaking) {
        it.get();
      }
    }
  }

  /// Says one thing after the other, not more often than a member may. Returns whether the work was
  /// done before.
  private static boolean speak(Stranger.Visit visit, AtomicBoolean isDone)
      throws InterruptedException {
    for (int i = 0; i < 35 && !isDone.get(); i++) {
      visit.ask("say", "s-" + i, TEXT);
    }
    return isDone.get();
  }

  @Test
  void nothing_is_written_over() throws Exception {
    var full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("something"), "of somebody");
    var storage =
        new Config.Storage(
            folder.resolve("data"), sqlite(folder.resolve("data")), Optional.empty());

    assertThatThrownBy(new Backup(storage, full)::run).hasMessageContaining("is not empty");
    assertThatThrownBy(new Restore(full, storage)::run)
        .hasMessageContaining("name the folder of a backup");
  }

  @Test
  void where_a_secret_is_nothing_is_restored() throws Exception {
    var data = Files.createDirectories(folder.resolve("data"));
    var storage = new Config.Storage(data, sqlite(data), Optional.empty());
    var backup = Files.createDirectories(folder.resolve("backup"));
    Files.writeString(backup.resolve("matinee.db"), "");
    Files.writeString(data.resolve("secret"), "of another server");

    assertThatThrownBy(new Restore(backup, storage)::run)
        .hasMessageContaining("Nothing was restored");
    assertThat(data.resolve("matinee.db")).doesNotExist();
  }

  @Test
  @Tag("D-02")
  void a_database_that_was_put_back_otherwise_begins_new_epochs() throws Exception {
    var data = folder.resolve("data");
    Known known;
    try (var process = MatineeProcess.serving(data, sqlite(data))) {
      var entrance = entrance(process);
      known = entrance.known();
      entrance.visit().close();
    }

    errand("renew", "--data=" + data);

    try (var process = MatineeProcess.serving(data, sqlite(data));
        var visit = comeBack(process, known)) {
      assertThat(visit.snapshot().path("epoch").asString()).isNotEqualTo(known.epoch());
    }
  }
}
