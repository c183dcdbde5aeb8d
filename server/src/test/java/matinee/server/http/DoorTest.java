package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is let through: pages of other sites, forged proxies, tickets, passes and addresses of
/// films.
final class DoorTest {
  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy");

  @TempDir Path data;

  @Test
  void every_answer_carries_the_security_headers() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("film.webm", Samples.webm(100, 1)).json().path("film").asString();
      var address = house.address(film);
      var answers =
          List.of(
              house.get("/"),
              house.get("/nothing"),
              house.get("/health/ready"),
              house.get("/metrics"),
              house.ask("DELETE /api/rooms"),
              house.ask("OPTIONS /api/rooms"),
              house.post("/api/rooms", "{"),
              house.post("/api/rooms", "{}"),
              house.get(address),
              house.get(address, "Range: bytes=0-0"),
              house.get(address, "Range: bytes=900-"),
              house.get(address, "If-None-Match: *"),
              house.get("/sync"),
              house.get("/films/none"),
              house.get("/" + "x".repeat(5_000)),
              house.get("/", "X: " + "x".repeat(9_000)),
              house.ask("GET /%zz"));

      for (var answer : answers) {
        assertThat(HEADERS)
            .as(answer.status() + " " + answer.headers())
            .allMatch(header -> answer.header(header).isPresent());
        assertThat(answer.status()).isNotEqualTo(500);
      }
    }
  }

  @Test
  void scripts_come_from_here_alone() throws Exception {
    try (var house = new House(data)) {
      var policy = house.get("/").header("Content-Security-Policy").orElseThrow();

      assertThat(List.of(policy.split("; ")))
          .contains(
              "default-src 'none'",
              "script-src 'self'",
              "object-src 'none'",
              "base-uri 'none'",
              "frame-ancestors 'none'")
          .noneMatch(rule -> rule.startsWith("script-src") && rule.contains("unsafe"));
    }
  }

  @Test
  void browsers_that_came_by_https_keep_to_it() throws Exception {
    try (var house = new House(data, List.of(URI.create("https://films.example")), Set.of())) {
      assertThat(house.get("/").header("Strict-Transport-Security")).hasValue("max-age=31536000");
    }
  }

  @Test
  void a_page_of_another_site_changes_nothing() throws Exception {
    var foreign =
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://127.0.0.1:1",
            "Origin: http://127.0.0.1.evil.example",
            "Origin: https://films.example.evil.example",
            "Origin: https://evilfilms.example",
            "Origin: http://films.example",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site");
    try (var house = new House(data, List.of(URI.create("https://films.example")), Set.of())) {
      var room = house.room();
      for (var header : foreign) {
        var answers =
            List.of(
                house.post("/api/rooms", "{}", header),
                house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}", header),
                house.upload("a.webm", Samples.webm(100, 1), header),
                house.ask("POST /api/rooms/" + room + "/films/f/address", header));

        assertThat(answers).as(header).allMatch(answer -> answer.status() == 403);
      }
    }
  }

  @Test
  void a_page_of_our_own_may() throws Exception {
    try (var house = new House(data, List.of(URI.create("https://films.example")), Set.of())) {
      var ours =
          List.of(
              "Origin: http://127.0.0.1:" + house.port(),
              "Origin: https://films.example",
              "Sec-Fetch-Site: same-origin",
              "Sec-Fetch-Site: none");

      for (var header : ours) {
        assertThat(house.post("/api/rooms", "{}", header).status()).as(header).isEqualTo(201);
      }
    }
  }

  @Test
  void no_other_site_may_read_an_answer() throws Exception {
    try (var house = new House(data)) {
      for (var origin : List.of("https://evil.example", "null", "http://127.0.0.1")) {
        var answers =
            List.of(
                house.get("/health/ready", "Origin: " + origin),
                house.ask(
                    "OPTIONS /api/rooms",
                    "Origin: " + origin,
                    "Access-Control-Request-Method: POST"));

        assertThat(answers)
            .flatMap(answer -> answer.headers().keySet())
            .noneMatch(name -> name.startsWith("access-control-"));
      }
    }
  }

  @Test
  @Tag("A-17")
  void forged_proxy_headers_count_for_nothing() throws Exception {
    try (var house = new House(data)) {
      var last = 0;
      for (int i = 0; i < 40; i++) {
        last = house.post("/api/rooms", "{}", "X-Forwarded-For: 10.0.0." + i).status();
      }

      assertThat(last).isEqualTo(429);
    }
  }

  @Test
  @Tag("A-17")
  void people_behind_a_trusted_proxy_are_told_apart() throws Exception {
    try (var house = new House(data, List.of(), Set.of("127.0.0.1"))) {
      for (int i = 0; i < 40; i++) {
        var each = "X-Forwarded-For: 6.6.6.6, 10.0.0." + i;
        assertThat(house.post("/api/rooms", "{}", each).status()).isEqualTo(201);
      }
      var last = 0;
      for (int i = 0; i < 40; i++) {
        var forging = "X-Forwarded-For: 10.1.0." + i + ", 10.0.1.1";
        last = house.post("/api/rooms", "{}", forging).status();
      }

      assertThat(last).isEqualTo(429);
    }
  }

  @Test
  @Tag("A-17")
  void people_behind_a_trusted_network_of_proxies_are_told_apart() throws Exception {
    try (var house = new House(data, List.of(), Set.of("127.0.0.0/8", "10.9.0.0/16"))) {
      for (int i = 0; i < 40; i++) {
        var each = "X-Forwarded-For: 10.0.0." + i + ", 10.9.0." + i;
        assertThat(house.post("/api/rooms", "{}", each).status()).isEqualTo(201);
      }
    }
  }

  @Test
  void who_was_refused_may_come_again_later() throws Exception {
    try (var house = new House(data)) {
      Answer refused;
      do {
        refused = house.post("/api/rooms", "{}");
      } while (refused.status() == 201);
      var wait = Integer.parseInt(refused.header("Retry-After").orElseThrow());

      house.advanceMs(wait * 1_000L);

      assertThat(house.post("/api/rooms", "{}").status()).isEqualTo(201);
    }
  }

  @Test
  @Tag("EN1")
  void a_ticket_opens_one_connection() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      var ticket =
          house
              .post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}")
              .json()
              .path("ticket")
              .asString();

      var first = handshake(house, ticket, "http://127.0.0.1:" + house.port());
      var second = handshake(house, ticket, "http://127.0.0.1:" + house.port());

      assertThat(first.status()).isEqualTo(101);
      assertThat(second.status()).isEqualTo(401);
    }
  }

  @Test
  @Tag("EN1")
  void a_handshake_from_another_site_is_refused_through_the_tunnel_too() throws Exception {
    try (var house = new House(data)) {
      assertThat(handshake(house, "none", "https://evil.example").status()).isEqualTo(403);
    }
  }

  private static Answer handshake(House house, String ticket, String origin) throws Exception {
    return house.get(
        "/sync?ticket=" + ticket,
        "Origin: " + origin,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol: matinee.1");
  }

  @Test
  void a_pass_makes_the_same_member_again_and_fits_no_other_room() throws Exception {
    try (var house = new House(data)) {
      var room = "/api/rooms/" + house.room() + "/tickets";
      var other = "/api/rooms/" + house.room() + "/tickets";
      var first = house.post(room, "{\"name\":\"Ann\"}").json();
      var withPass = "{\"name\":\"Anna\",\"pass\":\"" + first.path("pass").asString() + "\"}";

      var again = house.post(room, withPass).json();
      var elsewhere = house.post(other, withPass);

      assertThat(again.path("member")).isEqualTo(first.path("member"));
      assertThat(again.path("pass")).isEqualTo(first.path("pass"));
      assertThat(elsewhere.status()).isEqualTo(403);
    }
  }

  @Test
  void a_pass_outlives_a_restart() throws Exception {
    String room;
    String pass;
    try (var house = new House(data)) {
      room = "/api/rooms/" + house.room() + "/tickets";
      pass = house.post(room, "{\"name\":\"Ann\"}").json().path("pass").asString();
    }
    try (var house = new House(data)) {
      var again = house.post(room, "{\"name\":\"Ann\",\"pass\":\"" + pass + "\"}");

      assertThat(again.status()).isEqualTo(201);
    }
  }

  @Test
  void a_film_is_read_by_nobody_without_a_good_address() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(100, 1)).json().path("film").asString();
      var another = house.upload("b.webm", Samples.webm(100, 2)).json().path("film").asString();
      var good = house.address(film);
      var bad =
          List.of(
              "/films/" + film,
              good.replace(film, another),
              good.replace(film, "%C3%A9"),
              good.replaceFirst("m=[^&]*", "m=somebody"),
              good.replaceFirst("r=[^&]*", "r=AAAAAAAAAAAAAAAAAAAAAA"),
              good.replaceFirst("e=\\d+", "e=9007199254740992"),
              good.substring(0, good.length() - 1),
              good + "A",
              good.replaceFirst("s=.*", "s="));

      for (var address : bad) {
        var answer = house.get(address);
        assertThat(answer.status()).as(address).isEqualTo(403);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
      }
      assertThat(house.get(good).status()).isEqualTo(200);
    }
  }

  @Test
  void an_address_ends_with_its_time() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(100, 1)).json().path("film").asString();
      var address = house.address(film);

      house.advanceMs(12 * 60 * 60 * 1_000 + 1);

      assertThat(house.get(address).status()).isEqualTo(403);
    }
  }

  @Test
  void who_has_left_the_room_reads_no_more() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(100, 1)).json().path("film").asString();
      try (var guest = house.enter(house.room(film))) {
        var address = guest.address(film).json().path("url").asString();
        var before = house.get(address).status();

        guest.leave();

        assertThat(before).isEqualTo(200);
        assertThat(house.get(address).status()).isEqualTo(403);
      }
    }
  }

  @Test
  void a_film_that_is_no_longer_loaded_is_no_longer_read() throws Exception {
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(100, 1)).json().path("film").asString();
      try (var guest = house.enter(house.room(film))) {
        var address = guest.address(film).json().path("url").asString();

        guest.send(
            """
            {"type":"load","id":"c1","seen":2,"media":{"ref":{"type":"address","url":"https://a.example/b.mp4"},"title":"B"}}""");
        guest.hear("accepted");

        assertThat(house.get(address).status()).isEqualTo(403);
        assertThat(guest.address(film).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void text_of_people_comes_back_as_the_text_it_was() throws Exception {
    var naughty =
        List.of(
            "<script>alert(1)</script>",
            "\\\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "{{7*7}}${7*7}",
            "' or 1=1; --",
            "\\u202eevil",
            "__proto__");
    try (var house = new House(data)) {
      for (var title : naughty) {
        var room =
            house
                .post(
                    "/api/rooms",
                    "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"http://a/b\"},\"title\":\""
                        + title
                        + "\"}}")
                .json()
                .path("room")
                .asString();

        var answer = house.get("/api/rooms/" + room);

        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.json().path("title").asString())
            .isEqualTo(title.replace("\\\"", "\"").replace("\\u202e", "\u202e"));
      }
    }
  }
}
