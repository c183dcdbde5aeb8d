package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import matinee.server.portraits.Pictures;
import matinee.server.portraits.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Portraits as browsers see them, over HTTP to a running server.
final class PortraitTest {
  private static final byte[] RED = Pictures.png(300, 300, Color.RED);

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private Browser ben;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    ben = Browser.of(house, "ben@example.org", "Ben");
    ConversationAnswers.befriend(house, ann, ben);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /// Where Ann is seen after she has sent this.
  private String portrayed(byte[] file) throws IOException {
    var answer = house.portray(file, "image/png", ann.bearer());
    return "/api/portraits/" + answer.json().path("portrait").asString();
  }

  @Test
  void friends_see_it_where_it_is_told_and_browsers_keep_it() throws Exception {
    var path = portrayed(RED);

    var told = ben.get("/api/people").json().path("friends").path(0).path("portrait").asString();
    var answer = house.get("/api/portraits/" + told + "/256");

    assertThat("/api/portraits/" + told).isEqualTo(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("image/jpeg");
    assertThat(answer.header("Cache-Control")).hasValue("private, max-age=31536000, immutable");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(answer.header("Content-Security-Policy")).hasValue(SecurityHeaders.CONTENT_POLICY);
    assertThat(Pictures.read(answer.body()).getWidth()).isEqualTo(256);
    assertThat(Pictures.read(house.get(path + "/64").body()).getWidth()).isEqualTo(64);
  }

  @Test
  @Tag("A-16")
  void without_its_address_nobody_sees_a_byte_of_it_and_after_it_nobody_at_all() throws Exception {
    var before = portrayed(RED);
    var known = before.substring(before.lastIndexOf('/') + 1);
    var path = portrayed(RED);
    var other = path.substring(path.lastIndexOf('/') + 1);
    var last = other.charAt(21) == 'A' ? 'B' : 'A';
    var wrong =
        List.of(
            known,
            other.substring(0, 21),
            other.substring(0, 21) + last,
            other + "A",
            other.toLowerCase(Locale.ROOT) + "x",
            ann.get("/api/me").json().path("id").asString(),
            "%27%20or%201=1--");
    for (var token : wrong) {
      assertUnknown("/api/portraits/" + token + "/64");
    }
    assertUnknown(path + "/128");
    assertThat(house.get(path + "/64").status()).isEqualTo(200);

    house.ask("POST /api/me/portrait/remove", ann.bearer());

    assertUnknown(path + "/64");
  }

  private void assertUnknown(String path) throws IOException {
    var answer = house.get(path, ann.bearer());
    assertThat(answer.status()).as(path).isEqualTo(404);
    assertThat(answer.header("Content-Type")).as(path).hasValue("application/problem+json");
  }

  @Test
  @Tag("A-16")
  void it_goes_with_the_account() throws Exception {
    var path = portrayed(RED);

    ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));

    assertUnknown(path + "/64");
    assertThat(Tables.contents(house.database()).get("portrait")).isEmpty();
  }

  @Test
  void pages_of_friends_learn_of_it_and_that_somebody_is_gone() throws Exception {
    var news = new ArrayList<Integer>();
    news.add(news(ben));
    portrayed(RED);
    news.add(news(ben));
    house.ask("POST /api/me/portrait/remove", ann.bearer());
    news.add(news(ben));
    ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));
    news.add(news(ben));

    int first = news.getFirst();
    assertThat(news).containsExactly(first, first + 1, first + 2, first + 3);
  }

  private static int news(Browser of) throws IOException {
    return of.get("/api/people").json().path("news").asInt();
  }

  @Test
  void it_can_be_taken_home() throws Exception {
    var path = portrayed(RED);

    var kept = ann.get("/api/me/export").json().path("portraitJpeg").asString();

    assertThat(Base64.getDecoder().decode(kept)).isEqualTo(house.get(path + "/256").body());
  }

  @Test
  void who_signs_in_is_told_of_it() throws Exception {
    var path = portrayed(RED);

    var again = ann.post("/api/sessions", Browser.login("ann@example.org", Browser.PASSWORD));

    var told = again.json().path("account").path("portrait").asString();
    assertThat(path).endsWith("/" + told);
  }

  @Test
  void what_cannot_be_taken_is_told_with_what_to_do_and_changes_nothing() throws Exception {
    var path = portrayed(RED);
    var bearer = ann.bearer();

    var large = house.portray(new byte[Studio.MAX_BYTES + 1], "image/png", bearer);
    var svg = house.portray(Samples.text("<svg/>"), "image/png", bearer);
    var vast = house.portray(Pictures.png(16_385, 1, Color.RED), "image/png", bearer);

    assertThat(List.of(large, svg, vast).stream().map(Answer::problem))
        .containsExactly("portrait-too-large", "portrait-unreadable", "too-many-pixels");
    assertThat(house.get(path + "/64").status()).isEqualTo(200);
  }
}
