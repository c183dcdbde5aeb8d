package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import matinee.server.audit.Entry;
import matinee.server.portraits.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Posters that owners choose for films and series, over HTTP to a running server.
final class PosterTest {
  private static final String LIBRARY = "/api/me/library";
  private static final byte[] TALL = Pictures.png(400, 600, Color.RED);

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private String film = "";

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    film = LIBRARY + "/films/" + upload("Show_S01E01.webm");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private String upload(String name) throws IOException {
    return house.upload(name, Samples.webm(1_000, 1), ann.bearer()).json().path("film").asString();
  }

  private String series() throws IOException {
    var series = ann.get(film).json().path("episode").path("series").asString();
    return LIBRARY + "/series/" + series;
  }

  /// The title as it is answered after its owner has chosen this.
  private JsonNode chosen(String title, byte[] file) throws IOException {
    return house.sendFile("PUT " + title + "/poster", file, "image/png", ann.bearer()).json();
  }

  /// Where the poster of the title is; empty if it has none.
  private String poster(String title) throws IOException {
    return ann.get(title).json().path("poster").asString("");
  }

  @Test
  void what_the_owner_chooses_is_seen_whole_and_browsers_keep_it() throws Exception {
    var told = chosen(film, TALL);

    var answer = house.get(told.path("poster").asString());

    assertThat(told.path("ownPoster").asBoolean()).isTrue();
    assertThat(poster(film)).isEqualTo(told.path("poster").asString());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("image/jpeg");
    assertThat(answer.header("Cache-Control")).hasValue("private, max-age=31536000, immutable");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Content-Security-Policy")).hasValue(SecurityHeaders.CONTENT_POLICY);
    var picture = Pictures.read(answer.body());
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(400, 600);
  }

  @Test
  void it_comes_before_the_one_from_the_film_which_can_be_had_again() throws Exception {
    var id = film.substring(film.lastIndexOf('/') + 1);
    house.render(id, "#EXTM3U\n");
    house.picture(id, "poster.jpg");
    var made = poster(film);
    chosen(film, TALL);
    assertThat(poster(film)).isNotEqualTo(made);

    var told = house.ask("DELETE " + film + "/poster", ann.bearer()).json();

    assertThat(told.path("poster").asString()).isEqualTo(made);
    assertThat(told.has("ownPoster")).isFalse();
  }

  @Test
  void a_series_has_its_own_or_that_of_its_first_episode() throws Exception {
    var ofEpisode = chosen(film, TALL).path("poster").asString();
    assertThat(poster(series())).isEqualTo(ofEpisode);
    assertThat(ann.get(series()).json().has("ownPoster")).isFalse();

    var own = chosen(series(), TALL);

    assertThat(own.path("ownPoster").asBoolean()).isTrue();
    assertThat(ann.get(LIBRARY).json().path("titles").path(0).path("poster"))
        .isEqualTo(own.path("poster"));
    assertThat(poster(film)).isEqualTo(ofEpisode);
  }

  @Test
  @Tag("A-16")
  void without_its_address_nobody_sees_a_byte_of_it_and_after_it_nobody_at_all() throws Exception {
    var before = chosen(film, TALL).path("poster").asString();
    var path = chosen(film, TALL).path("poster").asString();
    var id = film.substring(film.lastIndexOf('/') + 1);
    var wrong =
        List.of(
            before,
            path.substring(0, path.length() - 1),
            path + "A",
            "/api/posters/" + id,
            "/api/posters/" + id + path.substring(path.lastIndexOf('/')).replace('/', '.'),
            "/api/posters/%27%20or%201=1--");
    for (var address : wrong) {
      assertThat(house.get(address, ann.bearer()).status()).as(address).isEqualTo(404);
    }
    assertThat(house.get(path).status()).isEqualTo(200);

    house.ask("DELETE " + film, ann.bearer());

    assertThat(house.get(path).status()).isEqualTo(404);
    assertThat(Tables.contents(house.database()).get("poster")).isEmpty();
  }

  @Test
  void it_is_in_the_export_and_goes_with_the_account() throws Exception {
    var ofFilm = house.get(chosen(film, TALL).path("poster").asString()).body();
    var blue = chosen(series(), Pictures.png(30, 20, Color.BLUE));
    var ofSeries = house.get(blue.path("poster").asString()).body();

    var export = ann.get("/api/me/export");

    assertThat(ApiDocument.read().fits("exportMe", export)).isTrue();
    assertThat(export.json().path("posters").valueStream().map(PosterTest::jpeg))
        .containsExactlyInAnyOrder(ofFilm, ofSeries);
    ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));
    assertThat(Tables.contents(house.database()).get("poster")).isEmpty();
  }

  private static byte[] jpeg(JsonNode poster) {
    return Base64.getDecoder().decode(poster.path("jpeg").asString());
  }

  /// Where the poster is of an evening that `by` plans with the film; empty if it has none.
  private String posterOfEvening(Browser by) throws IOException {
    var plan =
        """
        {"media":{"ref":{"type":"upload","film":"%s"}},"local":"%s","zone":"Europe/Berlin"}"""
            .formatted(film.substring(film.lastIndexOf('/') + 1), ScreeningAnswers.tomorrow(house));
    var planned = by.send("POST /api/screenings", plan).json().path("screening").asString();
    var shown = house.get("/api/screenings/" + planned);
    assertThat(ApiDocument.read().fits("readScreening", shown)).isTrue();
    return shown.json().path("poster").asString("");
  }

  @Test
  void whoever_has_the_link_of_an_evening_sees_the_poster_of_the_film_if_its_owner_planned_it()
      throws Exception {
    var ben = Browser.of(house, "ben@example.org", "Ben");
    assertThat(posterOfEvening(ann)).isEmpty();
    var ofSeries = chosen(series(), TALL).path("poster").asString();
    assertThat(posterOfEvening(ann)).isEqualTo(ofSeries);

    var ofFilm = chosen(film, TALL).path("poster").asString();

    assertThat(posterOfEvening(ann)).isEqualTo(ofFilm);
    assertThat(posterOfEvening(ben)).isEmpty();
  }

  @Test
  @Tag("A-16")
  void what_is_no_picture_changes_nothing_and_is_refused_in_words() throws Exception {
    var before = chosen(film, TALL).path("poster").asString();

    var refused = chosen(film, Samples.text("<svg/>"));

    assertThat(refused.path("type").asString()).isEqualTo("urn:matinee:problem:poster-unreadable");
    assertThat(poster(film)).isEqualTo(before);
    assertThat(house.writtenDown().stream().map(Entry::action).filter("poster.set"::equals))
        .hasSize(1);
  }
}
