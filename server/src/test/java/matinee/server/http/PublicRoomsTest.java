package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What strangers find in the public list of a running server.
final class PublicRoomsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static void setDoor(Guest owner, String access, int capacity) throws Exception {
    owner.send(
        """
        {"type":"setDoor","id":"%s-%d","seen":1,"door":
          {"access":"%s","capacity":%d,"newcomers":"WATCHER","title":"Film night"}}"""
            .formatted(access, capacity, access, capacity));
    owner.hear("doorChanged");
  }

  private JsonNode rooms(String query) throws Exception {
    return house.get("/api/public-rooms" + query).json().path("rooms");
  }

  /// Waits until `look` holds of the list.
  private void awaitList(ThrowingConsumer<JsonNode> look) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> look.accept(rooms("")));
  }

  @Test
  @Tag("AC1")
  void a_room_that_is_made_public_is_found_and_entered_until_it_is_so_no_more() throws Exception {
    var film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
    var room = house.room(film);
    try (var ann = house.enter(room);
        var _ = house.enter(house.room())) {
      setDoor(ann, "PUBLIC", 1);
      awaitList(rooms -> assertThat(rooms.size()).isEqualTo(1));

      var answer = house.get("/api/public-rooms");
      assertThat(ApiDocument.read().fits("listPublicRooms", answer)).isTrue();
      assertThat(answer.json().path("rooms").get(0).toString())
          .isEqualTo(
              "{\"room\":\"%s\",\"name\":\"Film night\",\"title\":\"a\",\"here\":1,\"capacity\":1,\"full\":true,\"newcomers\":\"WATCHER\"}"
                  .formatted(room));
      assertThat(rooms("?search=FILM").size()).isEqualTo(1);
      assertThat(rooms("?search=other").size()).isZero();

      setDoor(ann, "PUBLIC", 2);
      try (var _ = house.enter(room)) {
        awaitList(rooms -> assertThat(rooms.get(0).path("here").asInt()).isEqualTo(2));
      }

      setDoor(ann, "LINK", 2);
      awaitList(rooms -> assertThat(rooms.size()).isZero());
    }
  }

  @Test
  @Tag("V-05")
  void an_empty_list_says_nothing_of_the_rooms_that_there_are() throws Exception {
    try (var ann = house.enter(house.room())) {
      setDoor(ann, "INVITED", 2);

      assertThat(house.get("/api/public-rooms").text()).isEqualTo("{\"rooms\":[]}");
    }
  }
}
