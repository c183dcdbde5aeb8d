package matinee.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import matinee.server.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uploads that can be gone on with (M-15), by tus 1.0.
final class TusTest {
  private static final int SIZE = 300_000;
  private static final byte[] FILM = Samples.webm(SIZE, 1);
  private static final int PIECE = 100_000;

  @TempDir Path data;
  private House house;
  private TusClient tus;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    tus = new TusClient(house.port());
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private List<String> files() throws Exception {
    try (var files = Files.list(house.films())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static byte[] piece(int from, int to) {
    return Arrays.copyOfRange(FILM, from, to);
  }

  private byte[] film(String upload) throws Exception {
    return house.get(house.address(id(upload))).body();
  }

  private static String id(String upload) {
    return TusClient.film(upload);
  }

  private static List<Object> told(Answer answer) {
    return List.of(answer.status(), answer.problem());
  }

  @Test
  void what_is_spoken_is_told() throws Exception {
    var answer = house.ask("OPTIONS /api/uploads");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(List.of("Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size"))
        .extracting(it -> answer.header(it).orElse(""))
        .containsExactly(
            "1.0.0",
            "1.0.0",
            "creation,creation-with-upload,termination,expiration,checksum",
            "" + House.MAX_FILM);
    assertThat(answer.header("Tus-Checksum-Algorithm")).hasValue("sha1,sha256");
  }

  @Test
  @Tag("M-15")
  void a_film_that_comes_in_pieces_is_the_film_that_was_sent() throws Exception {
    var upload = tus.begin(SIZE, "My_film.2024.webm").header("Location").orElseThrow();

    var last = tus.goOn(upload, FILM, PIECE);

    assertThat(last.status()).isEqualTo(204);
    assertThat(last.header("Upload-Offset")).hasValue("" + SIZE);
    var state = house.get(upload).json();
    assertThat(state.path("film").path("title").asString()).isEqualTo("My film.2024");
    assertThat(state.path("film").path("film").asString()).isEqualTo(id(upload));
    assertThat(files()).containsExactly(id(upload));
    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  void an_upload_may_begin_with_its_first_bytes() throws Exception {
    var head =
        List.of(
            "POST /api/uploads",
            "Tus-Resumable: 1.0.0",
            "Upload-Length: " + SIZE,
            "Content-Type: application/offset+octet-stream");

    var answer = RawHttp.ask(house.port(), piece(0, PIECE), head.toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Upload-Offset")).hasValue("" + PIECE);
    var upload = answer.header("Location").orElseThrow();
    tus.goOn(upload, FILM, SIZE);
    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  @Tag("M-15")
  void what_came_of_a_piece_that_breaks_off_is_kept() throws Exception {
    var upload = tus.begin(SIZE);
    try (var http = new RawHttp(house.port())) {
      http.head(TusClient.patch(upload, 0, "Content-Length: " + SIZE));
      http.write(piece(0, 200_000));
      await().until(() -> Files.size(house.films().resolve(id(upload) + ".part")) > 100_000);
    }

    await().until(() -> tus.offset(upload) > 100_000);
    await().until(() -> tus.goOn(upload, FILM, SIZE).status() == 204);

    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  @Tag("M-15")
  void bytes_that_belong_elsewhere_are_refused_and_change_nothing() throws Exception {
    var upload = tus.begin(SIZE);
    tus.append(upload, 0, piece(0, PIECE));

    var behind = tus.append(upload, PIECE + 1, piece(PIECE + 1, SIZE));
    var before = tus.append(upload, 0, piece(0, PIECE));

    assertThat(told(behind)).isEqualTo(List.of(409, "offset-wrong"));
    assertThat(told(before)).isEqualTo(List.of(409, "offset-wrong"));
    assertThat(tus.offset(upload)).isEqualTo(PIECE);
  }

  @Test
  @Tag("M-15")
  void of_two_writers_on_one_upload_the_second_is_refused() throws Exception {
    var upload = tus.begin(SIZE);
    try (var http = new RawHttp(house.port())) {
      http.head(TusClient.patch(upload, 0, "Content-Length: " + SIZE));
      http.write(piece(0, PIECE));
      await().until(() -> files().size() == 1);

      var second = tus.append(upload, 0, piece(0, PIECE));

      assertThat(told(second)).isEqualTo(List.of(423, "upload-in-use"));
      assertThat(second.header("Retry-After")).hasValue("3");
      http.write(piece(PIECE, SIZE));
      assertThat(http.answer(false).status()).isEqualTo(204);
    }
    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  @Tag("M-15")
  void of_a_piece_whose_checksum_is_wrong_nothing_is_kept() throws Exception {
    var upload = tus.begin(SIZE);
    var wrong = TusClient.checksum("sha256", "SHA-256", piece(1, PIECE));
    var right = TusClient.checksum("sha256", "SHA-256", piece(0, PIECE));
    var sha1 = TusClient.checksum("sha1", "SHA-1", piece(PIECE, SIZE));

    var damaged = tus.append(upload, 0, piece(0, PIECE), wrong);

    assertThat(told(damaged)).isEqualTo(List.of(460, "checksum-wrong"));
    assertThat(tus.offset(upload)).isZero();
    assertThat(tus.append(upload, 0, piece(0, PIECE), right).status()).isEqualTo(204);
    assertThat(tus.append(upload, PIECE, piece(PIECE, SIZE), sha1).status()).isEqualTo(204);
    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  void a_checksum_of_another_kind_is_refused() throws Exception {
    var upload = tus.begin(SIZE);

    var answer = tus.append(upload, 0, piece(0, PIECE), "Upload-Checksum: md5 AAAA");

    assertThat(told(answer)).isEqualTo(List.of(400, "invalid-field"));
  }

  @Test
  @Tag("M-15")
  void what_is_no_film_is_refused_by_its_first_bytes_and_ended() throws Exception {
    var upload = tus.begin(SIZE);
    var fake = "<!doctype html><script>alert(1)</script>".repeat(300).getBytes(ISO_8859_1);

    var first = tus.append(upload, 0, Arrays.copyOf(fake, 4_000));
    var second = tus.append(upload, 4_000, Arrays.copyOfRange(fake, 4_000, fake.length));

    assertThat(first.status()).isEqualTo(204);
    assertThat(told(second)).isEqualTo(List.of(415, "film-not-playable"));
    assertThat(tus.ask("HEAD " + upload, "").status()).isEqualTo(404);
    assertThat(files()).isEmpty();
  }

  @Test
  @Tag("M-15")
  void what_is_empty_or_too_large_is_refused_before_a_byte_flows() throws Exception {
    assertThat(told(tus.begin(0, "a.webm"))).isEqualTo(List.of(415, "film-empty"));
    assertThat(told(tus.begin(House.MAX_FILM + 1, "a.webm")))
        .isEqualTo(List.of(413, "film-too-large"));
    assertThat(tus.begin(House.MAX_FILM, "a.webm").status()).isEqualTo(201);
  }

  @Test
  @Tag("M-15")
  void more_than_was_announced_is_refused() throws Exception {
    var upload = tus.begin(PIECE);
    tus.append(upload, 0, piece(0, 50_000));

    var answer = tus.append(upload, 50_000, piece(50_000, SIZE));

    assertThat(told(answer)).isEqualTo(List.of(413, "film-too-large"));
    assertThat(tus.offset(upload)).isEqualTo(50_000);
  }

  @Test
  @Tag("M-15")
  void a_person_uploads_no_more_than_the_quota_whatever_comes_at_once() throws Exception {
    house.close();
    var limits = new Config.UploadLimits(House.MAX_FILM, 1L << 40, 1_000_000, Duration.ofDays(1));
    house = new House(data, limits);
    tus = new TusClient(house.port());

    var answers =
        IntStream.range(0, 50).parallel().mapToObj(_ -> begun(PIECE)).map(Answer::status).toList();

    assertThat(answers).filteredOn(it -> it == 201).hasSize(10);
    assertThat(answers).filteredOn(it -> it == 413).hasSize(40);
    var refused = begun(1);
    assertThat(told(refused)).isEqualTo(List.of(413, "quota-used-up"));
    assertThat(refused.json().path("leftBytes").asString()).isEqualTo("0");
  }

  private Answer begun(long size) {
    try {
      return tus.begin(size, "film.webm");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void an_upload_that_nobody_goes_on_with_is_over_in_time() throws Exception {
    var upload = tus.begin(SIZE);
    var piece = tus.append(upload, 0, piece(0, PIECE));

    house.advanceMs(Duration.ofHours(23).toMillis());
    var before = tus.ask("HEAD " + upload, "").status();
    house.advanceMs(Duration.ofHours(2).toMillis());
    var after = tus.ask("HEAD " + upload, "").status();

    assertThat(piece.header("Upload-Expires").flatMap(HttpDate::parse)).isPresent();
    assertThat(List.of(before, after)).containsExactly(200, 404);
  }

  @Test
  void what_is_ended_leaves_nothing_and_what_is_finished_cannot_be() throws Exception {
    var upload = tus.begin(SIZE);
    tus.append(upload, 0, piece(0, PIECE));

    var ended = tus.ask("DELETE " + upload, "").status();

    assertThat(ended).isEqualTo(204);
    assertThat(files()).isEmpty();
    var finished = tus.begin(SIZE);
    tus.goOn(finished, FILM, SIZE);
    assertThat(told(tus.ask("DELETE " + finished, ""))).isEqualTo(List.of(409, "upload-finished"));
    assertThat(film(finished)).isEqualTo(FILM);
  }

  @Test
  @Tag("M-15")
  void whose_last_answer_was_lost_hears_of_the_film_once_more() throws Exception {
    var upload = tus.begin(SIZE);
    tus.goOn(upload, FILM, SIZE);

    var again = tus.append(upload, SIZE, new byte[0]);

    assertThat(again.status()).isEqualTo(204);
    assertThat(tus.offset(upload)).isEqualTo(SIZE);
    assertThat(house.get(upload).json().path("film").path("film").asString()).isEqualTo(id(upload));
    assertThat(house.writtenDown()).filteredOn(it -> it.action().equals("film.upload")).hasSize(1);
  }

  @Test
  void an_upload_outlives_a_restart_and_a_server_that_stops_says_so() throws Exception {
    var upload = tus.begin(SIZE);
    Answer stopped;
    try (var http = new RawHttp(house.port())) {
      http.head(TusClient.patch(upload, 0, "Content-Length: " + SIZE));
      http.write(piece(0, PIECE));
      await().until(() -> files().size() == 1);

      house.close();
      stopped = http.answer(false);
    }
    house = new House(data);
    tus = new TusClient(house.port());

    assertThat(told(stopped)).isEqualTo(List.of(503, "stopping"));
    assertThat(tus.offset(upload)).isGreaterThan(0);
    tus.goOn(upload, FILM, PIECE);
    assertThat(film(upload)).isEqualTo(FILM);
  }

  @Test
  void an_upload_whose_bytes_are_gone_is_gone() throws Exception {
    var upload = tus.begin(SIZE);
    tus.append(upload, 0, piece(0, PIECE));
    Files.delete(house.films().resolve(id(upload) + ".part"));

    var answer = tus.append(upload, PIECE, piece(PIECE, SIZE));

    assertThat(told(answer)).isEqualTo(List.of(404, "upload-unknown"));
    assertThat(tus.ask("HEAD " + upload, "").status()).isEqualTo(404);
  }

  @Test
  void whoever_is_signed_in_owns_the_film() throws Exception {
    var browser = new Browser(house);
    browser.register();
    browser.signIn(Browser.PASSWORD);

    var upload = tus.begin(SIZE, "a.webm", browser.bearer()).header("Location").orElseThrow();
    tus.goOn(upload, FILM, SIZE);

    var entry =
        house.writtenDown().stream().filter(it -> it.action().equals("film.upload")).findFirst();
    assertThat(owner(id(upload))).isPresent().isEqualTo(entry.map(it -> it.actor()));
  }

  private Optional<String> owner(String film) {
    return house
        .database()
        .read(
            session -> {
              var select = session.statement("select owner from film where id = ?");
              select.setString(1, film);
              try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
              }
            });
  }

  @Test
  @Tag("M-13")
  void names_are_text_and_never_a_path() throws Exception {
    for (var name :
        List.of("../../x", "..\\x", "/etc/passwd", "a\0b", "CON", "\u202egnp.4pm", "x.", "")) {
      house.advanceMs(10_000);
      tus.goOn(tus.begin(100, name).header("Location").orElseThrow(), Samples.webm(100, 3), 50);
    }

    assertThat(files()).hasSize(8).allMatch(file -> file.matches("[A-Za-z0-9_-]{22}"));
  }
}
