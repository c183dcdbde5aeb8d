package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import matinee.server.portraits.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names and tokens that open something to whoever knows them: nobody finds one by trying. A
/// million guesses among 2^128 find one of a million rooms with a chance below 10^-26.
@Tag("A-15")
final class UnguessableTest {
  private static final int SAMPLES = 10_000;
  private static final int FILMS = 1_000;
  private static final int PORTRAITS = 1_000;
  private static final int INVITATIONS = 1_000;
  private static final int BITS_128 = 16;

  /// What chi-square of 255 degrees of freedom exceeds once in ten million samples of chance.
  private static final double UNLIKELY = 394;

  @TempDir private Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /// Limits of how often somebody may ask are not what is tested here.
  private void restNow(int asked) {
    if (asked % 5 == 0) {
      house.advanceMs(60_000);
    }
  }

  /// How far the bytes at the beginning of all `tokens` are from being evenly spread.
  private static double chiSquare(Set<String> tokens, int bytes) {
    var counts = new int[256];
    for (var token : tokens) {
      var decoded = Base64.getUrlDecoder().decode(token);
      IntStream.range(0, bytes).forEach(i -> counts[decoded[i] & 0xff]++);
    }
    double expected = (double) tokens.size() * bytes / counts.length;
    return IntStream.of(counts)
        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
        .sum();
  }

  private static void assertChance(Set<String> tokens, int samples) {
    assertThat(tokens).hasSize(samples);
    assertThat(tokens)
        .allSatisfy(
            it ->
                assertThat(Base64.getUrlDecoder().decode(it))
                    .hasSizeGreaterThanOrEqualTo(BITS_128));
    assertThat(chiSquare(tokens, BITS_128)).isLessThan(UNLIKELY);
  }

  @Test
  void rooms_are_named_by_chance() throws Exception {
    Set<String> rooms = new LinkedHashSet<>();
    for (int i = 0; i < SAMPLES; i++) {
      restNow(i);
      rooms.add(house.room());
    }

    assertChance(rooms, SAMPLES);
  }

  @Test
  void members_and_their_tickets_are_named_by_chance() throws Exception {
    var path = "/api/rooms/" + house.room() + "/tickets";
    Set<String> members = new LinkedHashSet<>();
    Set<String> proofs = new LinkedHashSet<>();
    Set<String> tickets = new LinkedHashSet<>();
    for (int i = 0; i < SAMPLES; i++) {
      restNow(i);
      var answer = house.post(path, "{\"name\":\"Ann\"}").json();
      members.add(answer.path("member").asString());
      tickets.add(answer.path("ticket").asString());
      var pass = answer.path("pass").asString();
      proofs.add(pass.substring(pass.indexOf('.') + 1));
    }

    assertChance(members, SAMPLES);
    assertChance(proofs, SAMPLES);
    assertChance(tickets, SAMPLES);
  }

  @Test
  void invitations_are_named_by_chance() throws Exception {
    Set<String> tokens = new LinkedHashSet<>();
    var room = house.room();
    var path = "/api/rooms/" + room + "/invitations";
    try (var ann = house.enter(room)) {
      var pass = "Authorization: Bearer " + ann.pass();
      for (int i = 0; i < INVITATIONS; i++) {
        house.advanceMs(60_000);
        var made = house.post(path, "{\"standing\":\"GUEST\"}", pass).json();
        tokens.add(made.path("token").asString());
        house.ask("POST " + path + "/" + made.path("id").asString() + "/revoke", pass);
      }
    }

    assertChance(tokens, INVITATIONS);
  }

  @Test
  void portraits_are_named_by_chance() throws Exception {
    Set<String> portraits = new LinkedHashSet<>();
    var ann = Browser.of(house, Browser.EMAIL, "Ann");
    var picture = Pictures.png(10, 10, Color.RED);
    for (int i = 0; i < PORTRAITS; i++) {
      if (i % 10 == 0) {
        house.advanceMs(100_000);
        ann.refresh();
      }
      var set = house.portray(picture, "image/png", ann.bearer());
      portraits.add(set.json().path("portrait").asString());
    }

    assertChance(portraits, PORTRAITS);
  }

  @Test
  void films_are_named_by_chance() throws Exception {
    Set<String> films = new LinkedHashSet<>();
    for (int i = 0; i < FILMS; i++) {
      house.advanceMs(60_000);
      films.add(house.upload("a.webm", Samples.webm(100, i)).json().path("film").asString());
    }

    assertChance(films, FILMS);
  }
}
