package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed again and again, at moments that chance chooses, while a film comes in
/// (D-07).
final class UploadKilledTest {
  private static final int KILLS = 20;
  private static final int SIZE = 48 << 20;

  /// What is sent of it at a time, at most: twice for each kill it fits in.
  private static final int PIECE = 1 << 20;

  private static final int STEP = 50_000;
  private static final byte[] FILM = Samples.webm(SIZE, 7);

  @TempDir Path data;

  @Test
  @Tag("D-07")
  void a_film_comes_in_whole_whenever_the_server_is_killed() throws Exception {
    var chance = new Random(20_261_125);
    String upload;
    try (var server = ServerProcess.keepingIn(data)) {
      upload = new TusClient(server.port()).begin(SIZE);
    }
    long acknowledged = 0;
    for (int i = 0; i < KILLS; i++) {
      try (var server = ServerProcess.keepingIn(data)) {
        var tus = new TusClient(server.port());
        long offset = tus.offset(upload);
        assertThat(offset).isGreaterThanOrEqualTo(acknowledged);
        acknowledged = offset + chance.nextInt(PIECE);
        var answer = tus.append(upload, offset, piece(offset, acknowledged));
        assertThat(answer.header("Upload-Offset")).hasValue("" + acknowledged);
        sendUntilKilled(server, upload, acknowledged, chance);
      }
      assertThat(Files.size(part(upload))).isGreaterThanOrEqualTo(acknowledged);
    }

    try (var server = ServerProcess.keepingIn(data)) {
      new TusClient(server.port()).goOn(upload, FILM, SIZE);
    }

    var film = data.resolve("films").resolve(part(upload).getFileName().toString().split("[.]")[0]);
    assertThat(Files.mismatch(film, Files.write(data.resolve("sent"), FILM))).isEqualTo(-1);
    try (var files = Files.list(data.resolve("films"))) {
      assertThat(files).containsExactly(film);
    }
  }

  private Path part(String upload) {
    return data.resolve("films").resolve(TusClient.film(upload) + ".part");
  }

  private static byte[] piece(long from, long to) {
    return Arrays.copyOfRange(FILM, (int) from, (int) to);
  }

  /// Sends what comes behind `from`, and kills the server when chance has let so much of it
  /// through; some bytes of the film stay for the end.
  private static void sendUntilKilled(ServerProcess server, String upload, long from, Random chance)
      throws Exception {
    long to = from + chance.nextInt(PIECE);
    try (var http = new RawHttp(server.port())) {
      http.head(TusClient.patch(upload, from, "Content-Length: " + (SIZE - from)));
      for (long at = from; at < to; at += STEP) {
        http.write(piece(at, Math.min(at + STEP, to)));
      }
      server.kill();
    } catch (IOException _) {
      server.kill(); // while it was being written to
    }
  }
}
