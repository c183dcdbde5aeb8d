package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.server.Config;
import matinee.server.regions.Regions;
import matinee.server.relays.Credential;
import matinee.server.relays.IceAddress;
import matinee.server.relays.IceServers;
import matinee.server.relays.Relay;
import matinee.server.relays.TestRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who is told by what the relay lets in, and that a real one does.
final class IceServersTest {
  private static final String STUN = "stun:stun.example.org:3478";

  @TempDir private Path data;
  private TestRelay coturn;
  private House house;
  private String room = "";

  @BeforeEach
  void open() throws Exception {
    coturn = new TestRelay(data);
    house = new House(data, place(coturn.told()));
    room = house.room();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    coturn.close();
  }

  /// One with previews, and a relay at `address`.
  static Config.Place place(IceAddress address) {
    var servers =
        new IceServers(
            List.of(new IceAddress(STUN)),
            Optional.of(new Relay(List.of(address), TestRelay.SECRET)));
    return new Config.Place(List.of(), Set.of(), Regions.NONE, true, true, servers);
  }

  private Answer asked(Guest guest) throws Exception {
    var pass = "Authorization: Bearer " + guest.pass();
    return house.get("/api/rooms/" + room + "/ice-servers", pass);
  }

  private static Credential credential(JsonNode told) {
    var server = told.path("iceServers").path(1);
    return new Credential(
        server.path("username").asString(),
        server.path("credential").asString(),
        Instant.parse(told.path("until").asString()));
  }

  private static String order(String type, Guest about) {
    return "{\"type\":\"%s\",\"id\":\"%<s-1\",\"seen\":1,\"member\":\"%s\"}"
        .formatted(type, about.member());
  }

  @Test
  @Tag("P-02")
  void a_member_is_let_in_by_what_is_told_for_ten_minutes() throws Exception {
    try (var ann = house.enter(room)) {
      var told = asked(ann);

      var credential = credential(told.json());
      assertThat(told.json().path("iceServers").path(0).path("urls").path(0).asString())
          .isEqualTo(STUN);
      assertThat(told.json().path("iceServers").path(1).path("urls").path(0).asString())
          .isEqualTo(coturn.told().text());
      assertThat(credential.username())
          .isEqualTo(credential.until().getEpochSecond() + ":" + ann.member());
      assertThat(credential.until())
          .isBetween(house.now().plusSeconds(590), house.now().plusSeconds(600));
      assertThat(coturn.letsIn(credential)).isEqualTo(200);
      assertThat(told.text()).doesNotContain(TestRelay.SECRET);
      assertThat(told.header("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  @Tag("P-02")
  void who_was_put_out_or_banned_is_told_nothing() throws Exception {
    try (var ann = house.enter(room);
        var ben = house.enter(room);
        var eve = house.enter(room)) {
      ann.send(order("kick", ben));
      ann.hear("kicked");
      ann.send(order("ban", eve));
      ann.hear("banned");

      assertThat(List.of(asked(ben).problem(), asked(eve).problem()))
          .containsExactly("not-in-room", "banned");
    }
  }

  @Test
  @Tag("P-02")
  void nobody_is_told_anything_after_the_end_of_the_room() throws Exception {
    try (var ann = house.enter(room)) {
      ann.send("{\"type\":\"closeRoom\",\"id\":\"c-1\",\"seen\":1}");
      ann.hear("closed");

      assertThat(asked(ann).problem()).isEqualTo("room-closed");
    }
  }

  @Test
  @Tag("P-02")
  void who_shows_the_pass_of_another_room_is_told_nothing() throws Exception {
    try (var ann = house.enter(house.room())) {
      assertThat(asked(ann).status()).isEqualTo(403);
    }
  }

  @Test
  @Tag("P-04")
  void whatever_is_shown_as_a_pass_is_refused_in_words() throws Exception {
    var path = "/api/rooms/" + room + "/ice-servers";
    for (var pass : List.of("", "a", "a.b", "a.b.c.d.e.f.g", "x".repeat(4_000), "\u00ff.\u00ff")) {
      var answer = house.get(path, "Authorization: Bearer " + pass);

      assertThat(answer.status()).as(pass).isIn(401, 403);
      assertThat(answer.json().path("detail").asString()).as(pass).isNotEmpty();
    }
  }
}
