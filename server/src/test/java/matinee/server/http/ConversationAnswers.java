package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.io.IOException;
import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for conversations, asked for.
final class ConversationAnswers {
  private static final String ALL = "/api/conversations";
  private static final String NOBODY = "MsQXIwtLsUOA_GKQv1oKUA";

  private final House house;
  private final Expectation expected;
  private final Browser ann;
  private final Browser ben;

  ConversationAnswers(House house, Expectation expected) throws IOException {
    this.house = house;
    this.expected = expected;
    ann = Browser.of(house, "ann@words.example", "Ann");
    ben = Browser.of(house, "ben@words.example", "Ben");
  }

  void go() throws Exception {
    befriend(house, ann, ben);
    var messages = ALL + "/" + PeopleAnswers.id(ben) + "/messages";
    saying(messages);
    changing("editMessage", "PATCH " + messages + "/1");
    expected.of("editMessage", 204, ann.send("PATCH " + messages + "/1", "{\"text\":\"Two\"}"));
    expected.of("editMessage", 404, ann.send("PATCH " + messages + "/7", "{\"text\":\"Two\"}"));
    reading(messages);
    deleting("POST " + messages + "/1/delete");
    inviting(messages);
    listening();
    tooOften(messages);
  }

  /// The two are friends from now on.
  static void befriend(House house, Browser one, Browser other) throws IOException {
    var handle = other.get("/api/people").json().path("handle").asString();
    one.send("POST /api/people/requests", PeopleAnswers.asking(handle));
    var from = "POST /api/people/requests/from/" + PeopleAnswers.id(one);
    house.ask(from + "/accept", other.bearer());
  }

  private void saying(String messages) throws IOException {
    changing("sendMessage", "POST " + messages);
    var hello = "{\"key\":\"a\",\"text\":\"Hello\"}";
    expected.of("sendMessage", 201, ann.send("POST " + messages, hello));
    var nobody = "POST " + ALL + "/" + NOBODY + "/messages";
    expected.of("sendMessage", 404, ann.send(nobody, hello));
  }

  private void changing(String operation, String line) throws IOException {
    var bearer = ann.bearer();
    expected.of(operation, 400, house.send(line, "{\"other\":1}", bearer));
    expected.of(operation, 401, house.send(line, "{}"));
    expected.of(operation, 403, house.send(line, "{}", bearer, "Sec-Fetch-Site: cross-site"));
    expected.of(operation, 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of(operation, 415, house.ask(line, bearer));
  }

  private void reading(String messages) throws IOException {
    expected.of("readMessages", 200, ann.get(messages));
    expected.of("readMessages", 200, ann.get(messages + "?after=0&limit=1"));
    expected.of("readMessages", 400, ann.get(messages + "?limit=101"));
    expected.of("readMessages", 401, house.get(messages));
    expected.of("listConversations", 200, ann.get(ALL));
    expected.of("listConversations", 401, house.get(ALL));
    var read = "POST " + messages.replace("/messages", "/read");
    changing("markRead", read);
    expected.of("markRead", 204, ann.send(read, "{\"number\":1}"));
  }

  private void deleting(String line) throws IOException {
    expected.of("deleteMessage", 401, house.ask(line));
    expected.of("deleteMessage", 403, house.ask(line, ann.bearer(), "Sec-Fetch-Site: cross-site"));
    expected.of("deleteMessage", 204, house.ask(line, ann.bearer()));
    expected.of("deleteMessage", 404, house.ask(line, ann.bearer()));
    expected.of("listConversations", 200, ann.get(ALL));
  }

  private void inviting(String messages) throws IOException {
    var line = "POST " + messages.replace("/messages", "/invitations");
    changing("inviteFriend", line);
    var film =
        "{\"key\":\"b\",\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"https://example.org/a.mp4\"}}}";
    var number = expected.of("inviteFriend", 201, ann.send(line, film)).json().path("number");
    expected.of("inviteFriend", 201, ann.send(line, film));
    var nobody = "POST " + ALL + "/" + NOBODY + "/invitations";
    expected.of("inviteFriend", 404, ann.send(nobody, film));
    expected.of("readMessages", 200, ann.get(messages));
    var answer = "POST " + messages + "/" + number.asInt() + "/answer";
    changing("answerInvitation", answer);
    var withdrawn = "{\"answer\":\"withdrawn\"}";
    expected.of("answerInvitation", 204, ann.send(answer, withdrawn));
    expected.of("answerInvitation", 409, ann.send(answer, withdrawn));
    expected.of("answerInvitation", 404, ann.send("POST " + messages + "/x/answer", withdrawn));
    expected.of("readMessages", 200, ann.get(messages));
  }

  private void listening() throws Exception {
    expected.of("listenForNews", 401, house.get("/api/people/events"));
    try (var ear = new NewsEar(house, ann)) {
      expected.of("listenForNews", 200, ear.begun());
    }
  }

  private void tooOften(String messages) throws Exception {
    expected.of("listenForNews", 429, until429(() -> house.get("/api/people/events")));
    expected.of("readMessages", 429, until429(() -> house.get(messages)));
    expected.of("listConversations", 429, until429(() -> house.get(ALL)));
    expected.of("sendMessage", 429, until429(() -> house.post(messages, "{}")));
    expected.of("editMessage", 429, until429(() -> house.send("PATCH " + messages + "/1", "{}")));
    expected.of("deleteMessage", 429, until429(() -> house.ask("POST " + messages + "/1/delete")));
    var invitations = messages.replace("/messages", "/invitations");
    expected.of("inviteFriend", 429, until429(() -> house.post(invitations, "{}")));
    expected.of("answerInvitation", 429, until429(() -> house.post(messages + "/1/answer", "{}")));
    var read = messages.replace("/messages", "/read");
    expected.of("markRead", 429, until429(() -> house.post(read, "{}")));
  }
}
