package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Somebody's library, over HTTP to a running server.
final class TitlesTest {
  private static final String LIBRARY = "/api/me/library";

  @TempDir private Path data;
  private House house;
  private Browser ann;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private String upload(String name, String... headers) throws IOException {
    return house.upload(name, Samples.webm(1_000, 1), headers).json().path("film").asString();
  }

  private List<String> library(String query) throws IOException {
    return StreamSupport.stream(ann.get(LIBRARY + query).json().path("titles").spliterator(), false)
        .map(it -> it.path("title").asString())
        .toList();
  }

  private JsonNode film(String film) throws IOException {
    return ann.get(LIBRARY + "/films/" + film).json();
  }

  @Test
  void what_one_uploads_signed_in_is_in_the_own_library_and_nothing_else() throws Exception {
    var ben = Browser.of(house, "ben@example.org", "Ben");
    upload("The_Sea_(2019).webm", ann.bearer());
    upload("Bens.webm", ben.bearer());
    upload("Nobodys.webm");

    assertThat(library("")).containsExactly("The Sea");
    assertThat(library("?search=BEN")).isEmpty();
  }

  @Test
  void an_episode_is_called_in_rooms_with_its_series() throws Exception {
    var film = upload("Show_S02E05.webm", ann.bearer());
    var said =
        """
        {"name":"The Return","description":"","tags":[],
         "episode":{"series":"Dark Water","season":2,"number":5}}""";

    ann.send("PUT " + LIBRARY + "/films/" + film, said);

    var room = house.get("/api/rooms/" + house.room(film)).json();
    assertThat(room.path("title").asString()).isEqualTo("Dark Water S02E05 The Return");
    assertThat(film(film).path("title")).isEqualTo(room.path("title"));
  }

  @Test
  void a_poster_is_seen_by_whoever_has_its_address_and_by_nobody_else() throws Exception {
    var film = upload("Sea.webm", ann.bearer());
    house.render(film, "#EXTM3U\n");
    assertThat(film(film).has("poster")).isFalse();
    house.picture(film, "poster.jpg");

    var poster = film(film).path("poster").asString();

    assertThat(house.get(poster).headers().get("content-type")).containsExactly("image/jpeg");
    assertThat(house.get(poster.substring(0, poster.length() - 1) + "!").status()).isEqualTo(404);
    assertThat(house.get(poster.replace(film, upload("B.webm"))).status()).isEqualTo(404);
  }

  @Test
  void what_is_deleted_is_gone_with_its_bytes_and_what_was_made_of_it() throws Exception {
    var film = upload("Sea.webm", ann.bearer());
    house.render(film, "#EXTM3U\n");
    house.picture(film, "poster.jpg");
    var poster = film(film).path("poster").asString();
    var address = house.address(film);

    var answer = house.ask("DELETE " + LIBRARY + "/films/" + film, ann.bearer());

    assertThat(answer.status()).isEqualTo(204);
    house.advanceMs(FilmAccess.REMEMBERED.toMillis());
    assertThat(house.get(address).status()).isEqualTo(403);
    assertThat(house.get(poster).status()).isEqualTo(404);
    assertThat(library("")).isEmpty();
    assertThat(Files.exists(house.films().resolve(film))).isFalse();
    try (var made = Files.list(house.films().resolveSibling("renditions"))) {
      assertThat(made).isEmpty();
    }
    assertThat(Tables.contents(house.database()).get("rendition")).isEmpty();
    assertThat(house.writtenDown().stream().map(Entry::action)).contains("film.delete");
  }

  @Test
  @Tag("V-09")
  void the_export_has_all_titles_and_they_go_with_the_account() throws Exception {
    upload("Show_S01E01.webm", ann.bearer());
    upload("Sea.webm", ann.bearer());
    var ben = Browser.of(house, "ben@example.org", "Ben");
    upload("Bens.webm", ben.bearer());
    ben.get(LIBRARY);

    var export = ann.get("/api/me/export");

    assertThat(ApiDocument.read().fits("exportMe", export)).isTrue();
    assertThat(
            StreamSupport.stream(export.json().path("library").spliterator(), false)
                .map(it -> it.path("title").asString()))
        .containsExactlyInAnyOrder("Show S01E01", "Show", "Sea");
    ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));
    assertThat(Tables.contents(house.database()).get("title")).hasSize(1);
  }
}
