package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import matinee.server.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The disk fills up while a film comes in: a clear answer, nothing left of it, everything else
/// goes on.
///
/// Where this user may mount, the films stand on a disk of 64 MB of their own. Everywhere, a server
/// process is not allowed files above a size, so that its writes fail as they do on a full disk.
final class DiskFullTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Config.UploadLimits NO_LIMITS =
      new Config.UploadLimits(1L << 40, 1L << 42, 1L << 42, Duration.ofDays(1));
  private static final String[] UPLOAD = {
    "POST /api/films?name=film.webm",
    "Content-Type: application/octet-stream",
    "Transfer-Encoding: chunked"
  };

  @TempDir Path data;

  /// A file system of 64 MB at `folder`, until closed.
  private record SmallDisk(Path folder) implements AutoCloseable {

    static SmallDisk at(Path folder) throws Exception {
      Files.createDirectories(folder);
      if (!run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString())) {
        throw new IOException("cannot mount on " + folder);
      }
      return new SmallDisk(folder);
    }

    @Override
    public void close() throws Exception {
      run("umount", folder.toString());
    }

    static boolean run(String... command) throws Exception {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
  }

  static boolean mayMount() throws Exception {
    var probe = Files.createTempDirectory("matinee-mount");
    try (var _ = SmallDisk.at(probe)) {
      return true;
    } catch (IOException _) {
      return false;
    } finally {
      Files.delete(probe);
    }
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @Test
  @EnabledIf("mayMount")
  void a_film_that_says_it_does_not_fit_is_refused_at_once() throws Exception {
    try (var disk = SmallDisk.at(data.resolve("films"));
        var house = new House(data, NO_LIMITS);
        var http = new RawHttp(house.port())) {
      http.head(UPLOAD[0], UPLOAD[1], "Content-Length: " + 100 * MEGABYTE, "Expect: 100-continue");

      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(507);
      assertThat(answer.problem()).isEqualTo("no-space");
      assertThat(parts(disk.folder())).isEmpty();
    }
  }

  @Test
  @EnabledIf("mayMount")
  void a_film_that_does_not_fit_leaves_nothing_and_disturbs_nobody() throws Exception {
    try (var disk = SmallDisk.at(data.resolve("films"));
        var house = new House(data, NO_LIMITS)) {
      var other = Samples.webm(MEGABYTE, 1);
      var film = house.upload("other.webm", other).json().path("film").asString();
      try (var ann = house.enter(house.room(film))) {
        var address = ann.address(film).json().path("url").asString();

        var answer = sendUntilAnswered(house.port(), 100);

        assertThat(answer.status()).isEqualTo(507);
        await().untilAsserted(() -> assertThat(parts(disk.folder())).isEmpty());
        assertThat(house.get(address).body()).isEqualTo(other);
        ann.send("{\"type\":\"say\",\"id\":\"c1\",\"seen\":2,\"text\":\"still here\"}");
        assertThat(ann.hear("said").path("text").asString()).isEqualTo("still here");
      }
    }
  }

  @Test
  @EnabledIf("mayMount")
  void a_disk_that_somebody_else_fills_meanwhile_is_told_as_full() throws Exception {
    try (var disk = SmallDisk.at(data.resolve("films"));
        var house = new House(data, NO_LIMITS);
        var http = new RawHttp(house.port())) {
      http.head(UPLOAD);
      http.chunk(Samples.webm(MEGABYTE, 1));
      await().untilAsserted(() -> assertThat(parts(disk.folder())).hasSize(1));
      Files.write(disk.folder().resolve("filler"), new byte[61 * MEGABYTE]);

      http.chunk(new byte[5 * MEGABYTE]);
      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(507);
      await().untilAsserted(() -> assertThat(parts(disk.folder())).isEmpty());
    }
  }

  @Test
  void a_process_that_may_write_no_further_says_so_and_goes_on() throws Exception {
    try (var server = ServerProcess.withFilesUpTo(32, data)) {

      var answer = sendUntilAnswered(server.port(), 64);
      var after = RawHttp.ask(server.port(), "GET /health/ready");

      assertThat(answer.status()).isEqualTo(507);
      assertThat(answer.problem()).isEqualTo("no-space");
      assertThat(parts(data.resolve("films"))).isEmpty();
      assertThat(after.status()).isEqualTo(200);
    }
  }

  @Test
  void an_upload_that_finds_no_room_goes_on_when_there_is_some() throws Exception {
    var film = Samples.webm(40 * MEGABYTE, 3);
    String upload;
    Answer refused;
    long offset;
    try (var server = ServerProcess.withFilesUpTo(32, data)) {
      var tus = new TusClient(server.port());
      upload = tus.begin(film.length);
      refused = tus.append(upload, 0, film);
      offset = tus.offset(upload);
    }

    try (var server = ServerProcess.keepingIn(data)) {
      new TusClient(server.port()).goOn(upload, film, film.length);
    }

    assertThat(refused.problem()).isEqualTo("no-space");
    assertThat(offset).isBetween(1L, 32L * MEGABYTE);
    try (var files = Files.list(data.resolve("films"))) {
      assertThat(files).singleElement(PATH).hasBinaryContent(film);
    }
  }

  /// Sends a film of `megabytes` in chunks; stops when the server closes the way.
  private static Answer sendUntilAnswered(int port, int megabytes) throws Exception {
    try (var http = new RawHttp(port)) {
      http.head(UPLOAD);
      http.chunk(Samples.webm(MEGABYTE, 2));
      for (int i = 1; i < megabytes; i++) {
        http.chunk(new byte[MEGABYTE]);
      }
      http.chunk(new byte[0]);
      return http.answer(false);
    }
  }
}
