package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import matinee.server.MatineeProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done once, in a process of its own, while a server is at work on the same SQLite file.
final class ErrandsBesideServerTest {
  private static final byte[] FILM = Samples.webm(64 << 10, 3);

  @TempDir private Path data;

  /// What a process said, and with what it ended.
  private record Said(int status, String text) {}

  private Said matinee(String... words) throws Exception {
    try (var process = MatineeProcess.run(List.of(words))) {
      var text = process.end();
      return new Said(process.status(), text);
    }
  }

  private String stored(TusClient tus) throws Exception {
    var upload = tus.begin(FILM.length);
    var _ = tus.append(upload, 0, FILM);
    return TusClient.film(upload);
  }

  @Test
  @Tag("D-03")
  void films_and_what_was_done_are_looked_at_while_the_server_goes_on_storing() throws Exception {
    try (var server = ServerProcess.keepingIn(data)) {
      var tus = new TusClient(server.port());
      var first = stored(tus);

      var whole = matinee("library", "check", "--data=" + data);
      var done = matinee("audit", "verify", "--data=" + data);
      Files.write(data.resolve("films").resolve(first), new byte[] {0});
      var second = stored(tus);
      var damaged = matinee("library", "check", "--data=" + data);

      assertThat(whole)
          .isEqualTo(new Said(0, "Films: 1, each as it was stored, and nothing besides.\n"));
      assertThat(done.text()).contains("each as it was made");
      assertThat(done.status()).isZero();
      assertThat(damaged.status()).isEqualTo(1);
      assertThat(damaged.text())
          .startsWith("damaged     " + first + "\n")
          .contains("of 2 films 0 are missing and 1 damaged")
          .doesNotContain(second);
    }
  }

  @Test
  void a_second_server_does_not_start_on_a_file_on_which_one_is_at_work() throws Exception {
    try (var server = ServerProcess.keepingIn(data)) {
      var second =
          matinee(
              "serve",
              "--bind=127.0.0.1",
              "--port=0",
              "--sync-port=0",
              "--data=" + data.toString());

      assertThat(second.status()).isNotZero();
      assertThat(second.text()).contains("a server is at work on it: stop that one first");
      assertThat(new TusClient(server.port()).begin(FILM.length)).isNotEmpty();
    }
  }
}
