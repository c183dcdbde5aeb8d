package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import matinee.server.Config;
import matinee.server.http.ApiDocument.Documented;
import matinee.server.library.Shelf;
import matinee.server.stores.StoreAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the server against protocol/openapi.yaml: every operation and every answer that the
/// document names is asked for, and fits its schema.
final class ApiTest {
  /// More than are let through at once, also on a machine that is slow to ask for them.
  private static final int MANY = 5_000;

  private static final String PASS = "Authorization: Bearer ";

  /// Answers that need a server in distress; told by other tests.
  private static final Set<Integer> IN_DISTRESS = Set.of(503, 507);

  private final Set<Documented> seen = new HashSet<>();
  private final ApiDocument document = ApiDocument.read();

  private Answer expect(String operation, int status, Answer answer) {
    assertThat(answer.status()).as(operation + ": " + answer.text()).isEqualTo(status);
    assertThat(document.fits(operation, answer))
        .as(operation + " " + status + " fits the document: " + answer.text())
        .isTrue();
    seen.add(new Documented(operation, status));
    return answer;
  }

  @Test
  void every_example_fits_its_schema() {
    assertThat(document.wrongExamples()).isEmpty();
  }

  @Test
  void every_answer_of_the_document_is_given_and_fits(
      @TempDir Path data,
      @TempDir Path inEurope,
      @TempDir Path withoutList,
      @TempDir Path withBucket,
      @TempDir Path withPreviews)
      throws Exception {
    try (var post = new Postbox();
        var house =
            new House(data, post.settings(), List.of(URI.create("https://films.example.org")))) {

      status(house);
      var film = uploads(house);
      var room = rooms(house, film);
      tickets(house, room);
      passwords(house);
      companions(house, room);
      new ReadingAnswers(house, room, this::expect).go();
      new RoomSubtitlesAnswers(house, film, this::expect).go();
      films(house, room, film);
      new RenditionAnswers(house, this::expect).go(room, film);
      var tus = new UploadAnswers(house, this::expect);
      tus.go();
      new RoomInvitationAnswers(house, this::expect).go();
      new ConversationAnswers(house, this::expect).go();
      new IntroductionAnswers(house, this::expect).go();
      new PeopleAnswers(house, this::expect).go();
      house.advanceMs(600_000); // or some things are still too often
      new ScreeningAnswers(house, this::expect).go();
      house.advanceMs(600_000); // or some things are still too often
      new PortraitAnswers(house, this::expect).go();
      house.advanceMs(600_000); // or some things are still too often
      new ViewingAnswers(house, this::expect).go();
      house.advanceMs(600_000); // or some things are still too often
      new TitleAnswers(house, this::expect).go();
      house.advanceMs(600_000); // or some things are still too often
      new AccountAnswers(house, this::expect).go();
      tooOften(house, room, film);
      tus.tooOften();
    }
    var place = new Config.Place(List.of(), Set.of(), OtherRegion.REGIONS);
    try (var house = new House(inEurope, place)) {
      regions(house);
      betweenRegions(house);
    }
    try (var house = new House(withoutList, PreviewAnswers.WITHOUT)) {
      expect("listPublicRooms", 404, house.get("/api/public-rooms"));
      new PreviewAnswers(house, this::expect).withoutPreviews();
    }
    try (var house = new House(withPreviews, PreviewAnswers.PLACE)) {
      new PreviewAnswers(house, this::expect).go();
      new IceServerAnswers(house, this::expect).go();
    }
    filmsInBucket(withBucket);
    assertThat(document.answers())
        .filteredOn(answer -> !IN_DISTRESS.contains(answer.status()))
        .allMatch(seen::contains);
  }

  private void filmsInBucket(Path data) throws Exception {
    var film = "";
    try (var house = new House(data)) {
      film = house.upload("film.webm", Samples.webm(100, 1)).json().path("film").asString();
    }
    var keys = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret");
    var bucket = StoreAddress.parse("s3://films?endpoint=http://127.0.0.1:9&readers=sent", keys);
    var shelf = new Shelf(data.resolve("films"), bucket.orElseThrow().open(5 << 20));
    try (var house = new House(data, shelf)) {
      expect("readFilm", 307, house.get(house.address(film)));
    }
  }

  private void status(House house) throws Exception {
    expect("isLive", 200, house.get("/health/live"));
    expect("isReady", 200, house.get("/health/ready"));
    expect("listAddresses", 200, house.get("/api/addresses"));
    expect("listAddresses", 403, house.get("/api/addresses", "Via: 1.1 proxy"));
    expect("listRegions", 200, house.get("/api/regions"));
    expect("beHere", 200, house.get("/api/here"));
    expect("readMetrics", 200, house.get("/metrics"));
    expect("readMetrics", 403, house.get("/metrics", "Via: 1.1 proxy"));
  }

  private String uploads(House house) throws Exception {
    var answer = expect("uploadFilm", 201, house.upload("a.webm", Samples.webm(1_000, 1)));
    return answer.json().path("film").asString();
  }

  private String rooms(House house, String film) throws Exception {
    var foreign = "Sec-Fetch-Site: cross-site";
    expect("createRoom", 400, house.post("/api/rooms", "{\"media\":7}"));
    expect("createRoom", 403, house.post("/api/rooms", "{}", foreign));
    expect("createRoom", 413, house.post("/api/rooms", "{" + " ".repeat(20_000) + "}"));
    expect("createRoom", 415, house.ask("POST /api/rooms", "Content-Type: text/plain"));
    expect("createRoom", 201, house.post("/api/rooms", "{}"));
    expect("describeRoom", 404, house.get("/api/rooms/there-is-no-such-room"));
    var room = house.room(film);
    expect("describeRoom", 200, house.get("/api/rooms/" + room));
    expect("describeRoom", 200, house.get("/api/rooms/" + house.room()));
    expect("listPublicRooms", 200, house.get("/api/public-rooms"));
    expect("listPublicRooms", 400, house.get("/api/public-rooms?limit=51"));
    expect("listPublicRooms", 400, house.get("/api/public-rooms?after=12"));
    expect("listPublicRooms", 400, house.get("/api/public-rooms?search=" + "x".repeat(81)));
    return room;
  }

  private void tickets(House house, String room) throws Exception {
    var path = "/api/rooms/" + room + "/tickets";
    expect("issueTicket", 400, house.post(path, "{\"name\":\"\"}"));
    expect("issueTicket", 401, house.post(path, "{\"name\":\"Ann\"}", PASS + "nonsense"));
    expect("issueTicket", 403, house.post(path, "{\"name\":\"Ann\",\"pass\":\"a.b\"}"));
    expect("issueTicket", 404, house.post("/api/rooms/none/tickets", "{\"name\":\"Ann\"}"));
    expect("issueTicket", 413, house.post(path, "{" + " ".repeat(20_000) + "}"));
    expect("issueTicket", 415, house.ask("POST " + path));
    expect("issueTicket", 201, house.post(path, "{\"name\":\"Ann\"}"));
  }

  private void passwords(House house) throws Exception {
    var room = house.room();
    var path = "PUT /api/rooms/" + room + "/password";
    var json = "{\"password\":\"correct horse\"}";
    try (var owner = house.enter(room);
        var other = house.enter(room)) {
      var pass = PASS + owner.pass();
      expect("setRoomPassword", 204, house.send(path, json, pass));
      expect("setRoomPassword", 400, house.send(path, "{\"password\":\"short\"}", pass));
      expect("setRoomPassword", 401, house.send(path, json));
      expect("setRoomPassword", 403, house.send(path, json, PASS + other.pass()));
      expect("setRoomPassword", 404, house.send("PUT /api/rooms/none/password", json, pass));
      expect("setRoomPassword", 413, house.send(path, "{" + " ".repeat(20_000) + "}", pass));
      expect("setRoomPassword", 415, house.ask(path, pass));
      var log = "/api/rooms/" + room + "/moderation";
      expect("listModeration", 200, house.get(log, pass));
      expect("listModeration", 400, house.get(log + "?limit=101", pass));
      expect("listModeration", 401, house.get(log));
      expect("listModeration", 403, house.get(log, PASS + other.pass()));
      expect("listModeration", 404, house.get("/api/rooms/none/moderation", pass));
      owner.send("{\"type\":\"closeRoom\",\"id\":\"c-1\",\"seen\":1}");
      owner.hear("closed");
      expect("describeRoom", 403, house.get("/api/rooms/" + room));
    }
  }

  private void companions(House house, String room) throws Exception {
    var path = "/api/rooms/" + room + "/companions";
    var nowhere = "POST /api/rooms/none/companions";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      expect("linkCompanion", 401, house.ask("POST " + path + "/links"));
      expect("linkCompanion", 403, house.ask("POST " + path + "/links", PASS + "a.b"));
      expect("linkCompanion", 404, house.ask(nowhere + "/links", pass));
      var token =
          expect("linkCompanion", 201, house.ask("POST " + path + "/links", pass))
              .json()
              .path("token")
              .asString();
      var body = "{\"token\":\"" + token + "\"}";
      expect("addCompanion", 400, house.post(path, "{}"));
      expect("addCompanion", 404, house.post("/api/rooms/none/companions", body));
      expect("addCompanion", 413, house.post(path, "{" + " ".repeat(20_000) + "}"));
      expect("addCompanion", 415, house.ask("POST " + path));
      var companion =
          PASS + expect("addCompanion", 201, house.post(path, body)).json().path("pass").asString();
      expect("addCompanion", 403, house.post(path, body));
      expect("issueCompanionTicket", 401, house.ask("POST " + path + "/tickets"));
      expect("issueCompanionTicket", 403, house.ask("POST " + path + "/tickets", pass));
      expect("issueCompanionTicket", 404, house.ask(nowhere + "/tickets", companion));
      expect("issueCompanionTicket", 201, house.ask("POST " + path + "/tickets", companion));
      expect("readChat", 200, house.get("/api/rooms/" + room + "/chat", companion));
      var outside = house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Bob\"}").json();
      var passOutside = PASS + outside.path("pass").asString();
      expect("linkCompanion", 409, house.ask("POST " + path + "/links", passOutside));
    }
  }

  private void films(House house, String room, String film) throws Exception {
    var path = "POST /api/rooms/" + room + "/films/" + film + "/address";
    try (var guest = house.enter(room)) {
      expect("addressFilm", 401, house.ask(path));
      expect("addressFilm", 403, house.ask(path, PASS + "a.b"));
      expect("addressFilm", 404, guest.address("none"));
      var url = expect("addressFilm", 200, guest.address(film)).json().path("url").asString();
      expect("readFilm", 200, house.get(url));
      expect("readFilm", 206, house.get(url, "Range: bytes=0-0"));
      expect("readFilm", 304, house.get(url, "If-None-Match: *"));
      expect("readFilm", 400, house.get(url.replace("&e=", "&e=x")));
      expect("readFilm", 403, house.get(url + "x"));
      expect("readFilm", 412, house.get(url, "If-Match: \"a\""));
      expect("readFilm", 416, house.get(url, "Range: bytes=1000-"));
      expect("describeFilm", 200, house.ask("HEAD " + url));
      expect("describeFilm", 304, house.ask("HEAD " + url, "If-None-Match: *"));
      expect("describeFilm", 400, house.ask("HEAD " + url.replace("&e=", "&e=x")));
      expect("describeFilm", 403, house.ask("HEAD " + url + "x"));
      expect("describeFilm", 412, house.ask("HEAD " + url, "If-Match: \"a\""));
    }
  }

  private void tooOften(House house, String room, String film) throws Exception {
    var in = "/api/rooms/" + room;
    expect("createRoom", 429, until429(() -> house.post("/api/rooms", "{}")));
    expect("describeRoom", 429, until429(() -> house.get(in)));
    expect("listPublicRooms", 429, until429(() -> house.get("/api/public-rooms")));
    expect("listAddresses", 429, until429(() -> house.get("/api/addresses")));
    expect("listRegions", 429, until429(() -> house.get("/api/regions")));
    expect("beHere", 429, until429(() -> house.get("/api/here")));
    expect("readChat", 429, until429(() -> house.get(in + "/chat")));
    expect("searchChat", 429, until429(() -> house.get(in + "/chat/search")));
    expect("findMembers", 429, until429(() -> house.get(in + "/members")));
    expect("lookAtMembers", 429, until429(() -> house.get(in + "/portraits")));
    expect("lookAtFilms", 429, until429(() -> house.get(in + "/posters")));
    expect("listBanned", 429, until429(() -> house.get(in + "/banned")));
    expect("issueTicket", 429, until429(() -> house.post(in + "/tickets", "{\"name\":\"Ann\"}")));
    expect("listModeration", 429, until429(() -> house.get(in + "/moderation")));
    expect("setRoomPassword", 429, until429(() -> house.send("PUT " + in + "/password", "{}")));
    var companions = in + "/companions";
    expect("addCompanion", 429, until429(() -> house.post(companions, "{\"token\":\"a\"}")));
    expect(
        "issueCompanionTicket", 429, until429(() -> house.ask("POST " + companions + "/tickets")));
    expect("linkCompanion", 429, until429(() -> house.ask("POST " + companions + "/links")));
    expect(
        "describeRenditions",
        429,
        until429(() -> house.get(in + "/films/" + film + "/renditions")));
    expect(
        "addressFilm",
        429,
        until429(() -> house.ask("POST " + in + "/films/" + film + "/address")));
  }

  private void regions(House house) throws Exception {
    var room = house.room();
    var path = "/api/rooms/" + room + "/regions";
    var told = "{\"roundTripMs\":{\"eu\":160,\"us\":40}}";
    try (var guest = house.enter(room)) {
      var pass = PASS + guest.pass();
      expect("tellRoundTrips", 200, house.post(path, told, pass));
      expect("tellRoundTrips", 400, house.post(path, "{}", pass));
      expect("tellRoundTrips", 401, house.post(path, told));
      expect("tellRoundTrips", 403, house.post(path, told, PASS + "a.b"));
      expect("tellRoundTrips", 404, house.post("/api/rooms/none/regions", told, pass));
      expect("tellRoundTrips", 413, house.post(path, "{" + " ".repeat(20_000) + "}", pass));
      expect("tellRoundTrips", 415, house.ask("POST " + path, pass));
      expect("readRegions", 200, house.get(path, pass));
      expect("readRegions", 401, house.get(path));
      expect("readRegions", 403, house.get(path, PASS + "a.b"));
      expect("readRegions", 404, house.get("/api/rooms/none/regions", pass));
    }
    expect("readRegions", 429, until429(() -> house.get(path)));
    expect("tellRoundTrips", 429, until429(() -> house.post(path, told)));
    house.moveAway(room, "us");
    expect("readRegions", 404, house.get(path));
  }

  private void betweenRegions(House house) throws Exception {
    var us = OtherRegion.knowing(OtherRegion.REGIONS.secret());
    var room = house.room();
    expect("readClock", 403, house.post("/api/regions/clock", "{}"));
    expect("readClock", 200, asked(house, us, "/api/regions/clock", "{}"));
    expect("locateRoom", 403, house.post("/api/regions/rooms/" + room, "{}"));
    expect("locateRoom", 404, asked(house, us, "/api/regions/rooms/none", "{}"));
    expect("locateRoom", 200, asked(house, us, "/api/regions/rooms/" + room, "{}"));
    expect("takeInRoom", 403, house.post("/api/regions/arrivals", "{}"));
    expect("takeInRoom", 400, asked(house, us, "/api/regions/arrivals", "{}"));
    var luggage = OtherRegion.luggage("a-room-from-elsewhere");
    expect("takeInRoom", 200, asked(house, us, "/api/regions/arrivals", luggage));
    expect("takeInRoom", 200, asked(house, us, "/api/regions/arrivals", luggage));
    house.advanceMs(1_000); // or reading is still too often
    expect("describeRoom", 200, house.get("/api/rooms/a-room-from-elsewhere"));
  }

  private static Answer asked(House house, OtherRegion from, String path, String body)
      throws Exception {
    return house.post(path, body, from.head(path, Instant.now(), body));
  }

  interface Asking {
    Answer ask() throws Exception;
  }

  static Answer until429(Asking asking) throws Exception {
    for (int i = 0; i < MANY; i++) {
      var answer = asking.ask();
      if (answer.status() == 429) {
        return answer;
      }
    }
    throw new AssertionError(MANY + " requests in a row were let through");
  }

  @Test
  void a_full_library_is_told_as_documented(@TempDir Path data) throws Exception {
    try (var house =
        new House(data, new Config.UploadLimits(1_000, 1_500, 1L << 40, Duration.ofDays(1)))) {
      house.upload("a.webm", Samples.webm(1_000, 1));

      var answer = house.upload("b.webm", Samples.webm(1_000, 2));

      expect("uploadFilm", 507, answer);
      try (var films = Files.list(house.films())) {
        assertThat(films.toList()).hasSize(1);
      }
    }
  }

  @Test
  void requests_are_read_strictly(@TempDir Path data) throws Exception {
    var wrong =
        List.of(
            "{\"media\":{}}=media.ref",
            "{\"media\":{\"ref\":{\"type\":\"film\"}}}=media.ref.type",
            "{\"media\":{\"ref\":{\"type\":\"address\"}}}=media.ref.url",
            "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"javascript:alert(1)\"}}}=media.ref.url",
            "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"file:///etc/passwd\"}}}=media.ref.url",
            "{\"media\":{\"ref\":{\"type\":\"upload\",\"film\":\"../secret\"}}}=media.ref.film",
            "{\"media\":{\"ref\":{\"type\":\"upload\",\"film\":\"none\"}}}=media.ref.film",
            "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"http://a\"},\"title\":\"\"}}=media.title",
            "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"http://a\"},\"title\":7}}=media.title",
            "{\"other\":1}=other",
            "[]=",
            "{\"media\":null}=media");
    try (var house = new House(data)) {
      for (var line : wrong) {
        var json = line.substring(0, line.lastIndexOf('='));
        var answer = house.post("/api/rooms", json);

        assertThat(answer.status()).as(json).isEqualTo(400);
        assertThat(answer.problem()).as(json).isEqualTo("invalid-field");
        assertThat(answer.json().path("field").asString())
            .as(json)
            .isEqualTo(line.substring(line.lastIndexOf('=') + 1));
      }
    }
  }

  @Test
  void what_is_no_json_is_refused(@TempDir Path data) throws Exception {
    var wrong =
        List.of("", "{", "{}{}", "{\"media\":1,\"media\":2}", "{'a':1}", "NaN", "[".repeat(5_000));
    try (var house = new House(data)) {
      for (var json : wrong) {
        var answer = house.post("/api/rooms", json.isEmpty() ? " " : json);

        assertThat(answer.status()).as(json).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
      }
    }
  }
}
