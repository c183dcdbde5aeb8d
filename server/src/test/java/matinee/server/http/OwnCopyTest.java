package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rooms that are opened with a film of which each plays an own copy.
final class OwnCopyTest {
  private static final String SALT = "8d".repeat(16);
  private static final String TITLE = ",\"title\":\"Nosferatu\"";

  private static String room(String bytes, String salt, String title) {
    var ref =
        "{\"type\":\"ownCopy\",\"bytes\":%s,\"salt\":\"%s\",\"hash\":\"%s\"}"
            .formatted(bytes, salt, "4c".repeat(32));
    return "{\"media\":{\"ref\":" + ref + title + "}}";
  }

  private static String fieldAtFault(House house, String json) throws Exception {
    var answer = house.post("/api/rooms", json);
    assertThat(answer.status()).as(json).isEqualTo(400);
    return answer.json().path("field").asString();
  }

  @Test
  @Tag("OC1")
  void a_room_with_an_own_copy_is_known_by_its_title_alone(@TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      var made = house.post("/api/rooms", room("700000000", SALT, TITLE));
      var seen = house.get("/api/rooms/" + made.json().path("room").asString());

      assertThat(made.status()).isEqualTo(201);
      assertThat(seen.json().path("title").asString()).isEqualTo("Nosferatu");
      assertThat(seen.json().toString()).doesNotContain(SALT);
    }
  }

  @Test
  void what_is_no_fingerprint_is_refused_and_so_is_one_without_a_title(@TempDir Path data)
      throws Exception {
    try (var house = new House(data)) {
      assertThat(fieldAtFault(house, room("700000000", SALT, ""))).isEqualTo("media.title");
      assertThat(fieldAtFault(house, room("0", SALT, TITLE))).isEqualTo("media.ref");
      assertThat(fieldAtFault(house, room("1.5", SALT, TITLE))).isEqualTo("media.ref.bytes");
      assertThat(fieldAtFault(house, room("1", "8D", TITLE))).isEqualTo("media.ref");
    }
  }
}
