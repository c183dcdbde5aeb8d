package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is given a ticket, and what those outside learn of a room (AC2).
final class DoorstepTest {
  private static final String PASS = "Authorization: Bearer ";
  private static final String BOB = "{\"name\":\"Bob\"}";

  @TempDir Path data;

  private static void setDoor(Guest owner, String access) throws Exception {
    owner.send(
        """
        {"type":"setDoor","id":"%s","seen":1,"door":
          {"access":"%s","capacity":20000,"newcomers":"MEMBER","title":"Film night"}}"""
            .formatted(access, access));
    owner.hear("doorChanged");
  }

  private static String typed(String password) {
    return "{\"name\":\"Bob\",\"password\":\"" + password + "\"}";
  }

  private static Answer setPassword(House house, String room, Guest by) throws Exception {
    return house.send(
        "PUT /api/rooms/" + room + "/password",
        "{\"password\":\"correct horse\"}",
        PASS + by.pass());
  }

  @Test
  @Tag("AC2")
  void who_knows_the_password_comes_in_and_nobody_else() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      var tickets = "/api/rooms/" + room + "/tickets";
      try (var ann = house.enter(room)) {
        var set = setPassword(house, room, ann);
        setDoor(ann, "PASSWORD");

        var nothing = house.post(tickets, BOB);
        var wrong = house.post(tickets, typed("wrong horse"));
        var right = house.post(tickets, typed("correct horse"));
        var again = house.post(tickets, "{\"name\":\"Ann\",\"pass\":\"" + ann.pass() + "\"}");

        assertThat(List.of(set, right, again))
            .extracting(Answer::status)
            .containsExactly(204, 201, 201);
        assertThat(List.of(nothing, wrong)).extracting(Answer::status).containsOnly(403);
        assertThat(List.of(nothing, wrong))
            .extracting(Answer::problem)
            .containsExactly("password-needed", "password-wrong");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVITED", "PASSWORD"})
  @Tag("AC2")
  void who_was_here_before_is_let_in_by_the_place_and_nobody_else(String access) throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      var tickets = "/api/rooms/" + room + "/tickets";
      try (var ann = house.enter(room);
          var bob = house.enter(room);
          var eve = house.enter(room)) {
        bob.leave();
        ann.send(
            "{\"type\":\"ban\",\"id\":\"b-1\",\"seen\":1,\"member\":\"" + eve.member() + "\"}");
        ann.hear("banned");
        setDoor(ann, access);

        var seen = house.get("/api/rooms/" + room, PASS + bob.pass());
        var back = house.post(tickets, "{\"name\":\"Bob\",\"pass\":\"" + bob.pass() + "\"}");
        var outside = house.get("/api/rooms/" + room, PASS + eve.pass());
        var fresh = house.post(tickets, BOB);

        assertThat(seen.json().path("name").asString()).isEqualTo("Film night");
        assertThat(back.status()).isEqualTo(201);
        assertThat(outside.text()).isEqualTo(house.get("/api/rooms/" + room).text());
        assertThat(fresh.status()).isEqualTo(403);
        try (var _ = bob.again()) {
          assertThat(ann.hear("joined").path("member").asString()).isEqualTo(bob.member());
        }
      }
    }
  }

  @Test
  @Tag("AC2")
  void passwords_are_guessed_ten_times_and_then_not_even_the_right_one_is_looked_at()
      throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      var tickets = "/api/rooms/" + room + "/tickets";
      try (var ann = house.enter(room)) {
        setPassword(house, room, ann);
        setDoor(ann, "PASSWORD");
        for (int i = 0; i < 10; i++) {
          assertThat(house.post(tickets, typed("wrong horse " + i)).problem())
              .isEqualTo("password-wrong");
        }

        var right = house.post(tickets, typed("correct horse"));

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.problem()).isEqualTo("too-many-tries");
        assertThat(right.header("Retry-After")).isPresent();
      }
    }
  }

  @Test
  @Tag("AC2")
  void only_the_owner_sets_the_password() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var _ = house.enter(room);
          var bob = house.enter(room)) {

        var answer = setPassword(house, room, bob);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-owner");
      }
    }
  }

  @Test
  @Tag("V-05")
  void a_room_of_the_invited_is_to_others_what_no_room_is() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var ann = house.enter(room)) {
        setDoor(ann, "INVITED");

        for (var path : List.of("", "/chat", "/members", "/banned")) {
          for (var headers : List.of(new String[0], new String[] {PASS + "a.b"})) {
            var there = house.get("/api/rooms/" + room + path, headers);
            var nowhere = house.get("/api/rooms/AAAAAAAAAAAAAAAAAAAAAA" + path, headers);

            assertThat(there.status()).as(path).isEqualTo(nowhere.status());
            assertThat(there.text()).as(path).isEqualTo(nowhere.text());
            assertThat(there.headers().keySet()).isEqualTo(nowhere.headers().keySet());
          }
        }
        var inside = house.get("/api/rooms/" + room, PASS + ann.pass());
        var ticket = house.post("/api/rooms/" + room + "/tickets", BOB);

        assertThat(inside.json().path("name").asString()).isEqualTo("Film night");
        assertThat(ticket.status()).isEqualTo(403);
        assertThat(ticket.problem()).isEqualTo("not-invited");
      }
    }
  }

  @Test
  @Tag("V-05")
  void of_a_room_with_a_password_others_learn_that_and_nothing_else() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var ann = house.enter(room)) {
        setDoor(ann, "PASSWORD");

        var outside = house.get("/api/rooms/" + room);

        assertThat(outside.text()).isEqualTo("{\"room\":\"" + room + "\",\"needsPassword\":true}");
      }
    }
  }

  @Test
  @Tag("AC7")
  void a_closed_room_gives_no_tickets() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var ann = house.enter(room)) {
        ann.send("{\"type\":\"closeRoom\",\"id\":\"c-1\",\"seen\":1}");
        ann.hear("closed");

        var ticket = house.post("/api/rooms/" + room + "/tickets", BOB);
        var outside = house.get("/api/rooms/" + room);

        assertThat(List.of(ticket, outside)).extracting(Answer::status).containsOnly(403);
        assertThat(List.of(ticket, outside))
            .extracting(Answer::problem)
            .containsOnly("room-closed");
      }
    }
  }
}
