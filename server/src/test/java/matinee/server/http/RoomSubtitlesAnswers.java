package matinee.server.http;

import static matinee.server.http.ApiTest.until429;
import static org.assertj.core.api.Assertions.assertThat;

import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.subtitles.RoomSubtitles;
import matinee.server.subtitles.Words;
import tools.jackson.databind.node.JsonNodeFactory;

/// Every answer that the document names for subtitles that are offered to all, asked for.
final class RoomSubtitlesAnswers {
  private static final String PASS = "Authorization: Bearer ";

  /// Whatever a page would make of it, it comes back as the same text.
  private static final String HOSTILE =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script><img src=x onerror=alert(1)>\n";

  private final House house;
  private final String film;
  private final String path;
  private final String idle;
  private final String room;
  private final Expectation expected;

  RoomSubtitlesAnswers(House house, String film, Expectation expected) throws Exception {
    this.house = house;
    this.film = film;
    room = house.room(film);
    this.expected = expected;
    path = "/api/rooms/" + room + "/subtitles";
    idle = house.room();
  }

  void go() throws Exception {
    try (var owner = house.enter(room);
        var guest = house.enter(room);
        var alone = house.enter(idle)) {
      owner.send(
          "{\"type\":\"setStanding\",\"id\":\"s-1\",\"seen\":1,\"member\":\"%s\",\"standing\":\"GUEST\"}"
              .formatted(guest.member()));
      guest.hear("standingChanged");
      var id = offering(owner, guest, alone);
      reading(id, owner, guest);
      removing(id, owner, guest);
      guest.send("{\"type\":\"leave\"}");
      guest.hear("closed");
      var gone = PASS + guest.pass();
      expected.of("readSubtitles", 409, house.get(path + "/" + id, gone));
      expected.of("removeSubtitles", 409, house.ask("DELETE " + path + "/" + id, gone));
      tooMany(owner);
    }
    house.advanceMs(600_000); // or subtitles are still offered too often
    expected.of("offerSubtitles", 429, until429(() -> house.post(path, "{}")));
    expected.of("removeSubtitles", 429, until429(() -> house.ask("DELETE " + path + "/none")));
    expected.of("listSubtitles", 429, until429(() -> house.get(path)));
    expected.of("readSubtitles", 429, until429(() -> house.get(path + "/none")));
    house.advanceMs(600_000); // or others read too often
  }

  private String offering(Guest owner, Guest guest, Guest alone) throws Exception {
    var pass = PASS + owner.pass();
    var offered = expected.of("offerSubtitles", 201, house.post(path, words(HOSTILE), pass));
    assertThat(offered.json().path("name").asString()).isEqualTo("sea.vtt");
    assertThat(offered.json().path("by").asString()).isEqualTo(owner.member());
    assertThat(offered.json().path("removable").asBoolean()).isTrue();
    expected.of("offerSubtitles", 400, house.post(path, words("\0"), pass));
    expected.of("offerSubtitles", 400, house.post(path, "{\"name\":\"sea\",\"text\":\"a\"}", pass));
    expected.of(
        "offerSubtitles", 400, house.post(path, words("x".repeat(Words.MAX_BYTES + 1)), pass));
    expected.of("offerSubtitles", 401, house.post(path, words("a")));
    expected.of("offerSubtitles", 403, house.post(path, words("a"), PASS + guest.pass()));
    expected.of("offerSubtitles", 404, house.post(elsewhere(), words("a"), pass));
    expected.of("offerSubtitles", 409, house.post(of(idle), words("a"), PASS + alone.pass()));
    var late =
        expected.of("offerSubtitles", 409, house.post(path, words("film-before", "a"), pass));
    assertThat(late.problem()).isEqualTo("other-film");
    expected.of(
        "offerSubtitles", 413, house.post(path, words("x".repeat(2 * Words.MAX_BYTES)), pass));
    expected.of("offerSubtitles", 415, house.ask("POST " + path, pass, "Content-Type: text/vtt"));
    expected.of("listSubtitles", 409, house.get(of(idle), PASS + alone.pass()));
    return offered.json().path("id").asString();
  }

  private void reading(String id, Guest owner, Guest guest) throws Exception {
    var one = path + "/" + id;
    var pass = PASS + guest.pass();
    var list = expected.of("listSubtitles", 200, house.get(path, pass)).json().path("subtitles");
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.path(0).path("id").asString()).isEqualTo(id);
    assertThat(list.path(0).path("removable").asBoolean()).isFalse();
    expected.of("listSubtitles", 401, house.get(path));
    expected.of("listSubtitles", 403, house.get(path, PASS + "a.b"));
    expected.of("listSubtitles", 404, house.get(elsewhere(), pass));
    var read = expected.of("readSubtitles", 200, house.get(one, pass));
    assertThat(read.json().path("text").asString()).isEqualTo(HOSTILE);
    expected.of("readSubtitles", 401, house.get(one));
    expected.of("readSubtitles", 403, house.get(one, PASS + "a.b"));
    expected.of("readSubtitles", 404, house.get(path + "/none", PASS + owner.pass()));
  }

  private void removing(String id, Guest owner, Guest guest) throws Exception {
    var one = "DELETE " + path + "/" + id;
    expected.of("removeSubtitles", 401, house.ask(one));
    expected.of("removeSubtitles", 403, house.ask(one, PASS + guest.pass()));
    expected.of("removeSubtitles", 204, house.ask(one, PASS + owner.pass()));
    expected.of("removeSubtitles", 404, house.ask(one, PASS + owner.pass()));
  }

  private void tooMany(Guest owner) throws Exception {
    var pass = PASS + owner.pass();
    for (int i = 0; i < RoomSubtitles.MOST; i++) {
      house.advanceMs(20_000); // or it is too often
      expected.of("offerSubtitles", 201, house.post(path, words("a"), pass));
    }
    house.advanceMs(20_000);
    var refused = expected.of("offerSubtitles", 409, house.post(path, words("a"), pass));
    assertThat(refused.problem()).isEqualTo("too-many-subtitles");
  }

  private String elsewhere() {
    return of("none");
  }

  private static String of(String room) {
    return "/api/rooms/" + room + "/subtitles";
  }

  private String words(String text) {
    return words(film, text);
  }

  private static String words(String film, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", "sea.vtt")
        .put("language", "en")
        .put("text", text)
        .set("ref", JsonNodeFactory.instance.objectNode().put("type", "upload").put("film", film))
        .toString();
  }
}
