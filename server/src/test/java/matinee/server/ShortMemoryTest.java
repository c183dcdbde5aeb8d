package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that may have little memory, and rooms until there is no more for another.
@Tag("F-28")
final class ShortMemoryTest {
  private static final List<String> LITTLE_MEMORY =
      List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError");
  private static final int MANY = 200;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Stranger.Visit> visits = new ArrayList<>();
  private MatineeProcess process;

  @BeforeEach
  void start() throws Exception {
    process = MatineeProcess.serving(LITTLE_MEMORY, folder, List.of("--trusted-proxy=127.0.0.1"));
  }

  @AfterEach
  void stop() throws Exception {
    visits.forEach(Stranger.Visit::close);
    process.close();
  }

  /// Somebody with an address that nobody else has.
  private Stranger stranger(int number) {
    var address = "10.0.%d.%d".formatted(number / 250, number % 250);
    return new Stranger(http, process.port(), Optional.of(address));
  }

  /// Twenty films with long addresses.
  private static String films() {
    var film =
        "{\"ref\":{\"type\":\"address\",\"url\":\"https://films.example.org/%s\"},\"title\":\"Film\"}"
            .formatted("x".repeat(1_900));
    return "\"media\":[" + String.join(",", Collections.nCopies(20, film)) + "]";
  }

  private static boolean isBusy(HttpResponse<String> answer) {
    return answer.statusCode() == 503;
  }

  /// Gives one room after the other a long queue, until the server opens no more rooms.
  private void fillUntilBusy() throws Exception {
    var films = films();
    var comer = stranger(MANY);
    for (var visit : visits) {
      for (int i = 0; i < 10; i++) {
        visit.ask("enqueue", "q-" + i, films);
      }
      if (isBusy(comer.post("/api/rooms", "{}"))) {
        return;
      }
    }
    throw new AssertionError("memory was never short");
  }

  @Test
  void whoever_comes_when_memory_is_short_is_asked_to_come_later_and_those_inside_are_served_on()
      throws Exception {
    var late = stranger(MANY);
    var room = late.newRoom();
    var ticket = late.ticket(room);
    for (int number = 0; number < MANY; number++) {
      var stranger = stranger(number);
      visits.add(stranger.enter(stranger.ticket(stranger.newRoom())));
    }

    fillUntilBusy();

    var refused = late.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Late\"}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThatThrownBy(() -> late.enter(ticket))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(late.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(late.get("/health/live").statusCode()).isEqualTo(200);
    for (var visit : visits) {
      assertThat(visit.ask("say", "hello", "\"text\":\"hello\"").path("type").asString())
          .isEqualTo("accepted");
    }
    assertThat(process.isAlive()).isTrue();
  }
}
