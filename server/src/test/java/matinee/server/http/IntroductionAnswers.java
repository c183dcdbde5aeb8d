package matinee.server.http;

import static matinee.server.http.ApiTest.until429;
import static org.assertj.core.api.Assertions.assertThat;

import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.tracker.InfoHashes;

/// Every answer that the document names for the issuing of info hashes, asked for.
final class IntroductionAnswers {
  private static final String PASS = "Authorization: Bearer ";
  private static final String FREE = "/api/introductions";
  private static final String CHOSEN = "0123456789abcdef0123456789abcdef01234567";

  private final House house;
  private final Expectation expected;

  IntroductionAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go() throws Exception {
    free();
    var room = house.room();
    var path = "/api/rooms/" + room + "/introductions";
    try (var owner = house.enter(room);
        var guest = house.enter(room)) {
      owner.send(
          "{\"type\":\"setStanding\",\"id\":\"s-1\",\"seen\":1,\"member\":\"%s\",\"standing\":\"GUEST\"}"
              .formatted(guest.member()));
      guest.hear("standingChanged");
      inRoom(path, owner, guest);
      chosen(path, owner);
      tooMany(path, owner);
      guest.send("{\"type\":\"leave\"}");
      guest.hear("closed");
      expected.of("introduceInRoom", 409, house.post(path, "{}", PASS + guest.pass()));
    }
    expected.of("introduceInRoom", 429, until429(() -> house.post(path, "{}")));
    house.advanceMs(600_000); // or others ask too often
  }

  private void free() throws Exception {
    var first = expected.of("introduce", 201, house.post(FREE, "{}")).json();
    var second = expected.of("introduce", 201, house.post(FREE, "{}")).json();
    assertThat(first.path("infoHash")).isNotEqualTo(second.path("infoHash"));
    expected.of("introduce", 400, house.post(FREE, "{\"infoHash\":\"%s\"}".formatted(CHOSEN)));
    expected.of("introduce", 403, house.post(FREE, "{}", "Origin: https://evil.example"));
    expected.of("introduce", 413, house.post(FREE, " ".repeat(20_000)));
    expected.of("introduce", 415, house.ask("POST " + FREE, "Content-Type: text/plain"));
    expected.of("introduce", 429, until429(() -> house.post(FREE, "{}")));
    house.advanceMs(600_000); // or others ask too often
  }

  private void inRoom(String path, Guest owner, Guest guest) throws Exception {
    var pass = PASS + owner.pass();
    expected.of("introduceInRoom", 201, house.post(path, "{}", pass));
    expected.of("introduceInRoom", 400, house.post(path, "{\"infoHash\":\"AB\"}", pass));
    expected.of("introduceInRoom", 401, house.post(path, "{}"));
    expected.of("introduceInRoom", 403, house.post(path, "{}", PASS + guest.pass()));
    expected.of("introduceInRoom", 404, house.post("/api/rooms/none/introductions", "{}", pass));
    expected.of("introduceInRoom", 413, house.post(path, " ".repeat(20_000), pass));
    expected.of(
        "introduceInRoom", 415, house.ask("POST " + path, pass, "Content-Type: text/plain"));
  }

  private void chosen(String path, Guest owner) throws Exception {
    var pass = PASS + owner.pass();
    var wish = "{\"infoHash\":\"%s\"}".formatted(CHOSEN);
    var first = expected.of("introduceInRoom", 201, house.post(path, wish, pass)).json();
    house.advanceMs(60_000);
    var again = expected.of("introduceInRoom", 201, house.post(path, wish, pass)).json();
    assertThat(again.path("infoHash").asString()).isEqualTo(CHOSEN);
    assertThat(again.path("until").asString()).isGreaterThan(first.path("until").asString());
    var other = house.room();
    try (var ben = house.enter(other)) {
      var taken = house.post("/api/rooms/" + other + "/introductions", wish, PASS + ben.pass());
      assertThat(expected.of("introduceInRoom", 409, taken).problem()).isEqualTo("info-hash-taken");
    }
  }

  private void tooMany(String path, Guest owner) throws Exception {
    var pass = PASS + owner.pass();
    for (int i = 2; i < InfoHashes.MOST; i++) {
      house.advanceMs(60_000); // or it is too often
      expected.of("introduceInRoom", 201, house.post(path, "{}", pass));
    }
    house.advanceMs(60_000);
    var refused = expected.of("introduceInRoom", 409, house.post(path, "{}", pass));
    assertThat(refused.problem()).isEqualTo("too-many-introductions");
  }
}
