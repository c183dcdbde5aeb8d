package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What extensions of browsers may ask, and rooms with what they follow.
final class ExtensionTest {
  private static final String CHROMIUM = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
  private static final String FIREFOX = "moz-extension://6f3b2c1d-0a4e-4c5b-9d7f-1e2a3b4c5d6e";

  @ParameterizedTest
  @ValueSource(strings = {CHROMIUM, FIREFOX})
  void an_extension_may_ask_and_change_something_but_without_cookies(
      String origin, @TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      var asked =
          house.ask(
              "OPTIONS /api/rooms",
              "Origin: " + origin,
              "Access-Control-Request-Method: POST",
              "Access-Control-Request-Headers: content-type");
      var made = house.post("/api/rooms", "{}", "Origin: " + origin, "Sec-Fetch-Site: cross-site");

      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.header("Access-Control-Allow-Origin")).contains(origin);
      assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.header("Access-Control-Allow-Origin")).contains(origin);
      assertThat(made.header("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "https://chrome-extension", "null"})
  void a_page_may_not(String origin, @TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      var made = house.post("/api/rooms", "{}", "Origin: " + origin, "Sec-Fetch-Site: cross-site");

      assertThat(made.status()).isEqualTo(403);
      assertThat(made.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  @Tag("ST1")
  void a_room_is_opened_with_a_page_of_a_site_and_with_no_other_address(@TempDir Path data)
      throws Exception {
    try (var house = new House(data)) {
      var made = house.post("/api/rooms", room("https://films.example/watch/nosferatu?v=1"));
      var seen = house.get("/api/rooms/" + made.json().path("room").asString());
      var refused = house.post("/api/rooms", room("http://films.example/watch"));
      var withPassword = house.post("/api/rooms", room("https://ann:secret@films.example/"));

      assertThat(seen.json().path("title").asString()).isEqualTo("nosferatu");
      assertThat(refused.json().path("field").asString()).isEqualTo("media.ref.url");
      assertThat(withPassword.json().path("field").asString()).isEqualTo("media.ref.url");
    }
  }

  private static String room(String url) {
    return "{\"media\":{\"ref\":{\"type\":\"site\",\"url\":\"" + url + "\"}}}";
  }
}
