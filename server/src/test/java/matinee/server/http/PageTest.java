package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageTest {
  private static final String SCRIPT = "console.log('hello')";

  @TempDir Path data;

  @BeforeEach
  void build() throws Exception {
    var assets = Files.createDirectories(data.resolve("page/assets"));
    Files.writeString(data.resolve("page/index.html"), "<!doctype html><title>Matinee</title>");
    Files.writeString(data.resolve("page/icon.svg"), "<svg/>");
    Files.writeString(data.resolve("page/built"), "");
    Files.writeString(assets.resolve("index-a1b2c3.js"), SCRIPT);
    var gzipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(assets.resolve("index-a1b2c3.js.gz"), gzipped.toByteArray());
    Files.writeString(data.resolve("secret.txt"), "outside");
  }

  @Test
  void home_and_rooms_are_one_document_that_is_asked_for_anew() throws Exception {
    try (var house = new House(data)) {
      for (var path : List.of("/", "/new?media=http%3A%2F%2Fa%2Fb", "/r/MsQXIwtLsUOA_GKQv1oKUA")) {
        var answer = house.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("<title>Matinee</title>");
        assertThat(answer.header("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).hasValue("no-cache");
      }
    }
  }

  @Test
  void files_with_a_hash_in_their_name_are_kept_forever() throws Exception {
    try (var house = new House(data)) {
      var answer = house.get("/assets/index-a1b2c3.js");

      assertThat(answer.text()).isEqualTo(SCRIPT);
      assertThat(answer.header("Content-Type")).hasValue("text/javascript; charset=utf-8");
      assertThat(answer.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
      assertThat(answer.header("Vary")).hasValue("Accept-Encoding");
    }
  }

  @Test
  @Tag("W-01")
  void scripts_that_work_beside_the_page_reach_nothing_but_here_and_alone_may_compile()
      throws Exception {
    var assets = data.resolve("page/assets");
    Files.writeString(assets.resolve("drawingWorker-CUrGa_u-.js"), SCRIPT);
    try (var house = new House(data)) {
      assertThat(house.get("/assets/drawingWorker-CUrGa_u-.js").header("Content-Security-Policy"))
          .hasValue(
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'");
      for (var path : List.of("/", "/assets/index-a1b2c3.js")) {
        assertThat(house.get(path).header("Content-Security-Policy").orElseThrow())
            .as(path)
            .contains("script-src 'self'; ")
            .doesNotContain("wasm");
      }
    }
  }

  @Test
  void the_compressed_form_is_sent_to_whom_it_suits() throws Exception {
    try (var house = new House(data)) {
      var path = "/assets/index-a1b2c3.js";

      assertThat(house.get(path, "Accept-Encoding: gzip, deflate, br").header("Content-Encoding"))
          .hasValue("gzip");
      assertThat(house.get(path, "Accept-Encoding: br").header("Content-Encoding")).isEmpty();
      assertThat(house.get(path, "Accept-Encoding: gzip;q=0").header("Content-Encoding")).isEmpty();
      assertThat(house.get(path, "Accept-Encoding: gzip;q=0.5").header("Content-Encoding"))
          .hasValue("gzip");
    }
  }

  @Test
  void what_a_browser_has_is_not_sent_again() throws Exception {
    try (var house = new House(data)) {
      var etag = house.get("/").header("ETag").orElseThrow();

      var answer = house.get("/", "If-None-Match: " + etag);

      assertThat(answer.status()).isEqualTo(304);
    }
  }

  @Test
  void head_tells_the_length_and_sends_nothing() throws Exception {
    try (var house = new House(data)) {
      var answer = house.ask("HEAD /assets/index-a1b2c3.js");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Length")).hasValue(Integer.toString(SCRIPT.length()));
    }
  }

  @Test
  void nothing_outside_the_page_is_served() throws Exception {
    var paths =
        List.of(
            "/../secret.txt",
            "/assets/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
            "//secret.txt",
            "/secret.txt%00.js",
            "/built",
            "/assets",
            "/index.html/");
    try (var house = new House(data)) {
      for (var path : paths) {
        var answer = house.get(path);

        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.text()).as(path).doesNotContain("outside");
      }
    }
  }

  @Test
  void a_page_that_was_not_built_says_what_to_do(@TempDir Path empty) throws Exception {
    try (var house = new House(empty)) {
      var answer = house.get("/");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).contains("./matinee");
    }
  }
}
