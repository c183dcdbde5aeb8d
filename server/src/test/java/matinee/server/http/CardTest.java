package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What links of rooms and planned evenings tell before they are opened.
final class CardTest {
  private static final String GENERAL =
      """
      <!doctype html>
      <html>
        <head>
          <title>Matinee</title>
          <meta property="og:site_name" content="Matinee" />
          <meta property="og:title" content="Watch together with Matinee" />
          <meta property="og:description" content="Far apart." />
          <meta name="twitter:card" content="summary" />
        </head>
        <body></body>
      </html>
      """;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  @TempDir private Path data;

  @BeforeEach
  void build() throws Exception {
    Files.createDirectories(data.resolve("page"));
    Files.writeString(data.resolve("page/index.html"), GENERAL);
    Files.writeString(data.resolve("page/built"), "");
  }

  private House house() throws Exception {
    return new House(data, List.of(URI.create("https://films.example")), Set.of());
  }

  /// A room with a name, which is entered so.
  private static String roomBehind(House house, String access) throws Exception {
    var room = house.room();
    try (var ann = house.enter(room)) {
      ann.send(
          """
          {"type":"setDoor","id":"d","seen":1,"door":
            {"access":"%s","capacity":20000,"newcomers":"MEMBER","title":"Film \\"night\\" <3"}}"""
              .formatted(access));
      ann.hear("doorChanged");
    }
    return room;
  }

  private static String head(String title, String line, String picture) {
    return """
    <!doctype html>
    <html>
      <head>
        <title>Matinee</title>
        <meta property="og:site_name" content="Matinee" />
        <meta property="og:title" content="%s" />
        <meta property="og:description" content="%s" />
        <meta property="og:image" content="https://films.example%s/card.png" />
        <meta property="og:image:type" content="image/png" />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content="%s. %s" />
        <meta name="twitter:card" content="summary_large_image" />
      </head>
      <body></body>
    </html>
    """
        .formatted(title, line, picture, title, line);
  }

  private static void hasPicture(House house, String path) throws Exception {
    var answer = house.get(path + "/card.png");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("image/png");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(1_200);
  }

  @Test
  void of_a_room_its_name_and_its_film_and_a_picture_of_both() throws Exception {
    try (var house = house()) {
      var path = "/r/" + roomBehind(house, "LINK");

      var page = house.get(path);

      assertThat(page.text())
          .isEqualTo(
              head("Film &quot;night&quot; &lt;3", "Watch together, at the same moment", path));
      assertThat(page.header("ETag")).isNotEqualTo(house.get("/").header("ETag"));
      assertThat(house.get(path, "If-None-Match: " + page.header("ETag").orElseThrow()).status())
          .isEqualTo(304);
      hasPicture(house, path);
    }
  }

  @Test
  void of_a_room_without_a_name_its_film() throws Exception {
    try (var house = house()) {
      var film = house.upload("Nosferatu.webm", Samples.webm(100, 1)).json();
      var path = "/r/" + house.room(film.path("film").asString());

      assertThat(house.get(path).text())
          .isEqualTo(head("Nosferatu", "Come and watch, at the same moment", path));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVITED", "PASSWORD"})
  void of_a_room_that_is_not_for_all_who_have_the_link_nothing(String access) throws Exception {
    try (var house = house()) {
      var path = "/r/" + roomBehind(house, access);

      assertThat(house.get(path).text()).isEqualTo(GENERAL);
      assertThat(house.get(path + "/card.png").status()).isEqualTo(404);
    }
  }

  @Test
  void of_what_is_not_there_nothing() throws Exception {
    try (var house = house()) {
      for (var path : List.of("/r/none", "/r/MsQXIwtLsUOA_GKQv1oKUA", "/screenings/none")) {
        assertThat(house.get(path).text()).isEqualTo(GENERAL);
        assertThat(house.get(path + "/card.png").status()).isEqualTo(404);
      }
    }
  }

  private static JsonNode planned(House house, LocalDate day) throws Exception {
    var ann = Browser.of(house, "ann@cards.example", "Ann");
    var plan = ScreeningAnswers.plan(day + "T20:15", "https://example.org/Nosferatu.mp4");
    return ann.send("POST /api/screenings", plan).json();
  }

  @Test
  void of_an_evening_its_film_and_when_it_begins() throws Exception {
    try (var house = house()) {
      var day = LocalDate.ofInstant(house.now(), ZoneOffset.UTC).plusDays(30);
      var evening = planned(house, day);
      var path = evening.path("path").asString();

      assertThat(house.get(path).text())
          .isEqualTo(
              head(
                  evening.path("title").asString(),
                  DAY.format(day) + ", 20:15 (Europe/Berlin) · with Ann",
                  path));
      hasPicture(house, path);
    }
  }
}
