package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import matinee.server.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegionsTest {
  private static final ApiDocument API = ApiDocument.read();
  private static final String THERE = OtherRegion.ADDRESS;

  @TempDir private Path data;

  private House house() throws Exception {
    return new House(data, new Config.Place(List.of(), Set.of(), OtherRegion.REGIONS));
  }

  @Test
  void a_server_tells_which_regions_there_are() throws Exception {
    try (var house = house()) {
      var answer = house.get("/api/regions");

      assertThat(answer.json().toString())
          .isEqualTo(
              """
              {"here":"eu","regions":[{"name":"eu","address":"https://eu.example.org"},\
              {"name":"us","address":"https://us.example.org"}]}""");
      assertThat(API.fits("listRegions", answer)).isTrue();
      assertThat(API.fits("beHere", house.get("/api/here"))).isTrue();
    }
  }

  @Test
  void where_nobody_named_any_there_are_none_and_pages_are_not_told_to_ask() throws Exception {
    try (var house = new House(data)) {
      var answer = house.get("/api/regions");

      assertThat(answer.json().toString()).isEqualTo("{\"regions\":[]}");
      assertThat(API.fits("listRegions", answer)).isTrue();
      assertThat(house.get("/").header("Server-Timing")).isEmpty();
    }
  }

  @Test
  void with_several_the_page_is_told_and_may_connect_to_the_others_and_show_their_pictures()
      throws Exception {
    try (var house = house()) {
      var page = house.get("/");

      assertThat(page.header("Server-Timing")).contains("regions");
      assertThat(page.header("Content-Security-Policy").orElseThrow())
          .endsWith(
              "; img-src 'self' data: blob: https://us.example.org"
                  + "; connect-src 'self' http: https: wss://us.example.org");
    }
  }

  @Test
  void pages_of_other_regions_may_ask_and_change_something() throws Exception {
    try (var house = house()) {
      var asked =
          house.ask(
              "OPTIONS /api/rooms",
              "Origin: " + THERE,
              "Access-Control-Request-Method: POST",
              "Access-Control-Request-Headers: content-type");
      var made = house.post("/api/rooms", "{}", "Origin: " + THERE, "Sec-Fetch-Site: cross-site");

      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.header("Access-Control-Allow-Origin")).contains(THERE);
      assertThat(asked.header("Access-Control-Allow-Headers").orElseThrow())
          .contains("Content-Type");
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.header("Access-Control-Allow-Origin")).contains(THERE);
      assertThat(made.header("Vary")).contains("Origin");
    }
  }

  @Test
  void pages_of_other_sites_may_not() throws Exception {
    try (var house = house()) {
      var asked =
          house.ask(
              "OPTIONS /api/rooms",
              "Origin: https://us.example.org.evil.example",
              "Access-Control-Request-Method: POST");
      var made = house.post("/api/rooms", "{}", "Origin: http://us.example.org");

      assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(made.status()).isEqualTo(403);
      assertThat(made.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  @Tag("RG3")
  void a_room_that_lives_elsewhere_says_where_to_whoever_asks_for_anything_of_it()
      throws Exception {
    try (var house = house()) {
      var room = house.room();
      var guest = house.enter(room);
      house.moveAway(room, "us");
      var path = "/api/rooms/" + room;

      var answers =
          List.of(
              house.get(path),
              house.post(path + "/tickets", "{\"name\":\"Ann\"}"),
              house.get(path + "/chat", "Authorization: Bearer " + guest.pass()),
              house.post(path + "/companions", "{\"token\":\"a\"}"));

      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.problem()).isEqualTo("room-elsewhere");
                assertThat(answer.json().path("address").asString()).isEqualTo(THERE);
                assertThat(answer.json().path("region").asString()).isEqualTo("us");
              });
      guest.close();
    }
  }

  @Test
  void how_far_those_who_are_here_are_from_each_region_is_told() throws Exception {
    try (var house = house()) {
      var room = house.room();
      var guest = house.enter(room);
      var path = "/api/rooms/" + room + "/regions";
      var pass = "Authorization: Bearer " + guest.pass();

      var told = house.post(path, "{\"roundTripMs\":{\"eu\":160,\"us\":40}}", pass);
      var wrong = house.post(path, "{\"roundTripMs\":{\"eu\":-1}}", pass);
      var stranger = house.get(path);

      assertThat(told.status()).isEqualTo(200);
      assertThat(wrong.json().path("field").asString()).isEqualTo("roundTripMs.eu");
      assertThat(stranger.status()).isEqualTo(401);
      assertThat(house.get(path, pass).json().toString())
          .isEqualTo(
              """
              {"regions":[{"name":"eu","isHere":true,"people":1,"medianMs":160},\
              {"name":"us","isHere":false,"people":1,"medianMs":40}]}""");
      guest.close();
    }
  }

  @Test
  void a_room_is_taken_in_from_servers_of_the_regions_alone_and_only_what_they_sent()
      throws Exception {
    try (var house = house()) {
      var ours = OtherRegion.knowing(OtherRegion.REGIONS.secret());
      var others = OtherRegion.knowing("f".repeat(32));
      var path = "/api/regions/arrivals";
      var now = Instant.now();

      var unsigned = house.post(path, "{}");
      var foreign = house.post(path, "{}", others.head(path, now, "{}"));
      var old = house.post(path, "{}", ours.head(path, now.minusSeconds(90), "{}"));
      var other = house.post(path, "{ }", ours.head(path, now, "{}"));
      var elsewhere = house.post(path, "{}", ours.head("/api/regions/clock", now, "{}"));
      var empty = house.post(path, "{}", ours.head(path, now, "{}"));

      assertThat(List.of(unsigned, foreign, old, other, elsewhere))
          .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("not-of-a-region"));
      assertThat(empty.status()).isEqualTo(400);
      assertThat(empty.problem()).isEqualTo("room-unreadable");
    }
  }
}
