package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import matinee.server.library.Arrivals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadTest {
  private static final String[] UPLOAD = {
    "POST /api/films?name=film.webm", "Content-Type: application/octet-stream"
  };

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private List<String> filesOfFilms() throws Exception {
    try (var files = Files.list(house.films())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void awaitNoFiles() {
    await().untilAsserted(() -> assertThat(filesOfFilms()).isEmpty());
  }

  private static String[] with(String... more) {
    var head = new ArrayList<>(List.of(UPLOAD));
    head.addAll(List.of(more));
    return head.toArray(String[]::new);
  }

  @Test
  void a_film_comes_back_as_it_was_sent() throws Exception {
    var film = Samples.webm(1_000_000, 2);

    var answer = house.upload("My_film.2024.webm", film);

    assertThat(answer.status()).isEqualTo(201);
    var json = answer.json();
    assertThat(json.path("title").asString()).isEqualTo("My film.2024");
    assertThat(json.path("contentType").asString()).isEqualTo("video/webm");
    assertThat(json.path("sizeBytes").asLong()).isEqualTo(1_000_000);
    var id = json.path("film").asString();
    assertThat(filesOfFilms()).containsExactly(id);
    assertThat(house.get(house.address(id)).body()).isEqualTo(film);
  }

  @Test
  void a_film_of_unknown_length_is_taken_in_chunks() throws Exception {
    var film = Samples.webm(300_000, 3);

    Answer answer;
    try (var http = new RawHttp(house.port())) {
      http.head(with("Transfer-Encoding: chunked"));
      for (int at = 0; at < film.length; at += 1_000) {
        http.chunk(Arrays.copyOfRange(film, at, at + 1_000));
      }
      http.chunk(new byte[0]);
      answer = http.answer(false);
    }

    assertThat(answer.status()).isEqualTo(201);
    var id = answer.json().path("film").asString();
    assertThat(house.get(house.address(id)).body()).isEqualTo(film);
  }

  @Test
  void a_film_too_large_is_refused_before_a_byte_of_it_flows() throws Exception {
    try (var http = new RawHttp(house.port())) {
      http.head(with("Content-Length: " + (House.MAX_FILM + 1), "Expect: 100-continue"));

      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.problem()).isEqualTo("film-too-large");
      assertThat(filesOfFilms()).isEmpty();
    }
  }

  @Test
  void who_asks_before_sending_is_told_to_go_on() throws Exception {
    var film = Samples.webm(1_000, 4);
    try (var http = new RawHttp(house.port())) {
      http.head(with("Content-Length: 1000", "Expect: 100-continue"));

      var first = http.answer(false);
      http.write(film);
      var second = http.answer(false);

      assertThat(first.status()).isEqualTo(100);
      assertThat(second.status()).isEqualTo(201);
    }
  }

  @Test
  void a_film_that_grows_too_large_on_the_way_is_refused_and_removed() throws Exception {
    var piece = Samples.webm(500_000, 5);
    try (var http = new RawHttp(house.port())) {
      http.head(with("Transfer-Encoding: chunked"));
      for (int i = 0; i < 9; i++) {
        http.chunk(piece);
      }

      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(413);
      awaitNoFiles();
    }
  }

  @Test
  void what_comes_of_an_upload_that_breaks_off_is_removed() throws Exception {
    try (var http = new RawHttp(house.port())) {
      http.head(with("Content-Length: 1000000"));
      http.write(Samples.webm(500_000, 6));
      await().untilAsserted(() -> assertThat(filesOfFilms()).hasSize(1));
    }

    awaitNoFiles();
  }

  @Test
  void what_an_earlier_run_has_left_is_removed_at_the_start() throws Exception {
    house.close();
    Files.write(house.films().resolve("abandoned.part"), new byte[100]);

    house = new House(data);

    assertThat(filesOfFilms()).isEmpty();
  }

  @Test
  void a_film_outlives_a_restart() throws Exception {
    var film = Samples.webm(10_000, 7);
    var id = house.upload("film.webm", film).json().path("film").asString();
    house.close();

    house = new House(data);

    assertThat(house.get(house.address(id)).body()).isEqualTo(film);
  }

  @Test
  @Tag("M-13")
  void names_are_text_and_never_a_path() throws Exception {
    var film = Samples.webm(100, 8);
    var names =
        List.of(
            "../../etc/passwd.mp4",
            "..\\..\\boot.mp4",
            "/absolute.mp4",
            "%2e%2e%2fsecret.mp4",
            "nul\0byte.mp4",
            "CON",
            "x".repeat(4_000) + ".mp4",
            "\u202egnp.4pm",
            "trailing.mp4.",
            "line\r\nSet-Cookie: a=b.mp4",
            "<img src=x onerror=alert(1)>.mp4",
            "Größe 映画 🎬.mkv",
            ".mp4",
            "");

    var titles = new ArrayList<String>();
    for (var name : names) {
      house.advanceMs(10_000);
      var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
      var answer = house.upload(encoded, film);
      titles.add(answer.status() == 201 ? answer.json().path("title").asString() : "-");
    }

    assertThat(titles)
        .containsExactly(
            "passwd",
            "boot",
            "absolute",
            "%2e%2e%2fsecret",
            "nulbyte",
            "CON",
            "x".repeat(200),
            "gnp",
            "trailing mp4",
            "lineSet-Cookie: a=b",
            "<img src=x onerror=alert(1)>",
            "Größe 映画 🎬",
            "Untitled film",
            "Untitled film");
    assertThat(filesOfFilms()).hasSize(14).allMatch(file -> file.matches("[A-Za-z0-9_-]{22}"));
    try (var everything = Files.list(data)) {
      assertThat(everything.map(file -> file.getFileName().toString()).toList())
          .containsExactlyInAnyOrder(
              "films",
              "secret",
              "matinee.db",
              "matinee.db-shm",
              "matinee.db-wal",
              "matinee.db.lock",
              "matinee.db.server");
    }
  }

  @Test
  @Tag("M-14")
  void a_film_that_is_a_page_too_is_served_as_nothing_but_a_film() throws Exception {
    var both = "\0\0\0\u0018ftypisom\0\0\0\0<!doctype html><script>alert(1)</script>";
    var answer = house.upload("film.html", both.getBytes(StandardCharsets.ISO_8859_1));

    var served = house.get(house.address(answer.json().path("film").asString()));

    assertThat(served.header("Content-Type")).hasValue("video/mp4");
    assertThat(served.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(served.header("Content-Security-Policy")).hasValue(SecurityHeaders.CONTENT_POLICY);
  }

  @Test
  @Tag("M-14")
  void what_is_no_film_is_refused_whatever_it_is_called() throws Exception {
    var fakes =
        List.of(
            "<!doctype html><script>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "alert(document.domain)",
            "%PDF-1.7\n",
            "\u0089PNG\r\n\u001a\n",
            "PK\u0003\u0004",
            "#EXTM3U\nhttp://127.0.0.1/",
            "ffconcat version 1.0\nfile /etc/passwd",
            "<htmftypisom<script>alert(1)</script>",
            "\0\0\0\u0018ftypavif\0\0\0\0",
            "ID3",
            "RIFF\0\0\0\0AVI LIST");

    for (var fake : fakes) {
      house.advanceMs(10_000);
      var answer = house.upload("film.mp4", fake.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(answer.status()).as(fake).isEqualTo(415);
      assertThat(answer.problem()).as(fake).isEqualTo("film-not-playable");
    }
    assertThat(filesOfFilms()).isEmpty();
  }

  @Test
  void an_empty_file_is_refused() throws Exception {
    var answer = house.ask(UPLOAD[0], UPLOAD[1], "Content-Length: 0");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("film-empty");
  }

  @Test
  void a_body_that_a_form_could_send_is_refused() throws Exception {
    for (var type :
        List.of("text/plain", "multipart/form-data", "application/x-www-form-urlencoded")) {
      var answer =
          RawHttp.ask(house.port(), Samples.webm(100, 9), UPLOAD[0], "Content-Type: " + type);

      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.problem()).as(type).isEqualTo("form-unknown");
    }
  }

  @Test
  void a_compressed_body_is_refused() throws Exception {
    var answer = house.upload("film.webm", Samples.webm(100, 10), "Content-Encoding: gzip");

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void more_uploads_at_once_than_there_are_places_are_told_to_wait() throws Exception {
    var open = new ArrayList<RawHttp>();
    try {
      for (int i = 0; i < Arrivals.AT_ONCE; i++) {
        var http = new RawHttp(house.port());
        open.add(http);
        http.head(with("Content-Length: 100000"));
        http.write(Samples.webm(50_000, i));
      }
      await().untilAsserted(() -> assertThat(filesOfFilms()).hasSize(Arrivals.AT_ONCE));

      var answer = house.upload("film.webm", Samples.webm(100, 11));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).hasValue("10");
    } finally {
      for (var http : open) {
        http.close();
      }
    }
    awaitNoFiles();
    assertThat(house.upload("film.webm", Samples.webm(100, 12)).status()).isEqualTo(201);
  }
}
