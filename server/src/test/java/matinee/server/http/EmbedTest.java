package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rooms that are opened with a film of another site.
final class EmbedTest {

  private static String room(String provider, String id, String title) {
    var ref = "{\"type\":\"embed\",\"provider\":\"%s\",\"id\":\"%s\"}".formatted(provider, id);
    return "{\"media\":{\"ref\":" + ref + title + "}}";
  }

  private static String titleOf(House house, String json) throws Exception {
    var made = house.post("/api/rooms", json);
    assertThat(made.status()).as(json).isEqualTo(201);
    var seen = house.get("/api/rooms/" + made.json().path("room").asString());
    return seen.json().path("title").asString();
  }

  private static String fieldAtFault(House house, String json) throws Exception {
    var answer = house.post("/api/rooms", json);
    assertThat(answer.status()).as(json).isEqualTo(400);
    return answer.json().path("field").asString();
  }

  @Test
  @Tag("EM1")
  void a_room_with_a_film_of_another_site_is_called_as_that_and_its_id_or_as_is_wished(
      @TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      assertThat(titleOf(house, room("YOUTUBE", "dQw4w9WgXcQ", "")))
          .isEqualTo("YouTube dQw4w9WgXcQ");
      assertThat(titleOf(house, room("YOUTUBE", "dQw4w9WgXcQ", ",\"title\":\"Nosferatu\"")))
          .isEqualTo("Nosferatu");
      assertThat(titleOf(house, room("TWITCH", "1234567890", ""))).isEqualTo("Twitch 1234567890");
    }
  }

  @Test
  @Tag("EM1")
  void what_opens_a_private_film_is_not_in_what_it_is_called(@TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      assertThat(titleOf(house, room("VIMEO", "76979871/8272103f6e", "")))
          .isEqualTo("Vimeo 76979871");
    }
  }

  @Test
  void unknown_sites_and_what_is_no_id_are_refused(@TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      assertThat(fieldAtFault(house, room("NOWHERE", "dQw4w9WgXcQ", "")))
          .isEqualTo("media.ref.provider");
      assertThat(fieldAtFault(house, room("YOUTUBE", "", ""))).isEqualTo("media.ref.id");
      assertThat(fieldAtFault(house, room("YOUTUBE", "https://youtu.be/dQw4w9WgXcQ", "")))
          .isEqualTo("media.ref.id");
    }
  }
}
