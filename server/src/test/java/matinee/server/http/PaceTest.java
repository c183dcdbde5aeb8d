package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many connections that are slow on purpose, each in its own way: they are cut, and meanwhile the
/// server answers others.
@Timeout(120)
final class PaceTest {
  private static final int MANY = 100;
  private static final int LARGE = 64 << 20;

  @TempDir Path data;

  private final List<RawHttp> slow = new ArrayList<>();

  @Test
  void slow_heads_are_cut() throws Exception {
    try (var house = new House(data)) {
      for (int i = 0; i < MANY; i++) {
        write(open(house), "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
      }

      untilCut(house, "HEAD", MANY);

      assertThat(allAreClosed()).isTrue();
    }
  }

  @Test
  void a_slow_second_head_is_cut_like_the_first() throws Exception {
    try (var house = new House(data)) {
      var http = open(house);
      http.send(new byte[0], "GET /health/live");
      var first = http.answer(false).status();
      write(http, "GET / HTTP/1.1\r\n");

      untilCut(house, "HEAD", 1);

      assertThat(first).isEqualTo(200);
      assertThat(allAreClosed()).isTrue();
    }
  }

  @Test
  void a_connection_that_asks_for_nothing_more_is_cut_in_the_end() throws Exception {
    try (var house = new House(data)) {
      var http = open(house);
      http.send(new byte[0], "GET /health/live");
      http.answer(false);

      untilCut(house, "REQUEST", 1);

      assertThat(allAreClosed()).isTrue();
    }
  }

  @Test
  void slow_uploads_are_cut_and_leave_nothing() throws Exception {
    try (var house = new House(data)) {
      for (int i = 0; i < 2; i++) {
        open(house)
            .head(
                "POST /api/films",
                "Content-Type: application/octet-stream",
                "Content-Length: 1000000");
        slow.getLast().write(Samples.webm(100, i));
        open(house)
            .head(
                "POST /api/films",
                "Content-Type: application/octet-stream",
                "Transfer-Encoding: chunked");
        slow.getLast().chunk(Samples.webm(100, i));
      }

      untilCut(house, "BODY", 4);

      assertThat(allAreClosed()).isTrue();
      while (count(house.films()) > 0) {
        Thread.onSpinWait();
      }
      assertThat(house.upload("film.webm", Samples.webm(1_000, 1)).status()).isEqualTo(201);
    }
  }

  @Test
  void who_does_not_read_an_answer_is_cut() throws Exception {
    var assets = Files.createDirectories(data.resolve("page/assets"));
    Files.write(assets.resolve("large-a1b2c3.js"), new byte[LARGE]);
    try (var house = new House(data)) {
      for (int i = 0; i < 10; i++) {
        open(house).head("GET /assets/large-a1b2c3.js");
      }

      untilCut(house, "READER", 10);
    }
  }

  @Test
  void who_does_not_read_a_film_is_cut_and_gets_the_rest_when_asking_again() throws Exception {
    try (var house = new House(data)) {
      house.shelve("large", large());
      var address = house.address("large");
      for (int i = 0; i < 10; i++) {
        open(house).head("GET " + address);
      }

      untilCut(house, "FILM_READER", 10);
      var rest = house.get(address, "Range: bytes=" + (LARGE - 3) + "-");

      assertThat(rest.status()).isEqualTo(206);
      assertThat(rest.body()).containsExactly(7, 8, 9);
    }
  }

  @Test
  void a_player_that_pauses_for_half_a_minute_goes_on_where_it_was() throws Exception {
    try (var house = new House(data)) {
      house.shelve("large", large());
      var address = house.address("large");
      var player = open(house);
      player.head("GET " + address);
      player.awaitAnswer();

      house.advanceMs(30_000);
      house.get("/health/live");
      var film = player.answer(false).body();

      assertThat(film).endsWith(7, 8, 9).hasSize(LARGE);
    }
  }

  private RawHttp open(House house) throws IOException {
    var http = new RawHttp(house.port());
    slow.add(http);
    return http;
  }

  private static void write(RawHttp http, String text) throws IOException {
    http.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Path large() throws IOException {
    var file = data.resolve("large");
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(LARGE - 3);
      bytes.write(new byte[] {7, 8, 9});
    }
    return file;
  }

  /// Lets time pass until `count` connections have been cut for this, and looks all the while that
  /// others are answered.
  private static void untilCut(House house, String wait, int count) throws IOException {
    var line = "matinee_http_cut_total{wait=\"" + wait + "\"} " + (double) count;
    while (house.get("/metrics").text().lines().noneMatch(line::equals)) {
      assertThat(house.get("/health/ready").status()).isEqualTo(200);
      house.advanceMs(5_000);
    }
  }

  private static long count(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  private boolean allAreClosed() throws IOException {
    for (var http : slow) {
      if (!http.isClosed()) {
        return false;
      }
    }
    return true;
  }
}
