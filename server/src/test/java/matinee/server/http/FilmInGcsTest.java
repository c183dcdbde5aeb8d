package matinee.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import matinee.server.library.Shelf;
import matinee.server.stores.GcsServer;
import matinee.server.stores.Store;
import matinee.server.stores.StoreAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films that lie in Google Cloud Storage, by the options that a host writes. Where there is no
/// fake-gcs-server these are left out, and `./dev test` says so.
@Tag("gcs")
@Tag("L1")
final class FilmInGcsTest {
  private static final int SIZE = 3 << 20;
  private static final byte[] FILM = Samples.webm(SIZE, 1);

  @TempDir private static Path kept;
  private static GcsServer gcs;
  @TempDir private Path data;
  private String place;
  private Map<String, String> environment;
  private Store store;
  private House house;

  @BeforeAll
  static void start() throws Exception {
    gcs = new GcsServer(kept);
  }

  @AfterAll
  static void stop() throws Exception {
    gcs.close();
  }

  @BeforeEach
  void open() throws Exception {
    var key = gcs.tokens().keyFile(data.resolve("key.json"));
    var address = gcs.newAddress();
    place =
        "gs://%s/%s?endpoint=%s".formatted(address.bucket(), address.prefix(), address.endpoint());
    environment = Map.of("GOOGLE_APPLICATION_CREDENTIALS", key.toString(), "MATINEE_STORE", place);
    open(place);
  }

  private void open(String place) throws Exception {
    store = StoreAddress.parse(place, environment).orElseThrow().open(5 << 20);
    house = new House(data, new Shelf(Files.createDirectories(data.resolve("films")), store));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    store.close();
  }

  private String uploaded() throws Exception {
    var tus = new TusClient(house.port());
    var upload = tus.begin(SIZE);
    assertThat(tus.append(upload, 0, FILM).status()).isEqualTo(204);
    return TusClient.film(upload);
  }

  @Test
  void a_film_is_uploaded_there_and_watched_by_ranges_and_nothing_of_it_stays_in_the_folder()
      throws Exception {
    var film = uploaded();

    var part = house.get(house.address(film), "Range: bytes=1048566-1048595");

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).hasValue("bytes 1048566-1048595/" + SIZE);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(FILM, 1_048_566, 1_048_596));
    assertThat(house.get(house.address(film)).body()).isEqualTo(FILM);
    assertThat(store.list()).isEqualTo(Map.of(film, (long) SIZE));
    assertThat(house.films()).isEmptyDirectory();
  }

  @Test
  void readers_who_are_sent_there_read_what_they_asked_for() throws Exception {
    house.close();
    open(place + "&readers=sent");
    var film = uploaded();

    var sent = house.get(house.address(film), "Range: bytes=1048566-1048595");

    assertThat(sent.status()).isEqualTo(307);
    var there = URI.create(sent.header("Location").orElseThrow());
    assertThat(there.getQuery()).contains("X-Goog-Expires=300", "response-content-type=video/webm");
    try (var http = HttpClient.newHttpClient()) {
      var part =
          http.send(
              HttpRequest.newBuilder(there).header("Range", "bytes=1048566-1048595").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo(Arrays.copyOfRange(FILM, 1_048_566, 1_048_596));
    }
  }

  @Test
  void the_command_that_checks_films_finds_each_as_it_was_and_tells_one_that_is_not()
      throws Exception {
    var film = uploaded();

    assertThat(command(data, "library", "check"))
        .isEqualTo(new Said(0, "Films: 1, each as it was stored, and nothing besides.\n"));

    store.put(film, Files.write(data.resolve("other"), new byte[SIZE]));
    assertThat(command(data, "library", "check").text()).contains("damaged     " + film);
  }

  @Test
  void a_server_whose_bucket_is_not_there_says_so_and_does_not_start() throws Exception {
    var address = gcs.newAddress().endpoint();

    var said =
        command(
            data.resolve("other"),
            "serve",
            "--port=0",
            "--store=gs://no-such-bucket?endpoint=" + address);

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.text())
        .contains(
            "gs://no-such-bucket/ at "
                + address
                + ": there is no such bucket. Make it, or correct --store");
  }

  /// How a command ended, and all that it said.
  private record Said(int status, String text) {}

  private Said command(Path data, String... words) throws Exception {
    var line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "matinee.server.Matinee");
    var builder = new ProcessBuilder(new ArrayList<>(line)).redirectErrorStream(true);
    builder.command().addAll(List.of(words));
    builder.command().add("--data=" + data);
    builder.environment().putAll(environment);
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }
}
