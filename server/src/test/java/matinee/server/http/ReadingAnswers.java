package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for what those who are in a room read there, asked for.
final class ReadingAnswers {
  private static final String PASS = "Authorization: Bearer ";

  private final House house;
  private final String room;
  private final Expectation expected;

  ReadingAnswers(House house, String room, Expectation expected) {
    this.house = house;
    this.room = room;
    this.expected = expected;
  }

  void go() throws Exception {
    members();
    looks();
    banned();
    chat();
  }

  private void members() throws Exception {
    var path = "/api/rooms/" + room + "/members";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      var all = expected.of("findMembers", 200, house.get(path, pass)).json();
      var nobody = expected.of("findMembers", 200, house.get(path + "?search=nobody", pass)).json();
      assertThat(all.path("total").asInt()).isEqualTo(all.path("members").size()).isPositive();
      assertThat(nobody.path("total").asInt()).isZero();
      expected.of("findMembers", 400, house.get(path + "?limit=101", pass));
      expected.of("findMembers", 400, house.get(path + "?search=" + "x".repeat(41), pass));
      expected.of("findMembers", 401, house.get(path));
      expected.of("findMembers", 403, house.get(path, PASS + "a.b"));
      expected.of("findMembers", 404, house.get("/api/rooms/none/members", pass));
    }
  }

  private void looks() throws Exception {
    var path = "/api/rooms/" + room + "/portraits";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      expected.of("lookAtMembers", 200, house.get(path + "?members=" + guest.member(), pass));
      expected.of("lookAtMembers", 400, house.get(path + "?members=*", pass));
      expected.of("lookAtMembers", 401, house.get(path));
      expected.of("lookAtMembers", 403, house.get(path, PASS + "a.b"));
      expected.of("lookAtMembers", 404, house.get("/api/rooms/none/portraits", pass));
      var films = "/api/rooms/" + room + "/posters";
      expected.of("lookAtFilms", 200, house.get(films, pass));
      expected.of("lookAtFilms", 401, house.get(films));
      expected.of("lookAtFilms", 403, house.get(films, PASS + "a.b"));
      expected.of("lookAtFilms", 404, house.get("/api/rooms/none/posters", pass));
      guest.send("{\"type\":\"leave\"}");
      guest.hear("closed");
      expected.of("lookAtMembers", 409, house.get(path, pass));
      expected.of("lookAtFilms", 409, house.get(films, pass));
    }
  }

  private void banned() throws Exception {
    var path = "/api/rooms/" + room + "/banned";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      var nobody = expected.of("listBanned", 200, house.get(path, pass)).json();
      assertThat(nobody.path("banned").isEmpty()).isTrue();
      expected.of("listBanned", 401, house.get(path));
      expected.of("listBanned", 403, house.get(path, PASS + "a.b"));
      expected.of("listBanned", 404, house.get("/api/rooms/none/banned", pass));
    }
  }

  private void chat() throws Exception {
    var path = "/api/rooms/" + room + "/chat";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      expected.of("readChat", 200, house.get(path, pass));
      expected.of("readChat", 400, house.get(path + "?limit=101", pass));
      expected.of("readChat", 401, house.get(path));
      expected.of("readChat", 403, house.get(path, PASS + "a.b"));
      expected.of("readChat", 404, house.get("/api/rooms/none/chat", pass));
      expected.of("searchChat", 200, house.get(path + "/search?search=hello", pass));
      expected.of("searchChat", 400, house.get(path + "/search?search=*", pass));
      expected.of("searchChat", 401, house.get(path + "/search?search=hello"));
      expected.of("searchChat", 403, house.get(path + "/search?search=hello", PASS + "a.b"));
      expected.of("searchChat", 404, house.get("/api/rooms/none/chat/search?search=hello", pass));
    }
  }
}
