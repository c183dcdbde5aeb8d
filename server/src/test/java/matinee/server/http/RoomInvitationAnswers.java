package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for invitations to rooms, asked for.
final class RoomInvitationAnswers {
  private static final String PASS = "Authorization: Bearer ";
  private static final String NOWHERE = "/api/rooms/none/invitations";
  private static final String OFFER =
      "{\"standing\":\"GUEST\",\"label\":\"For Ben\",\"uses\":2,\"expiresInSeconds\":3600}";

  private static final String LETTER =
      "{\"standing\":\"GUEST\",\"to\":[\"ben@example.org\"],\"note\":\"Popcorn\"}";

  private final House house;
  private final Expectation expected;

  RoomInvitationAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go() throws Exception {
    var room = house.room();
    var all = "/api/rooms/" + room + "/invitations";
    try (var ann = Guest.enter(house, room, Browser.confirmed(house, "host@example.org", "Ann"));
        var ben = house.enter(room)) {
      var pass = PASS + ann.pass();
      var other = PASS + ben.pass();
      var token = make(all, pass, other);
      list(all, pass, other);
      look(all, token);
      decline(all, pass);
      sent(all, pass, other);
      revoke(all, pass, other);
      house.advanceMs(600_000); // or making them is still too often
      for (int i = 1; i < 100; i++) {
        house.advanceMs(2_000);
        house.post(all, "{\"standing\":\"GUEST\"}", pass);
      }
      house.post(all, OFFER, pass);
      expected.of("makeInvitation", 409, house.post(all, OFFER, pass));
      expected.of("sendInvitations", 409, house.post(all + "/letters", LETTER, pass));
    }
    house.advanceMs(600_000);
    expected.of("listInvitations", 429, until429(() -> house.get(all)));
    expected.of("makeInvitation", 429, until429(() -> house.post(all, "{}")));
    expected.of("revokeInvitation", 429, until429(() -> house.ask("POST " + all + "/x/revoke")));
    expected.of("lookAtInvitation", 429, until429(() -> house.post(all + "/look", "{}")));
    expected.of("declineInvitation", 429, until429(() -> house.post(all + "/decline", "{}")));
    expected.of("sendInvitations", 429, until429(() -> house.post(all + "/letters", "{}")));
    house.advanceMs(600_000);
    var again = "POST " + all + "/x/letters";
    expected.of("sendInvitationAgain", 429, until429(() -> house.ask(again)));
    expected.of("stopLetters", 429, until429(() -> house.ask("POST /api/letters/stop/x")));
    house.advanceMs(600_000);
  }

  private String make(String all, String pass, String other) throws Exception {
    expected.of("makeInvitation", 400, house.post(all, "{\"standing\":\"OWNER\"}", pass));
    expected.of("makeInvitation", 401, house.post(all, OFFER));
    expected.of("makeInvitation", 403, house.post(all, OFFER, other));
    expected.of("makeInvitation", 404, house.post(NOWHERE, OFFER, pass));
    expected.of("makeInvitation", 413, house.post(all, "{" + " ".repeat(20_000) + "}", pass));
    expected.of("makeInvitation", 415, house.ask("POST " + all, pass));
    expected.of("makeInvitation", 201, house.post(all, "{\"standing\":\"MEMBER\"}", pass));
    var made = expected.of("makeInvitation", 201, house.post(all, OFFER, pass));
    return made.json().path("token").asString();
  }

  private void list(String all, String pass, String other) throws Exception {
    expected.of("listInvitations", 200, house.get(all, pass));
    expected.of("listInvitations", 400, house.get(all + "?limit=101", pass));
    expected.of("listInvitations", 401, house.get(all));
    expected.of("listInvitations", 403, house.get(all, other));
    expected.of("listInvitations", 404, house.get(NOWHERE, pass));
  }

  private void look(String all, String token) throws Exception {
    var shown = "{\"token\":\"" + token + "\"}";
    expected.of("lookAtInvitation", 200, house.post(all + "/look", shown));
    expected.of("lookAtInvitation", 400, house.post(all + "/look", "{}"));
    expected.of("lookAtInvitation", 403, house.post(all + "/look", "{\"token\":\"x\"}"));
    expected.of("lookAtInvitation", 404, house.post(NOWHERE + "/look", shown));
    expected.of("lookAtInvitation", 413, house.post(all + "/look", " ".repeat(20_000)));
    expected.of("lookAtInvitation", 415, house.ask("POST " + all + "/look"));
  }

  private void decline(String all, String pass) throws Exception {
    var path = all + "/decline";
    var offer = "{\"standing\":\"GUEST\",\"uses\":1}";
    var one = shown(house.post(all, offer, pass));
    var more = shown(house.post(all, "{\"standing\":\"GUEST\"}", pass));
    expected.of("declineInvitation", 400, house.post(path, "{}"));
    expected.of("declineInvitation", 403, house.post(path, "{\"token\":\"x\"}"));
    expected.of("declineInvitation", 404, house.post(NOWHERE + "/decline", one));
    expected.of("declineInvitation", 409, house.post(path, more));
    expected.of("declineInvitation", 413, house.post(path, " ".repeat(20_000)));
    expected.of("declineInvitation", 415, house.ask("POST " + path));
    expected.of("declineInvitation", 204, house.post(path, one));
    expected.of("listInvitations", 200, house.get(all, pass));
  }

  private static String shown(Answer made) {
    return "{\"token\":\"" + made.json().path("token").asString() + "\"}";
  }

  private void sent(String all, String pass, String other) throws Exception {
    var path = all + "/letters";
    expected.of("sendInvitations", 400, house.post(path, "{\"standing\":\"GUEST\"}", pass));
    expected.of("sendInvitations", 401, house.post(path, LETTER));
    expected.of("sendInvitations", 403, house.post(path, LETTER, other));
    expected.of("sendInvitations", 404, house.post(NOWHERE + "/letters", LETTER, pass));
    expected.of("sendInvitations", 413, house.post(path, " ".repeat(20_000), pass));
    expected.of("sendInvitations", 415, house.ask("POST " + path, pass));
    var sent = expected.of("sendInvitations", 201, house.post(path, LETTER, pass)).json();
    expected.of("listInvitations", 200, house.get(all, pass));
    var again = "POST " + all + "/%s/letters";
    var line = again.formatted(sent.path("invitations").path(0).path("id").asString());
    expected.of("sendInvitationAgain", 401, house.ask(line));
    expected.of("sendInvitationAgain", 403, house.ask(line, other));
    expected.of("sendInvitationAgain", 404, house.ask(again.formatted("none"), pass));
    expected.of("sendInvitationAgain", 201, house.ask(line, pass));
    stopped(all, pass, again);
  }

  private void stopped(String all, String pass, String again) throws Exception {
    var stop = "POST /api/letters/stop/";
    var foreign = "Sec-Fetch-Site: cross-site";
    expected.of("stopLetters", 400, house.ask(stop + "x"));
    expected.of("stopLetters", 403, house.ask(stop + house.letters().stopToken(), foreign));
    expected.of("stopLetters", 204, house.ask(stop + house.letters().stopToken()));
    var told = house.post(all + "/letters", LETTER, pass);
    var unsent = expected.of("sendInvitations", 201, told).json().path("invitations").path(0);
    var line = again.formatted(unsent.path("id").asString());
    var made = expected.of("sendInvitationAgain", 201, house.ask(line, pass));
    var token = made.json().path("token").asString();
    house.post(
        all.replace("/invitations", "/tickets"),
        "{\"name\":\"Ben\",\"invitation\":\"" + token + "\"}");
    expected.of("sendInvitationAgain", 409, house.ask(line, pass));
    expected.of("listInvitations", 200, house.get(all, pass));
  }

  private void revoke(String all, String pass, String other) throws Exception {
    var id = house.get(all, pass).json().path("invitations").path(0).path("id").asString();
    var line = "POST " + all + "/" + id + "/revoke";
    expected.of("revokeInvitation", 401, house.ask(line));
    expected.of("revokeInvitation", 403, house.ask(line, other));
    expected.of("revokeInvitation", 404, house.ask("POST " + all + "/none/revoke", pass));
    expected.of("revokeInvitation", 204, house.ask(line, pass));
    expected.of("listInvitations", 200, house.get(all, pass));
  }
}
