package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import matinee.server.Config;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegionsTest {
  private static final ApiDocument API = ApiDocument.read();
  private static final String THERE = "https://us.example.org";
  private static final Regions REGIONS =
      new Regions(
          "eu",
          List.of(
              new Region("eu", URI.create("https://eu.example.org")),
              new Region("us", URI.create(THERE))),
          "0123456789abcdef0123456789abcdef");

  @TempDir private Path data;

  private House house() throws Exception {
    return new House(data, new Config.Place(List.of(), Set.of(), REGIONS));
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
  void with_several_the_page_is_told_and_may_connect_to_the_others() throws Exception {
    try (var house = house()) {
      var page = house.get("/");

      assertThat(page.header("Server-Timing")).contains("regions");
      assertThat(page.header("Content-Security-Policy").orElseThrow())
          .endsWith("; connect-src 'self' http: https: wss://us.example.org");
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
}
