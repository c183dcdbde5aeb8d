package matinee.server.http;

import static matinee.server.http.ApiTest.until429;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import matinee.server.Config;
import matinee.server.fetching.Roads;
import matinee.server.fetching.Site;
import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.regions.Regions;
import matinee.server.relays.IceAddress;
import matinee.server.relays.IceServers;

/// Every answer that the document names for previews, asked for.
final class PreviewAnswers {
  /// One that tells what addresses are, and has a relay.
  static final Config.Place PLACE =
      IceServersTest.place(new IceAddress("turn:turn.example.org:3478"));

  /// One that does neither, and lists no rooms.
  static final Config.Place WITHOUT =
      new Config.Place(List.of(), Set.of(), Regions.NONE, false, false, IceServers.NONE);

  private static final String PAGE = "{\"address\":\"http://films.example/\"}";
  private static final String PASS = "Authorization: Bearer ";

  private final House house;
  private final Expectation expected;

  PreviewAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void withoutPreviews() throws Exception {
    var ann = Browser.of(house, "ann@example.org", "Ann");
    var refused = ann.send("POST /api/previews", PAGE);
    assertThat(expected.of("previewAddress", 404, refused).problem()).isEqualTo("no-previews");
  }

  void go() throws Exception {
    try (var site = new Site(Site.says("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n"))) {
      house.roads.name("films.example", Roads.PUBLIC).at(Roads.PUBLIC, site);
      var ann = Browser.of(house, "ann@example.org", "Ann");
      all("previewAddress", "/api/previews", ann.bearer());
      var room = house.room();
      var path = "/api/rooms/" + room + "/previews";
      try (var guest = house.enter(room)) {
        all("previewAddressInRoom", path, PASS + guest.pass());
        expected.of("previewAddressInRoom", 403, house.post(path, PAGE, PASS + "a.b"));
        var nowhere = "/api/rooms/none/previews";
        expected.of("previewAddressInRoom", 404, house.post(nowhere, PAGE, PASS + guest.pass()));
      }
      expected.of("previewAddress", 429, until429(() -> house.post("/api/previews", PAGE)));
      expected.of("previewAddressInRoom", 429, until429(() -> house.post(path, PAGE)));
    }
  }

  private void all(String operation, String path, String shown) throws Exception {
    var large = "{" + " ".repeat(20_000) + "}";
    expected.of(operation, 200, house.post(path, PAGE, shown));
    expected.of(operation, 400, house.post(path, "{\"address\":\"file:///etc/passwd\"}", shown));
    expected.of(operation, 401, house.post(path, PAGE));
    expected.of(operation, 403, house.post(path, PAGE, shown, "Sec-Fetch-Site: cross-site"));
    expected.of(operation, 413, house.post(path, large, shown));
    expected.of(operation, 415, house.ask("POST " + path, shown));
  }
}
