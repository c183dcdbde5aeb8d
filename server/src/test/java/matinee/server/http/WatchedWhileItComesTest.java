package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film that is loaded in a room while its upload goes on.
final class WatchedWhileItComesTest {
  private static byte[] film = new byte[0];

  @TempDir private Path data;
  private House house;
  private TusClient tus;
  private String upload;
  private String id;

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    var file = folder.resolve("film.mp4");
    var words =
        "ffmpeg -nostdin -v error -f lavfi -i testsrc2=size=320x180:rate=25:duration=60"
            + " -c:v libx264 -preset ultrafast -b:v 100k -maxrate 100k -bufsize 100k -g 50"
            + " -pix_fmt yuv420p -movflags +faststart";
    var command = new java.util.ArrayList<>(List.of(words.split(" ")));
    command.add(file.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    film = Files.readAllBytes(file);
  }

  @BeforeEach
  void begin() throws Exception {
    house = new House(data);
    tus = new TusClient(house.port());
    upload = tus.begin(film.length);
    id = TusClient.film(upload);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static int tenths(int tenths) {
    return film.length * tenths / 10;
  }

  private void send(int fromTenths, int toTenths) throws Exception {
    var piece = Arrays.copyOfRange(film, tenths(fromTenths), tenths(toTenths));
    assertThat(tus.append(upload, tenths(fromTenths), piece).status()).isEqualTo(204);
  }

  private long availableMs() throws Exception {
    return house.get(upload).json().path("coming").path("availableMs").asLong();
  }

  private Answer bytes(String address, String range) throws Exception {
    return house.get(address, "Range: bytes=" + range);
  }

  @Test
  @Tag("UP1")
  void how_far_it_plays_is_told_to_who_uploads_and_to_the_room() throws Exception {
    send(0, 5);
    var room = house.room(id);
    try (var guest = house.enter(room)) {
      var first = guest.hear("filmGrew").path("availableMs").asLong();
      send(5, 8);
      var second = guest.hear("filmGrew").path("availableMs").asLong();
      send(8, 10);
      var whole = guest.hear("filmGrew");

      assertThat(first).isBetween(20_000L, 30_000L);
      assertThat(second).isBetween(40_000L, 48_000L);
      assertThat(whole.has("availableMs")).isFalse();
    }
  }

  @Test
  void what_is_there_can_be_read_and_nothing_that_is_not() throws Exception {
    send(0, 5);
    var address = house.address(id);

    var there = bytes(address, "100-199");
    var beyond = bytes(address, (tenths(5) + 1) + "-");

    assertThat(there.status()).isEqualTo(206);
    assertThat(there.header("Content-Range")).hasValue("bytes 100-199/" + film.length);
    assertThat(there.header("Cache-Control")).hasValue("no-store");
    assertThat(there.body()).isEqualTo(Arrays.copyOfRange(film, 100, 200));
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.header("Content-Range")).hasValue("bytes */" + film.length);
  }

  @Test
  void who_asks_for_more_than_is_there_is_sent_it_as_it_comes() throws Exception {
    send(0, 4);
    var address = house.address(id);

    try (var http = new RawHttp(house.port())) {
      http.head("GET " + address, "Range: bytes=" + tenths(3) + "-");
      send(4, 7);
      send(7, 10);
      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.header("Content-Range"))
          .hasValue("bytes " + tenths(3) + "-" + (film.length - 1) + "/" + film.length);
      assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(film, tenths(3), film.length));
    }
    assertThat(house.get(address).body()).isEqualTo(film);
  }

  @Test
  @Tag("UP4")
  void when_the_upload_is_ended_the_room_is_told_and_readers_are_cut() throws Exception {
    send(0, 4);
    var room = house.room(id);
    try (var guest = house.enter(room)) {
      guest.hear("filmGrew");

      assertThat(tus.ask("DELETE " + upload, "").status()).isEqualTo(204);
      guest.hear("filmVanished");

      assertThat(house.get("/api/rooms/" + room).json().has("title")).isFalse();
    }
  }

  @Test
  void who_watches_cannot_go_on_with_the_upload_nor_end_it() throws Exception {
    send(0, 4);
    var known = "/api/uploads/" + id;

    var ended = tus.ask("DELETE " + known, "");
    var more = tus.append(known, tenths(4), new byte[] {1});

    assertThat(List.of(ended.status(), more.status())).containsOnly(404);
    assertThat(tus.offset(upload)).isEqualTo(tenths(4));
  }

  @Test
  @Tag("UP3")
  void a_film_whose_index_comes_last_is_waited_for_until_it_is_whole() throws Exception {
    var text = new String(film, StandardCharsets.ISO_8859_1);
    var late = text.replace("moov", "free").getBytes(StandardCharsets.ISO_8859_1);
    var other = tus.begin(late.length);
    tus.append(other, 0, Arrays.copyOf(late, late.length / 2));
    var room = house.room(TusClient.film(other));

    try (var guest = house.enter(room)) {
      assertThat(guest.hear("filmGrew").path("availableMs").asLong()).isZero();
    }
  }

  @Test
  void after_a_restart_the_room_knows_what_is_there() throws Exception {
    send(0, 5);
    var room = house.room(id);
    long before;
    try (var guest = house.enter(room)) {
      before = guest.hear("filmGrew").path("availableMs").asLong();
    }

    house.close();
    house = new House(data);
    tus = new TusClient(house.port());

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(availableMs()).isEqualTo(before));
    try (var guest = house.enter(room)) {
      send(5, 8);
      assertThat(guest.hear("filmGrew").path("availableMs").asLong()).isGreaterThan(before);
    }
  }
}
