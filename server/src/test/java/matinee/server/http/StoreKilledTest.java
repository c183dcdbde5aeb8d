package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import matinee.server.library.FilmCheck;
import matinee.server.library.Shelf;
import matinee.server.sql.Database;
import matinee.server.stores.S3Server;
import matinee.server.stores.S3Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed at moments that chance chooses, while a film comes in and goes on into
/// S3 (D-07).
final class StoreKilledTest {
  private static final int KILLS = 12;

  /// Two parts.
  private static final int SIZE = 24 << 20;

  /// About how long it takes to send a film and to store it.
  private static final int MOMENTS_MS = 800;

  private static final byte[] FILM = Samples.webm(SIZE, 7);

  @TempDir private Path kept;
  @TempDir private Path data;

  @Test
  @Tag("D-07")
  void each_film_is_stored_whole_or_can_be_gone_on_with_and_nothing_else_is_left()
      throws Exception {
    var chance = new Random(20_261_125);
    try (var s3 = new S3Server(kept);
        var store = new S3Store(s3.newAddress(), SIZE)) {
      var expected = new TreeMap<String, Long>();
      for (int i = 0; i < KILLS; i++) {
        try (var server = ServerProcess.storingAt(store.address(), data)) {
          var upload = new TusClient(server.port()).begin(SIZE);
          expected.put(upload, (long) SIZE);
          var sending = Thread.ofVirtual().start(() -> send(server, upload));
          server.killAfter(chance.nextInt(MOMENTS_MS));
          sending.join();
        }
      }

      try (var server = ServerProcess.storingAt(store.address(), data)) {
        var tus = new TusClient(server.port());
        for (var upload : expected.keySet()) {
          var _ = tus.goOn(upload, FILM, SIZE);
          assertThat(tus.offset(upload)).isEqualTo(SIZE);
        }
      }

      assertThat(store.list()).isEqualTo(ids(expected));
      assertThat(store.begun()).isEmpty();
      for (var name : store.list().keySet()) {
        try (var bytes = store.read(name, 0, SIZE)) {
          assertThat(bytes.readAllBytes()).isEqualTo(FILM);
        }
      }
      assertThat(data.resolve("films")).isEmptyDirectory();
      try (var database = Database.open(data.resolve("matinee.db").toString(), (_, _) -> {})) {
        var shelf = new Shelf(data.resolve("films"), store);
        assertThat(new FilmCheck(shelf, database, false).run().isWell()).isTrue();
      }
    }
  }

  private static Map<String, Long> ids(Map<String, Long> uploads) {
    var ids = new TreeMap<String, Long>();
    uploads.forEach((it, size) -> ids.put(TusClient.film(it), size));
    return ids;
  }

  private static void send(ServerProcess server, String upload) {
    try {
      var _ = new TusClient(server.port()).append(upload, 0, FILM);
    } catch (IOException _) {
      // it was killed meanwhile
    }
  }
}
