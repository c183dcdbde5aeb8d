package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which doors the link and the pass of a companion open, and which they do not (CD4).
final class CompanionLinkTest {
  private static final String PASS = "Authorization: Bearer ";

  @TempDir Path data;

  private static String link(House house, String room, Guest guest) throws Exception {
    var answer = house.ask("POST /api/rooms/" + room + "/companions/links", PASS + guest.pass());
    return answer.json().path("token").asString();
  }

  private static Answer companion(House house, String room, String token) throws Exception {
    return house.post("/api/rooms/" + room + "/companions", "{\"token\":\"" + token + "\"}");
  }

  private static Answer ticket(House house, String room, String pass) throws Exception {
    return house.ask("POST /api/rooms/" + room + "/companions/tickets", PASS + pass);
  }

  @Test
  @Tag("CD4")
  void a_link_makes_one_companion_of_the_member_who_asked_for_it() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var guest = house.enter(room)) {
        var token = link(house, room, guest);

        var first = companion(house, room, token);
        var second = companion(house, room, token);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("member").asString()).isEqualTo(guest.member());
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.problem()).isEqualTo("link-over");
      }
    }
  }

  @Test
  @Tag("CD4")
  void a_link_ends_after_ten_minutes() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var guest = house.enter(room)) {
        var early = link(house, room, guest);
        house.advanceMs(9 * 60_000);
        var inTime = companion(house, room, early);
        var late = link(house, room, guest);
        house.advanceMs(10 * 60_000);

        assertThat(inTime.status()).isEqualTo(201);
        assertThat(companion(house, room, late).problem()).isEqualTo("link-over");
      }
    }
  }

  @Test
  @Tag("CD4")
  void a_link_is_good_in_its_room_alone() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var guest = house.enter(room)) {
        var token = link(house, room, guest);

        assertThat(companion(house, house.room(), token).problem()).isEqualTo("link-over");
      }
    }
  }

  @Test
  @Tag("CD4")
  void the_pass_of_a_companion_is_no_pass_of_its_member() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(100, 1)).json().path("film").asString();
      var room = house.room(film);
      try (var guest = house.enter(room)) {
        var pass = companion(house, room, link(house, room, guest)).json().path("pass").asString();
        var in = "/api/rooms/" + room;
        var asMember = "{\"name\":\"Ann\",\"pass\":\"" + pass + "\"}";

        assertThat(ticket(house, room, pass).status()).isEqualTo(201);
        assertThat(ticket(house, house.room(), pass).status()).isEqualTo(403);
        assertThat(house.post(in + "/tickets", asMember).status()).isEqualTo(403);
        assertThat(house.ask("POST " + in + "/companions/links", PASS + pass).status())
            .isEqualTo(403);
        assertThat(house.ask("POST " + in + "/films/" + film + "/address", PASS + pass).status())
            .isEqualTo(403);
      }
    }
  }

  @Test
  @Tag("CD4")
  void the_pass_of_a_companion_and_an_unused_link_outlive_a_restart() throws Exception {
    String room;
    String pass;
    String token;
    try (var house = new House(data)) {
      room = house.room();
      try (var guest = house.enter(room)) {
        pass = companion(house, room, link(house, room, guest)).json().path("pass").asString();
        token = link(house, room, guest);
      }
    }
    try (var house = new House(data)) {

      assertThat(ticket(house, room, pass).status()).isEqualTo(201);
      assertThat(companion(house, room, token).status()).isEqualTo(201);
      assertThat(companion(house, room, token).problem()).isEqualTo("link-over");
    }
  }

  @Test
  @Tag("CD4")
  void a_page_of_another_site_gets_neither_link_nor_companion_nor_ticket() throws Exception {
    var foreign = "Origin: https://evil.example";
    try (var house = new House(data)) {
      var room = house.room();
      try (var guest = house.enter(room)) {
        var token = link(house, room, guest);
        var base = "/api/rooms/" + room + "/companions";
        var body = "{\"token\":\"" + token + "\"}";

        assertThat(house.ask("POST " + base + "/links", PASS + guest.pass(), foreign).problem())
            .isEqualTo("foreign-page");
        assertThat(house.post(base, body, foreign).problem()).isEqualTo("foreign-page");
        assertThat(house.ask("POST " + base + "/tickets", foreign).problem())
            .isEqualTo("foreign-page");
        assertThat(companion(house, room, token).status()).isEqualTo(201);
      }
    }
  }
}
