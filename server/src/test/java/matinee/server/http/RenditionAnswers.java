package matinee.server.http;

import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for what is made of films, asked for.
final class RenditionAnswers {
  private static final String PASS = "Authorization: Bearer ";
  private static final String PLAYLIST = "master.m3u8";

  private final House house;
  private final Expectation expected;

  RenditionAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go(String room, String film) throws Exception {
    var path = "/api/rooms/" + room + "/films/" + film + "/renditions";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      var none = path.replace(film, "none");
      expected.of("describeRenditions", 200, house.get(path, pass));
      house.render(film, "#EXTM3U\n");
      expected.of("describeRenditions", 200, house.get(path, pass));
      expected.of("describeRenditions", 401, house.get(path));
      expected.of("describeRenditions", 403, house.get(path, PASS + "a.b"));
      expected.of("describeRenditions", 404, house.get(none, pass));
      files(guest.address(film).json().path("renditionsUrl").asString());
    }
  }

  private void files(String url) throws Exception {
    var bad = url.replace("&e=", "&e=x") + PLAYLIST;
    var unsigned = url.replace("&s=", "&s=x") + PLAYLIST;
    var file = url + PLAYLIST;
    expected.of("readRendition", 200, house.get(file));
    expected.of("readRendition", 206, house.get(file, "Range: bytes=0-0"));
    expected.of("readRendition", 304, house.get(file, "If-None-Match: *"));
    expected.of("readRendition", 400, house.get(bad));
    expected.of("readRendition", 403, house.get(unsigned));
    expected.of("readRendition", 404, house.get(url + "v360_99999.m4s"));
    expected.of("readRendition", 412, house.get(file, "If-Match: \"a\""));
    expected.of("readRendition", 416, house.get(file, "Range: bytes=1000-"));
    expected.of("describeRendition", 200, house.ask("HEAD " + file));
    expected.of("describeRendition", 304, house.ask("HEAD " + file, "If-None-Match: *"));
    expected.of("describeRendition", 400, house.ask("HEAD " + bad));
    expected.of("describeRendition", 403, house.ask("HEAD " + unsigned));
    expected.of("describeRendition", 404, house.ask("HEAD " + url + "secret"));
    expected.of("describeRendition", 412, house.ask("HEAD " + file, "If-Match: \"a\""));
  }
}
