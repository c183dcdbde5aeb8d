package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people have watched who are signed in, over HTTP and sockets to a running server.
final class ViewingsTest {
  private static final String VIEWINGS = "/api/me/viewings";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String FILM =
      "{\"ref\":{\"type\":\"address\",\"url\":\"https://a.example/sea.mp4\"},\"title\":\"The sea\"}";

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private String room = "";
  private int wishes;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    room = house.post("/api/rooms", "{\"media\":" + FILM + "}").json().path("room").asString();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private Guest play() throws Exception {
    var owner = Guest.enter(house, room, ann);
    wish(owner, "\"reportReady\",\"lengthMs\":3600000");
    wish(owner, "\"play\"");
    return owner;
  }

  private void wish(Guest by, String type) throws InterruptedException {
    var id = "wish-" + ++wishes;
    var wish = "{\"type\":%s,\"id\":\"%s\",\"seen\":2}".formatted(type, id);
    assertThat(by.answer(wish, id)).isEmpty();
  }

  private JsonNode answer() throws Exception {
    return ann.get(VIEWINGS).json();
  }

  /// Lets time pass, little by little, until the first line of what is kept is `wanted`.
  private JsonNode until(Predicate<JsonNode> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      house.advanceMs(100);
      var first = answer().path("viewings").path(0);
      if (wanted.test(first)) {
        return first;
      }
    }
    throw new AssertionError("not kept as wanted: " + answer());
  }

  @Test
  @Tag("T4")
  void what_one_watches_is_kept_with_who_was_there_and_where_it_stopped() throws Exception {
    try (var owner = play();
        var ben = Guest.enter(house, room, "{\"name\":\"Ben\"}")) {
      until(JsonNode::isObject);
      wish(owner, "\"pause\"");
      var stopped = house.get("/api/rooms/" + room).json().path("playback").path("positionMs");

      var kept = until(it -> it.path("positionMs").equals(stopped));

      assertThat(kept.path("room").asString()).isEqualTo(room);
      assertThat(kept.path("media").path("title").asString()).isEqualTo("The sea");
      assertThat(kept.path("media").path("lengthMs").asInt()).isEqualTo(3_600_000);
      assertThat(kept.path("with").toString()).isEqualTo("[\"Ben\"]");
      assertThat(ApiDocument.read().fits("listViewings", ann.get(VIEWINGS))).isTrue();
      var export = ann.get("/api/me/export");
      assertThat(export.json().path("viewings").path(0)).isEqualTo(kept);
      assertThat(ApiDocument.read().fits("exportMe", export)).isTrue();
      assertThat(ben.member()).isNotEqualTo(owner.member());
    }
  }

  @Test
  void one_line_is_forgotten_or_all() throws Exception {
    try (var owner = play()) {
      var id = until(JsonNode::isObject).path("id").asString();
      owner.leave();

      house.ask("DELETE " + VIEWINGS + "/" + id, ann.bearer());
      assertThat(answer().path("total").asInt()).isZero();
    }
    try (var _ = play()) {
      until(JsonNode::isObject);

      house.ask("DELETE " + VIEWINGS, ann.bearer());

      assertThat(answer().path("viewings").isEmpty()).isTrue();
    }
  }

  @Test
  @Tag("V-09")
  void who_wants_nothing_kept_has_nothing_written_down() throws Exception {
    var ben = Browser.of(house, "ben@example.org", "Ben");
    ann.send("PUT " + VIEWINGS + "/kept", "{\"kept\":false}");
    try (var _ = play();
        var other = Guest.enter(house, room, ben)) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (ben.get(VIEWINGS).json().path("total").asInt() == 0 && System.nanoTime() < end) {
        house.advanceMs(100);
      }

      assertThat(ben.get(VIEWINGS).json().path("total").asInt()).isEqualTo(1);
      assertThat(answer().toString())
          .isEqualTo("{\"viewings\":[],\"total\":0,\"kept\":false,\"shown\":false}");
      assertThat(other.member()).isNotEmpty();
    }
  }

  @Test
  @Tag("V-09")
  void what_one_watched_goes_with_the_account() throws Exception {
    try (var _ = play()) {
      until(JsonNode::isObject);

      ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));

      assertThat(Tables.contents(house.database()).get("viewing")).isEmpty();
    }
  }
}
