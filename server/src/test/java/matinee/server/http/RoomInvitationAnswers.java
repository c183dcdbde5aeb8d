package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for invitations to rooms, asked for.
final class RoomInvitationAnswers {
  private static final String PASS = "Authorization: Bearer ";
  private static final String NOWHERE = "/api/rooms/none/invitations";
  private static final String OFFER =
      "{\"standing\":\"GUEST\",\"label\":\"For Ben\",\"uses\":2,\"expiresInSeconds\":3600}";

  private final House house;
  private final Expectation expected;

  RoomInvitationAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go() throws Exception {
    var room = house.room();
    var all = "/api/rooms/" + room + "/invitations";
    try (var ann = house.enter(room);
        var ben = house.enter(room)) {
      var pass = PASS + ann.pass();
      var other = PASS + ben.pass();
      var token = make(all, pass, other);
      list(all, pass, other);
      look(all, token);
      revoke(all, pass, other);
      house.advanceMs(600_000); // or making them is still too often
      for (int i = 1; i < 100; i++) {
        house.advanceMs(2_000);
        house.post(all, "{\"standing\":\"GUEST\"}", pass);
      }
      house.post(all, OFFER, pass);
      expected.of("makeInvitation", 409, house.post(all, OFFER, pass));
    }
    house.advanceMs(600_000);
    expected.of("listInvitations", 429, until429(() -> house.get(all)));
    expected.of("makeInvitation", 429, until429(() -> house.post(all, "{}")));
    expected.of("revokeInvitation", 429, until429(() -> house.ask("POST " + all + "/x/revoke")));
    expected.of("lookAtInvitation", 429, until429(() -> house.post(all + "/look", "{}")));
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
