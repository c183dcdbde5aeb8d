package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.io.IOException;
import java.util.Map;
import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for people and their friends, asked for.
final class PeopleAnswers {
  private static final String PEOPLE = "/api/people";
  private static final String REQUESTS = PEOPLE + "/requests";
  private static final String BLOCKED = PEOPLE + "/blocked";
  private static final String PRESENT = PEOPLE + "/present";
  private static final String SHOWN = PEOPLE + "/shown";
  private static final String YES = "{\"shown\":true}";
  private static final String NOBODY = "MsQXIwtLsUOA_GKQv1oKUA";

  /// The operations that have no body, with their paths.
  private static final Map<String, String> GRANTING =
      Map.of(
          "renewHandle", PEOPLE + "/handle",
          "withdrawRequest", REQUESTS + "/a/withdraw",
          "acceptRequest", REQUESTS + "/from/a/accept",
          "declineRequest", REQUESTS + "/from/a/decline",
          "removeFriend", PEOPLE + "/friends/a/remove",
          "unblockPerson", BLOCKED + "/a/end");

  private final House house;
  private final Expectation expected;
  private final Browser ann;
  private final Browser ben;

  PeopleAnswers(House house, Expectation expected) throws IOException {
    this.house = house;
    this.expected = expected;
    ann = Browser.of(house, "ann@people.example", "Ann");
    ben = Browser.of(house, "ben@people.example", "Ben");
  }

  void go() throws Exception {
    strangers();
    requests();
    friends();
    whereabouts();
    blocking();
    tooMany();
    tooOften();
  }

  private void strangers() throws IOException {
    expected.of("readPeople", 401, house.get(PEOPLE));
    for (var operation : GRANTING.entrySet()) {
      var line = "POST " + operation.getValue();
      expected.of(operation.getKey(), 401, house.ask(line));
      expected.of(
          operation.getKey(), 403, house.ask(line, ann.bearer(), "Sec-Fetch-Site: cross-site"));
      if (!operation.getKey().equals("renewHandle")) {
        expected.of(operation.getKey(), 404, house.ask(line, ann.bearer()));
      }
    }
    changing("askFriend", "POST " + REQUESTS);
    changing("blockPerson", "POST " + BLOCKED);
    changing("changeFriend", "PATCH " + PEOPLE + "/friends/a");
  }

  private void changing(String operation, String line) throws IOException {
    var bearer = ann.bearer();
    expected.of(operation, 400, house.send(line, "{\"other\":1}", bearer));
    expected.of(operation, 401, house.send(line, "{}"));
    expected.of(operation, 403, house.send(line, "{}", bearer, "Sec-Fetch-Site: cross-site"));
    expected.of(operation, 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of(operation, 415, house.ask(line, bearer));
  }

  private void requests() throws IOException {
    expected.of("renewHandle", 204, house.ask("POST " + PEOPLE + "/handle", ben.bearer()));
    var handle = expected.of("readPeople", 200, ben.get(PEOPLE)).json().path("handle").asString();
    expected.of("askFriend", 409, ben.send("POST " + REQUESTS, asking(handle)));
    expected.of("askFriend", 202, ann.send("POST " + REQUESTS, asking("nobody@example.org")));
    var asked =
        expected.of("readPeople", 200, ann.get(PEOPLE)).json().path("asked").path(0).path("id");
    var withdraw = "POST " + REQUESTS + "/" + asked.asString() + "/withdraw";
    expected.of("withdrawRequest", 204, house.ask(withdraw, ann.bearer()));
    ann.send("POST " + REQUESTS, asking(handle));
    var from = REQUESTS + "/from/" + id(ann);
    expected.of("declineRequest", 204, house.ask("POST " + from + "/decline", ben.bearer()));
    house.ask("POST " + PEOPLE + "/handle", ben.bearer());
    ann.send("POST " + REQUESTS, asking(ben.get(PEOPLE).json().path("handle").asString()));
    expected.of("acceptRequest", 204, house.ask("POST " + from + "/accept", ben.bearer()));
  }

  static String asking(String to) {
    return "{\"to\":\"%s\"}".formatted(to);
  }

  static String id(Browser browser) throws IOException {
    return browser.get("/api/me").json().path("id").asString();
  }

  private void friends() throws IOException {
    var friend = PEOPLE + "/friends/" + id(ben);
    expected.of("changeFriend", 204, ann.send("PATCH " + friend, "{\"note\":\"Benny\"}"));
    expected.of(
        "changeFriend",
        404,
        ann.send("PATCH " + PEOPLE + "/friends/" + NOBODY, "{\"note\":\"Benny\"}"));
    expected.of("readPeople", 200, ann.get(PEOPLE));
    expected.of("removeFriend", 204, house.ask("POST " + friend + "/remove", ann.bearer()));
  }

  private void whereabouts() throws IOException {
    expected.of("readPresent", 200, ann.get(PRESENT));
    expected.of("readPresent", 401, house.get(PRESENT));
    changing("showMe", "PUT " + SHOWN);
    expected.of("showMe", 400, ann.send("PUT " + SHOWN, "{\"shown\":1}"));
    expected.of("showMe", 204, ann.send("PUT " + SHOWN, YES));
    var room = house.room();
    var shown = shownIn(room);
    changing("showRoom", "PUT " + shown);
    expected.of("isRoomShown", 401, house.get(shown));
    expected.of("isRoomShown", 404, ann.get(shown));
    expected.of("showRoom", 404, ann.send("PUT " + shown, YES));
    ann.send("POST /api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}");
    expected.of("isRoomShown", 200, ann.get(shown));
    expected.of("showRoom", 204, ann.send("PUT " + shown, YES));
  }

  private static String shownIn(String room) {
    return "/api/me/rooms/" + room + "/shown";
  }

  private void blocking() throws IOException {
    var person = "{\"person\":\"%s\"}";
    expected.of("blockPerson", 204, ann.send("POST " + BLOCKED, person.formatted(id(ben))));
    expected.of("readPeople", 200, ann.get(PEOPLE));
    expected.of("blockPerson", 404, ann.send("POST " + BLOCKED, person.formatted(NOBODY)));
    expected.of("blockPerson", 409, ann.send("POST " + BLOCKED, person.formatted(id(ann))));
    var end = "POST " + BLOCKED + "/" + id(ben) + "/end";
    expected.of("unblockPerson", 204, house.ask(end, ann.bearer()));
  }

  private void tooMany() throws IOException {
    ann.send("POST " + REQUESTS, asking(ben.get(PEOPLE).json().path("handle").asString()));
    fillWithFriends(id(ben));
    var accept = "POST " + REQUESTS + "/from/" + id(ann) + "/accept";
    expected.of("acceptRequest", 409, house.ask(accept, ben.bearer()));
  }

  private void tooOften() throws Exception {
    for (var operation : GRANTING.entrySet()) {
      var line = "POST " + operation.getValue();
      expected.of(operation.getKey(), 429, until429(() -> house.ask(line)));
    }
    var friend = "PATCH " + PEOPLE + "/friends/a";
    expected.of("changeFriend", 429, until429(() -> house.send(friend, "{}")));
    expected.of("blockPerson", 429, until429(() -> house.post(BLOCKED, "{}")));
    expected.of("askFriend", 429, until429(() -> house.post(REQUESTS, "{}")));
    expected.of("readPeople", 429, until429(() -> house.get(PEOPLE)));
    expected.of("readPresent", 429, until429(() -> house.get(PRESENT)));
    expected.of("isRoomShown", 429, until429(() -> house.get(shownIn(NOBODY))));
    expected.of("showMe", 429, until429(() -> house.send("PUT " + SHOWN, YES)));
    expected.of("showRoom", 429, until429(() -> house.send("PUT " + shownIn(NOBODY), YES)));
  }

  /// As if `account` had made as many friends as one may.
  private void fillWithFriends(String account) {
    house
        .database()
        .write(
            session -> {
              var insert =
                  session.statement(
                      "insert into friendship (owner, other, note, since_ms) values (?, ?, '', 0)");
              for (int i = 0; i < 1_000; i++) {
                insert.setString(1, account);
                insert.setString(2, "friend " + i);
                insert.addBatch();
              }
              return insert.executeBatch().length;
            });
  }
}
