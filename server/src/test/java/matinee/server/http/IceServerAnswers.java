package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for the servers by which browsers find ways, asked for.
final class IceServerAnswers {
  private static final String PASS = "Authorization: Bearer ";

  private final House house;
  private final Expectation expected;

  IceServerAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go() throws Exception {
    var room = house.room();
    var path = "/api/rooms/" + room + "/ice-servers";
    try (var ann = house.enter(room);
        var ben = house.enter(room)) {
      expected.of("listIceServers", 200, house.get(path, PASS + ann.pass()));
      expected.of("listIceServers", 401, house.get(path));
      expected.of("listIceServers", 403, house.get(path, PASS + "a.b"));
      var nowhere = "/api/rooms/none/ice-servers";
      expected.of("listIceServers", 404, house.get(nowhere, PASS + ann.pass()));
      ben.leave();
      expected.of("listIceServers", 409, house.get(path, PASS + ben.pass()));
    }
    expected.of("listIceServers", 429, until429(() -> house.get(path)));
  }
}
