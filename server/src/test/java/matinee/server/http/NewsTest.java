package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The streams by which pages hear that something is new, over HTTP from a running server.
@Timeout(60)
final class NewsTest {
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

  private static Optional<String> news(long number) {
    return Optional.of("{\"news\":%d}".formatted(number));
  }

  @Test
  void every_page_of_both_hears_of_a_message_and_of_nothing_but_a_number() throws Exception {
    long ofAnn = ann.get("/api/people").json().path("news").asLong();
    long ofBen = ben.get("/api/people").json().path("news").asLong();
    try (var annOne = new NewsEar(house, ann);
        var annTwo = new NewsEar(house, ann);
        var benOne = new NewsEar(house, ben)) {
      assertThat(annOne.next()).isEqualTo(news(ofAnn));
      assertThat(annTwo.next()).isEqualTo(news(ofAnn));
      assertThat(benOne.next()).isEqualTo(news(ofBen));

      var to = "POST /api/conversations/%s/messages".formatted(PeopleAnswers.id(ben));
      ann.send(to, "{\"key\":\"a\",\"text\":\"Tonight?\"}");

      assertThat(annOne.next()).isEqualTo(news(ofAnn + 1));
      assertThat(annTwo.next()).isEqualTo(news(ofAnn + 1));
      assertThat(benOne.next()).isEqualTo(news(ofBen + 1));
    }
  }

  @Test
  void friends_hear_that_one_is_here_and_see_it_until_that_is_not_wanted() throws Exception {
    try (var ofBen = new NewsEar(house, ben);
        var ofAnn = new NewsEar(house, ann)) {
      assertThat(ofAnn.status()).isEqualTo(200);
      assertThat(ofBen.isTold("friends")).isTrue();
      assertThat(ben.get("/api/people/present").text())
          .isEqualTo(
              "{\"friends\":[{\"id\":\"%s\",\"rooms\":[]}]}".formatted(PeopleAnswers.id(ann)));

      assertThat(ann.send("PUT /api/people/shown", "{\"shown\":false}").status()).isEqualTo(204);

      assertThat(ofBen.isTold("friends")).isTrue();
      assertThat(ben.get("/api/people/present").text()).isEqualTo("{\"friends\":[]}");
      assertThat(ann.get("/api/people").json().path("shown").asBoolean()).isFalse();
    }
  }

  @Test
  void a_stream_ends_when_its_device_is_signed_out() throws Exception {
    try (var ear = new NewsEar(house, ann)) {
      ear.next();

      ann.post("/api/sessions/end", "{}");

      assertThat(ear.next()).isEmpty();
    }
    try (var ear = new NewsEar(house, ann)) {
      assertThat(ear.status()).isEqualTo(401);
    }
  }

  /// Whether one more page comes in, once the server has noticed that another left.
  private boolean isLetIn() throws Exception {
    for (int i = 0; i < 40; i++) {
      try (var ear = new NewsEar(house, ann)) {
        if (ear.status() == 200) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void of_one_person_eight_pages_listen_and_one_that_leaves_makes_room() throws Exception {
    var ears = new ArrayList<NewsEar>();
    for (int i = 0; i < NewsStreams.OF_ACCOUNT; i++) {
      ears.add(new NewsEar(house, ann));
    }

    try (var another = new NewsEar(house, ann);
        var ofBen = new NewsEar(house, ben)) {
      assertThat(another.status()).isEqualTo(429);
      assertThat(ofBen.status()).isEqualTo(200);
    }
    ears.removeLast().close();

    assertThat(isLetIn()).isTrue();
    ears.forEach(NewsEar::close);
  }
}
