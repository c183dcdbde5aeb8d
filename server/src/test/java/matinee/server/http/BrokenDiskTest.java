package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A film comes in while one call of the disk after the other fails.
@EnabledIf("matinee.server.http.FailingCalls#isPossible")
final class BrokenDiskTest {
  private static final int SIZE = 300_000;
  private static final byte[] FILM = Samples.webm(SIZE, 7);

  /// More calls of a kind than it takes to upload the film.
  private static final int MANY = 30;

  @TempDir private static Path data;
  private static ServerProcess server;
  private static TusClient tus;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.keepingIn(data);
    tus = new TusClient(server.port());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pwrite64:error=ENOSPC",
        "pwrite64:error=EIO",
        "fsync:error=EIO",
        "openat:error=EMFILE",
        "openat:error=EIO",
        "rename:error=EIO",
      })
  @Tag("F-19")
  void whichever_call_fails_the_film_is_whole_or_can_be_gone_on_with(String call) throws Exception {
    int n = 1;
    while (n < MANY && failsAt(n, call)) {
      n++;
    }
    assertThat(n).as("calls that failed").isBetween(2, MANY - 1);
  }

  /// Uploads while the `n`-th such call fails; whether there was one.
  private static boolean failsAt(int n, String call) throws Exception {
    var upload = tus.begin(SIZE);
    var film = film(upload);
    long failed;
    Optional<Answer> answer;
    try (var calls = failing(upload, call + ":when=" + n)) {
      answer = sent(upload);
      failed = calls.count();
    }

    if (answer.filter(it -> it.header("Upload-Offset").equals(Optional.of("" + SIZE))).isEmpty()) {
      assertThat(failed).isPositive();
      assertThat(film).doesNotExist();
    }
    tus.goOn(upload, FILM, SIZE);
    assertThat(tus.offset(upload)).isEqualTo(SIZE);
    assertThat(film).hasBinaryContent(FILM);
    return failed > 0;
  }

  @Test
  @Tag("F-20")
  void nothing_is_said_to_be_stored_that_the_disk_did_not_take() throws Exception {
    var upload = tus.begin(SIZE);

    try (var calls = failing(upload, "fsync:error=EIO:when=1+")) {
      var answer = sent(upload);

      assertThat(calls.count()).isPositive();
      assertThat(answer.filter(it -> it.status() < 300)).isEmpty();
      assertThat(film(upload)).doesNotExist();
    }
    assertThat(tus.offset(upload)).isZero();
  }

  private static FailingCalls failing(String upload, String injection) throws IOException {
    var film = film(upload);
    var part = film.resolveSibling(film.getFileName() + ".part");
    var files = new ArrayList<>(List.of(film, part, film.getParent()));
    return FailingCalls.of(server.pid(), files, injection, data.resolve("strace.log"));
  }

  /// All of the film at once; nothing if the server answered nothing.
  private static Optional<Answer> sent(String upload) {
    try {
      return Optional.of(tus.append(upload, 0, FILM));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Path film(String upload) {
    return data.resolve("films").resolve(TusClient.film(upload));
  }
}
