package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import matinee.server.library.Shelf;
import matinee.server.stores.S3Server;
import matinee.server.stores.S3Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films that lie in S3: what people notice of it, and what not.
@Tag("L1")
final class FilmElsewhereTest {
  /// Many pieces.
  private static final int SIZE = 3 << 20;

  private static final byte[] FILM = Samples.webm(SIZE, 1);
  @TempDir private static Path kept;
  private static S3Server s3;
  @TempDir private Path data;
  private S3Store store;
  private House house;
  private TusClient tus;

  @BeforeAll
  static void start() throws Exception {
    s3 = new S3Server(kept);
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
  }

  @BeforeEach
  void open() throws Exception {
    store = new S3Store(s3.newAddress(), 5L << 20);
    house = new House(data, new Shelf(Files.createDirectories(data.resolve("films")), store));
    tus = new TusClient(house.port());
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    store.close();
  }

  private static byte[] rest(long from) {
    return Arrays.copyOfRange(FILM, (int) from, SIZE);
  }

  private static String id(String upload) {
    return TusClient.film(upload);
  }

  @Test
  void a_film_is_uploaded_and_read_as_from_a_folder_and_nothing_of_it_stays_in_the_folder()
      throws Exception {
    var upload = tus.begin(SIZE);

    var answer = tus.append(upload, 0, FILM);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(store.size(id(upload))).hasValue(SIZE);
    assertThat(house.films()).isEmptyDirectory();
    var address = house.address(id(upload));
    assertThat(house.get(address).body()).isEqualTo(FILM);
    var part = house.get(address, "Range: bytes=1048566-1048595");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).hasValue("bytes 1048566-1048595/" + SIZE);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(FILM, 1_048_566, 1_048_596));
    assertThat(house.get(address, "Range: bytes=0-1,100-101").body()).isEqualTo(FILM);
    var head = house.ask("HEAD " + address);
    assertThat(head.header("Content-Length")).hasValue("" + SIZE);
    assertThat(house.get(address, "Range: bytes=" + SIZE + "-").status()).isEqualTo(416);
    assertThat(house.get(address, "If-None-Match: *").status()).isEqualTo(304);
  }

  @Test
  void while_the_store_is_away_an_upload_waits_at_its_last_byte_and_loses_nothing()
      throws Exception {
    var upload = tus.begin(SIZE);
    s3.kill();

    var refused = tus.append(upload, 0, FILM);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.problem()).isEqualTo("films-away");
    assertThat(refused.header("Retry-After")).hasValue("10");
    assertThat(tus.offset(upload)).isEqualTo(SIZE - 1);

    s3.comeBack();
    var taken = tus.append(upload, SIZE - 1, rest(SIZE - 1));

    assertThat(taken.status()).isEqualTo(204);
    assertThat(house.get(house.address(id(upload))).body()).isEqualTo(FILM);
  }

  @Test
  void while_the_store_is_away_a_film_cannot_be_read_and_the_room_goes_on() throws Exception {
    var upload = tus.begin(SIZE);
    var _ = tus.append(upload, 0, FILM);
    var address = house.address(id(upload));
    s3.kill();

    var refused = house.get(address, "Range: bytes=0-9");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.problem()).isEqualTo("films-away");
    assertThat(refused.header("Retry-After")).hasValue("5");
    assertThat(house.ask("GET /health/ready").status()).isEqualTo(200);
    var _ = house.enter(house.room());

    s3.comeBack();

    assertThat(house.get(address, "Range: bytes=0-9").body()).isEqualTo(Arrays.copyOf(FILM, 10));
  }

  @Test
  void a_film_that_is_not_in_the_store_is_told_as_one_that_is_not_there() throws Exception {
    var upload = tus.begin(SIZE);
    var _ = tus.append(upload, 0, FILM);
    var address = house.address(id(upload));

    store.delete(id(upload));

    assertThat(house.get(address).status()).isEqualTo(404);
  }

  @Test
  void readers_who_are_sent_to_the_store_read_there_what_they_asked_for() throws Exception {
    house.close();
    store.close();
    store = new S3Store(s3.newAddressForReaders(), 5L << 20);
    house = new House(data, new Shelf(data.resolve("films"), store));
    tus = new TusClient(house.port());
    var upload = tus.begin(SIZE);
    var _ = tus.append(upload, 0, FILM);
    var address = house.address(id(upload));

    var sent = house.get(address, "Range: bytes=1048566-1048595");

    assertThat(sent.status()).isEqualTo(307);
    assertThat(sent.header("Cache-Control")).hasValue("no-store");
    var there = URI.create(sent.header("Location").orElseThrow());
    assertThat(there.getAuthority())
        .isEqualTo(store.address().endpoint().orElseThrow().getAuthority());
    assertThat(there.getQuery()).contains("X-Amz-Expires=300");
    var part = read(there, "bytes=1048566-1048595");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(FILM, 1_048_566, 1_048_596));
    assertThat(part.headers().firstValue("Content-Type")).hasValue("video/webm");
    assertThat(house.ask("HEAD " + address).header("Content-Length")).hasValue("" + SIZE);
    assertThat(house.get(address + "x").status()).isEqualTo(403);
  }

  private static HttpResponse<byte[]> read(URI address, String range) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address).header("Range", range).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void of_an_upload_that_is_ended_nothing_stays_anywhere() throws Exception {
    var upload = tus.begin(SIZE);
    s3.kill();
    var _ = tus.append(upload, 0, FILM);
    s3.comeBack();

    var ended = tus.ask("DELETE " + upload, "");

    assertThat(ended.status()).isEqualTo(204);
    assertThat(store.list()).isEmpty();
    assertThat(house.films()).isEmptyDirectory();
  }
}
