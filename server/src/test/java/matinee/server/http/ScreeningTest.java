package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Planned evenings whose time passes while nobody is there, or the server was away.
@Tag("D-11")
final class ScreeningTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path data;
  private House house;
  private Browser ann;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@evenings.example", "Ann");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /// An evening that begins in an hour.
  private JsonNode planned() throws Exception {
    var start = LocalDateTime.ofInstant(house.now().plusSeconds(3_600), ZoneOffset.UTC).withNano(0);
    var plan = ScreeningAnswers.plan(start.toString(), "https://example.org/a.mp4");
    return ann.send("POST /api/screenings", plan.replace("Europe/Berlin", "Etc/UTC")).json();
  }

  private void awaitState(JsonNode planned, String state) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                assertThat(house.get("/api" + planned.path("path").asString()).json().path("state"))
                    .hasToString('"' + state + '"'));
  }

  private static void isReady(Guest guest) throws Exception {
    guest.send("{\"type\":\"reportReady\",\"id\":\"r\",\"seen\":1,\"lengthMs\":6000000}");
  }

  @Test
  void whoever_comes_first_within_the_hour_sees_it_from_its_start() throws Exception {
    var planned = planned();
    house.advanceMs(Duration.ofMinutes(90).toMillis());

    try (var guest = house.enter(planned.path("room").asString())) {
      isReady(guest);
      awaitState(planned, "begun");

      var playback = house.get("/api/rooms/" + planned.path("room").asString()).json();
      assertThat(playback.path("playback").path("type").asString()).isEqualTo("playing");
      assertThat(playback.path("playback").path("positionMs").asLong()).isLessThan(30_000);
    }
  }

  @Test
  void to_which_nobody_comes_within_the_hour_is_over() throws Exception {
    var planned = planned();

    house.advanceMs(Duration.ofMinutes(121).toMillis());

    awaitState(planned, "ended");
    assertThat(house.get("/api/rooms/" + planned.path("room").asString()).json().path("playback"))
        .hasToString("{\"type\":\"paused\",\"positionMs\":0,\"rate\":1.0}");
  }

  @Test
  void from_which_all_have_gone_is_over() throws Exception {
    var planned = planned();
    house.advanceMs(Duration.ofMinutes(60).toMillis());
    try (var guest = house.enter(planned.path("room").asString())) {
      isReady(guest);
      awaitState(planned, "begun");
      guest.end();
    }

    house.advanceMs(Duration.ofMinutes(30).toMillis());

    awaitState(planned, "ended");
  }
}
