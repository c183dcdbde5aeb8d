package matinee.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The disk takes its time to keep what it is given.
@Tag("F-20")
@EnabledIf("matinee.server.http.FailingCalls#isPossible")
final class SlowDiskTest {
  private static final int SIZE = 300_000;
  private static final byte[] FILM = Samples.webm(SIZE, 7);

  /// Longer than all that goes on meanwhile takes: what is held goes on when the test lets it.
  private static final String HELD = "fsync:delay_enter=50s";

  @TempDir private Path data;
  private ServerProcess server;
  private TusClient tus;

  @BeforeEach
  void start() throws Exception {
    server = ServerProcess.keepingIn(data);
    tus = new TusClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private int newRoom() throws IOException {
    var nothing = "{}".getBytes(UTF_8);
    return RawHttp.ask(server.port(), nothing, "POST /api/rooms", "Content-Type: application/json")
        .status();
  }

  private int ready() throws IOException {
    return RawHttp.ask(server.port(), "GET /health/ready").status();
  }

  private CompletableFuture<Long> send(String upload) {
    return supplyAsync(
        () -> {
          try {
            var answer = tus.append(upload, 0, FILM);
            return Long.parseLong(answer.header("Upload-Offset").orElseThrow());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void while_one_film_waits_for_it_rooms_are_made_and_other_films_stored() throws Exception {
    var slow = tus.begin(SIZE);
    var other = tus.begin(SIZE);
    var part = data.resolve("films").resolve(TusClient.film(slow) + ".part");
    CompletableFuture<Long> sent;
    try (var calls =
        FailingCalls.of(server.pid(), List.of(part), HELD, data.resolve("strace.log"))) {
      sent = send(slow);
      calls.awaitHeld();

      assertThat(newRoom()).isEqualTo(201);
      assertThat(ready()).isEqualTo(200);
      tus.goOn(other, FILM, SIZE);
      assertThat(data.resolve("films").resolve(TusClient.film(other))).hasBinaryContent(FILM);
      assertThat(sent).isNotDone();
    }

    assertThat(sent.get()).isEqualTo(SIZE);
    assertThat(tus.offset(slow)).isEqualTo(SIZE);
  }
}
