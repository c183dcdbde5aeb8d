package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reminders of planned evenings, from the answer to the letter.
final class ReminderTest {
  private static final String BASE = "https://films.example.org";

  @TempDir private Path data;
  private Postbox post;
  private House house;

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create(BASE)));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
  }

  @Test
  void who_said_yes_and_has_a_confirmed_address_is_reminded_half_an_hour_before() throws Exception {
    var ann = Browser.confirmed(house, "ann@reminders.example", "Ann");
    var ben = Browser.of(house, "ben@reminders.example", "Ben");
    post.letter(2);
    var start = LocalDateTime.ofInstant(house.now().plusSeconds(3_600), ZoneOffset.UTC).withNano(0);
    var plan = ScreeningAnswers.plan(start.toString(), "https://example.org/Nosferatu");
    var path =
        ann.send("POST /api/screenings", plan.replace("Europe/Berlin", "Etc/UTC"))
            .json()
            .path("path")
            .asString();
    for (var browser : List.of(ann, ben)) {
      browser.send("PUT /api" + path + "/answer", "{\"answer\":\"yes\"}");
    }

    house.advanceMs(Duration.ofMinutes(31).toMillis());

    var letter = post.letterTo("ann@reminders.example", 3);
    assertThat(letter.subject()).startsWith("Nosferatu begins at ").endsWith("(Etc/UTC)");
    assertThat(letter.link()).isEqualTo(BASE + path);
  }
}
