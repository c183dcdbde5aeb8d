package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import matinee.server.http.ApiDocument.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for everything that can be asked for: each operation of protocol/openapi.yaml, pages,
/// files, and what is not there.
final class EveryOperationTest {
  private static final String HOME = "https://films.example.org";

  /// Limits of how often somebody may ask are not what is tested here.
  private static final long A_MINUTE = 60_000;

  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
          + " microphone=(), midi=(), payment=(), usb=(),"
          + " autoplay=(self \"https://www.youtube-nocookie.com\" \"https://player.vimeo.com\""
          + " \"https://player.twitch.tv\"),"
          + " fullscreen=(self), picture-in-picture=(self"
          + " \"https://www.youtube-nocookie.com\" \"https://player.vimeo.com\""
          + " \"https://player.twitch.tv\"),"
          + " screen-wake-lock=(self), web-share=(self)";

  @TempDir private Path data;
  private House house;
  private Browser browser;
  private String room = "";

  @BeforeEach
  void open() throws Exception {
    var page = Files.createDirectories(data.resolve("page/assets"));
    Files.writeString(data.resolve("page/index.html"), "<!doctype html><title>Matinee</title>");
    Files.writeString(page.resolve("main-1a2b3c4d.js"), "1");
    Files.writeString(data.resolve("page/built"), "");
    house = new House(data, List.of(URI.create(HOME)), Set.of());
    browser = new Browser(house);
    browser.register();
    browser.signIn(Browser.PASSWORD);
    room = house.room();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static List<Operation> operations() {
    return ApiDocument.read().operations();
  }

  /// The lines that ask for everything there is, and for some things that are not.
  private List<String> everything() {
    var lines = new ArrayList<>(operations().stream().map(it -> it.line(room)).toList());
    lines.addAll(
        List.of(
            "GET /",
            "GET /r/" + room,
            "GET /assets/main-1a2b3c4d.js",
            "GET /assets/none.js",
            "GET /api/none",
            "GET /..%2f",
            "PUT /api/rooms",
            "OPTIONS /api/rooms",
            "TRACE /"));
    return lines;
  }

  private Answer ask(String line, String... headers) throws Exception {
    house.advanceMs(A_MINUTE);
    return house.ask(line, headers);
  }

  private Answer send(String line, String body, String... headers) throws Exception {
    house.advanceMs(A_MINUTE);
    return house.send(line, body, headers);
  }

  @Test
  @Tag("W-02")
  void every_answer_tells_browsers_what_not_to_do() throws Exception {
    for (var line : everything()) {
      var answer = ask(line);

      var told = new TreeMap<String, String>();
      answer.headers().forEach((name, values) -> told.put(name, String.join(", ", values)));
      assertThat(told)
          .as(line + " " + answer.status())
          .containsAllEntriesOf(
              Map.of(
                  "x-content-type-options", "nosniff",
                  "referrer-policy", "no-referrer",
                  "permissions-policy", PERMISSIONS,
                  "cross-origin-opener-policy", "same-origin",
                  "cross-origin-resource-policy", "same-origin",
                  "x-frame-options", "DENY",
                  "strict-transport-security", "max-age=31536000"))
          .hasEntrySatisfying(
              "content-security-policy",
              policy ->
                  assertThat(policy)
                      .contains(
                          "default-src 'none'",
                          "frame-src https://www.youtube-nocookie.com https://player.vimeo.com"
                              + " https://player.twitch.tv;",
                          "frame-ancestors 'none'")
                      .doesNotContain("unsafe-eval")
                      .doesNotContainPattern("script-src [^;]*(unsafe|\\*|data:|http)"))
          .doesNotContainKeys("server", "x-powered-by");
    }
  }

  @Test
  @Tag("W-03")
  void a_foreign_page_changes_nothing_whatever_it_sends() throws Exception {
    var attacks =
        List.of(
            List.of("Origin: https://evil.example"),
            List.of("Origin: null"),
            List.of("Sec-Fetch-Site: cross-site"),
            List.of("Sec-Fetch-Site: same-site"));
    var before = Tables.contents(house.database());
    for (var operation : operations()) {
      for (var attack : attacks) {
        var head = new ArrayList<>(attack);
        head.add(browser.cookie());
        if (operation.isChanging()) {
          var answer = send(operation.line(room), "{}", head.toArray(String[]::new));

          assertThat(answer.status()).as(operation + " " + attack).isIn(403, 404, 405);
        }
      }
    }
    assertThat(Tables.contents(house.database())).isEqualTo(before);
  }

  @Test
  @Tag("W-03")
  void what_a_form_can_send_is_not_read() throws Exception {
    var before = Tables.contents(house.database());
    for (var operation : operations()) {
      for (var type :
          List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
        if (operation.isChanging()) {
          var answer =
              ask(
                  operation.line(room),
                  "Content-Type: " + type,
                  "Content-Length: 0",
                  browser.cookie());

          assertThat(answer.status()).as(operation + " " + type).isBetween(400, 499);
        }
      }
    }
    assertThat(Tables.contents(house.database())).isEqualTo(before);
  }

  @Test
  @Tag("W-03")
  void no_header_makes_another_method_of_what_reads() throws Exception {
    var before = Tables.contents(house.database());
    for (var operation : operations()) {
      if (!operation.isChanging()) {
        var plain = ask(operation.line(room));
        for (var header :
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
          var answer = ask(operation.line(room), header + ": POST", header + ": DELETE");

          assertThat(answer.status()).as(operation + " " + header).isEqualTo(plain.status());
        }
      }
    }
    assertThat(Tables.contents(house.database())).isEqualTo(before);
  }

  @Test
  @Tag("W-04")
  void no_foreign_page_is_let_to_read_an_answer() throws Exception {
    for (var line : everything()) {
      var path = line.substring(line.indexOf(' '));
      for (var origin :
          List.of(
              "https://evil.example",
              "null",
              HOME + ".evil.example",
              "https://evilfilms.example.org",
              HOME.replace("https", "http"),
              HOME + ":8443")) {
        var from = "Origin: " + origin;
        var answers =
            List.of(
                ask(line, from, browser.cookie()),
                ask(
                    "OPTIONS" + path,
                    from,
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: authorization, content-type"));

        for (var answer : answers) {
          assertThat(answer.headers().keySet())
              .as(line + " from " + origin)
              .noneMatch(it -> it.startsWith("access-control-"));
        }
      }
    }
  }
}
