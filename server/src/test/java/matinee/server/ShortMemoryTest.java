package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that may have little memory, and rooms until there is no more for another, and
/// further.
@Tag("F-28")
final class ShortMemoryTest {
  private static final int MANY = 200;

  /// What `enqueue` is asked for at once, and how often until a room's queue is full.
  private static final int FILMS = 20;

  private static final int TIMES = 10;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Stranger.Visit> visits = new ArrayList<>();
  private MatineeProcess process;

  @BeforeEach
  void start() throws Exception {
    var flags = new ArrayList<>(flagsOfTheProgram());
    flags.add("-Xmx48m");
    process = MatineeProcess.serving(flags, folder, List.of("--trusted-proxy=127.0.0.1"));
  }

  /// What `./matinee` and the image tell Java.
  private static List<String> flagsOfTheProgram() throws Exception {
    var build = "source scripts/build.sh && printf '%s\\n' \"${server_flags[@]}\"";
    var bash = new ProcessBuilder("bash", "-c", build).directory(Path.of("..").toFile()).start();
    try (var lines = bash.inputReader()) {
      return lines.lines().toList();
    }
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

  /// [#FILMS] with long addresses.
  private static String films() {
    var film =
        "{\"ref\":{\"type\":\"address\",\"url\":\"https://films.example.org/%s\"},\"title\":\"Film\"}"
            .formatted("x".repeat(1_900));
    return "\"media\":[" + String.join(",", Collections.nCopies(FILMS, film)) + "]";
  }

  private static boolean isBusy(HttpResponse<String> answer) {
    return answer.statusCode() == 503;
  }

  /// Gives one room after the other a long queue, until the server opens no more rooms.
  private void fillUntilBusy() throws Exception {
    var films = films();
    var comer = stranger(MANY);
    for (var visit : visits) {
      for (int i = 0; i < TIMES; i++) {
        visit.ask("enqueue", "q-" + i, films);
      }
      if (isBusy(comer.post("/api/rooms", "{}"))) {
        return;
      }
    }
    throw new AssertionError("memory was never short");
  }

  /// [#MANY] rooms, with somebody in each of them.
  private List<String> openRooms() throws Exception {
    var rooms = new ArrayList<String>();
    for (int number = 0; number < MANY; number++) {
      var stranger = stranger(number);
      rooms.add(stranger.newRoom());
      visits.add(stranger.enter(stranger.ticket(rooms.getLast())));
    }
    return rooms;
  }

  /// Gives all rooms longer queues in turn, memory being short or not, until everybody is cut off.
  /// How often each was told "accepted".
  private List<Integer> fillUntilCutOff() throws Exception {
    var accepted = new ArrayList<Integer>(Collections.nCopies(MANY, 0));
    var cutOff = new HashSet<Integer>();
    var films = films();
    for (int i = 0; i < TIMES; i++) {
      for (int number = 0; number < MANY; number++) {
        if (!cutOff.contains(number)) {
          switch (visits.get(number).tryToAsk("enqueue", "q-" + i, films)) {
            case "accepted" -> accepted.set(number, i + 1);
            case "closed" -> cutOff.add(number);
            case String other -> throw new AssertionError("it was " + other);
          }
        }
      }
    }
    assertThat(cutOff).hasSize(MANY);
    return accepted;
  }

  @Test
  void whoever_comes_when_memory_is_short_is_asked_to_come_later_and_those_inside_are_served_on()
      throws Exception {
    var late = stranger(MANY);
    var room = late.newRoom();
    var ticket = late.ticket(room);
    var _ = openRooms();

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

  @Test
  void when_memory_runs_out_the_process_ends_at_once_and_the_next_has_all_that_was_accepted()
      throws Exception {
    var rooms = openRooms();

    var accepted = fillUntilCutOff();

    assertThat(process.end()).contains("java.lang.OutOfMemoryError");
    assertThat(process.status()).isNotZero();
    process = MatineeProcess.serving(List.of(), folder, List.of("--trusted-proxy=127.0.0.1"));
    for (int number = 0; number < MANY; number++) {
      var stranger = stranger(number);
      try (var visit = stranger.enter(stranger.ticket(rooms.get(number)))) {
        var queued = visit.snapshot().findPath("items").size() / (double) FILMS;
        // What nobody was answered any more may be there too.
        assertThat(queued).isIn((double) accepted.get(number), accepted.get(number) + 1.0);
      }
    }
  }
}
