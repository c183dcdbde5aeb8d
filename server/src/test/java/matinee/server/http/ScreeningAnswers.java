package matinee.server.http;

import static matinee.server.http.ApiTest.until429;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.screenings.Screenings;
import matinee.server.sql.Database;

/// Every answer that the document names for planned evenings, asked for.
final class ScreeningAnswers {
  private static final String ALL = "/api/screenings";
  private static final String FILM = "https://example.org/a.mp4";
  private static final String NONE = ALL + "/8hVb1yT2y6dXn0oYf5XwMs";

  private final House house;
  private final Expectation expected;
  private final Browser ann;
  private final Browser ben;

  ScreeningAnswers(House house, Expectation expected) throws IOException {
    this.house = house;
    this.expected = expected;
    ann = Browser.of(house, "ann@evenings.example", "Ann");
    ben = Browser.of(house, "ben@evenings.example", "Ben");
  }

  /// A time that lies ahead, in every zone.
  static String tomorrow(House house) {
    var then = house.now().plus(Duration.ofDays(2));
    return LocalDateTime.ofInstant(then, ZoneOffset.UTC).withNano(0).toString();
  }

  /// The plan that the film at `url` begins at `local`.
  static String plan(String local, String url) {
    return """
        {"media":{"ref":{"type":"address","url":"%s"}},"local":"%s","zone":"Europe/Berlin"}"""
        .formatted(url, local);
  }

  void go() throws Exception {
    var planned = planning();
    var one = ALL + "/" + planned;
    reading(one);
    answering(one);
    fetching();
    changing(one);
    tooOften(one);
  }

  private String planning() throws IOException {
    refused("planScreening", "POST " + ALL);
    var plan = plan(tomorrow(house), FILM);
    var answer = expected.of("planScreening", 201, ann.send("POST " + ALL, plan));
    var far = plan("2999-12-24T20:15:00", FILM);
    expected.of("planScreening", 400, ann.send("POST " + ALL, far));
    var series =
        """
        {"episodes":[{"ref":{"type":"address","url":"%s"}},{"ref":{"type":"address","url":"%s"}}],
         "local":"%s","zone":"Europe/Berlin","everyDays":7}"""
            .formatted(FILM, FILM, tomorrow(house));
    refused("planSeries", "POST /api/series");
    var planned = expected.of("planSeries", 201, ann.send("POST /api/series", series));
    var first = planned.json().path("screenings").path(0).path("path").asString();
    expected.of("readScreening", 200, house.get("/api" + first));
    var atOnce = series.replace(",\"everyDays\":7", "");
    var together = expected.of("planSeries", 201, ann.send("POST /api/series", atOnce));
    assertThat(together.json().path("screenings").size()).isEqualTo(1);
    fill(house.database(), PeopleAnswers.id(ben));
    var rooms = Tables.contents(house.database()).get("room");
    expected.of("planScreening", 409, ben.send("POST " + ALL, plan));
    expected.of("planSeries", 409, ben.send("POST /api/series", series));
    assertThat(Tables.contents(house.database())).containsEntry("room", rooms);
    return answer.json().path("screening").asString();
  }

  /// As many evenings of `account` as it may plan.
  private static void fill(Database database, String account) {
    database.write(
        session -> {
          var insert =
              session.statement(
                  "insert into screening (id, room, owner, owner_name, title, media_type, media,"
                      + " start_ms, zone, local_time, sequence, state, claim, claim_until_ms,"
                      + " created_ms) values (?, ?, ?, '', '', 'address', 'https://example.org/',"
                      + " 9999999999999, 'UTC', '2286-11-20T17:46:39', 0, 'PLANNED', '', 0, 0)");
          for (int i = 0; i < Screenings.MOST_PLANNED; i++) {
            insert.setString(1, "screening-of-ben-%05d".formatted(i));
            insert.setString(2, "room-of-ben-%05d".formatted(i));
            insert.setString(3, account);
            insert.executeUpdate();
          }
          return true;
        });
  }

  private void refused(String operation, String line) throws IOException {
    expected.of(operation, 401, house.send(line, "{}"));
    var bearer = ann.bearer();
    expected.of(operation, 400, house.send(line, "{}", bearer));
    expected.of(operation, 403, house.send(line, "{}", bearer, "Sec-Fetch-Site: cross-site"));
    expected.of(operation, 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of(operation, 415, house.ask(line, bearer));
  }

  private void reading(String one) throws Exception {
    expected.of("listMyScreenings", 200, ann.get(ALL));
    expected.of("listMyScreenings", 401, house.get(ALL));
    expected.of("readScreening", 200, house.get(one));
    expected.of("readScreening", 404, house.get(NONE));
    expected.of("readScreeningCalendar", 200, house.get(one + "/calendar"));
    expected.of("readScreeningCalendar", 404, house.get(NONE + "/calendar"));
    var room = house.get(one).json().path("room").asString();
    var ofRoom = "/api/rooms/" + room + "/screening";
    expected.of("readScreeningOfRoom", 401, house.get(ofRoom));
    expected.of("readScreeningOfRoom", 403, house.get(ofRoom, "Authorization: Bearer a.b"));
    expected.of("readScreeningOfRoom", 404, house.get("/api/rooms/none/screening"));
    try (var guest = house.enter(room)) {
      var pass = "Authorization: Bearer " + guest.pass();
      expected.of("readScreeningOfRoom", 200, house.get(ofRoom, pass));
    }
  }

  private void fetching() throws IOException {
    var line = "POST /api/me/calendar";
    expected.of("renewCalendar", 401, house.ask(line));
    expected.of("renewCalendar", 403, house.ask(line, ann.bearer(), "Sec-Fetch-Site: cross-site"));
    var before = expected.of("renewCalendar", 201, house.ask(line, ann.bearer()));
    var after = expected.of("renewCalendar", 201, house.ask(line, ann.bearer()));
    expected.of("readCalendar", 404, house.get(before.json().path("path").asString()));
    expected.of("readCalendar", 200, house.get(after.json().path("path").asString()));
  }

  private void answering(String one) throws IOException {
    var line = "PUT " + one + "/answer";
    var yes = "{\"answer\":\"yes\",\"name\":\"Guest\",\"key\":\"a\"}";
    expected.of("answerScreening", 400, house.send(line, "{\"answer\":\"yes\"}"));
    expected.of("answerScreening", 403, house.send(line, yes, "Sec-Fetch-Site: cross-site"));
    expected.of("answerScreening", 404, house.send("PUT " + NONE + "/answer", yes));
    expected.of("answerScreening", 413, house.send(line, "{" + " ".repeat(20_000) + "}"));
    expected.of("answerScreening", 415, house.ask(line));
    expected.of("answerScreening", 200, house.send(line, yes));
    expected.of("answerScreening", 200, ben.send(line, "{\"answer\":\"maybe\"}"));
    answeredByMany(house.database(), one.substring(one.lastIndexOf('/') + 1));
    expected.of("answerScreening", 409, house.send(line, yes.replace("\"a\"", "\"b\"")));
  }

  private static void answeredByMany(Database database, String screening) {
    database.write(
        session -> {
          var insert =
              session.statement(
                  "insert into screening_answer (screening, person, name, answer, changed_ms)"
                      + " values (?, ?, 'One of many', 'YES', 0)");
          for (int i = 2; i < Screenings.MOST_ANSWERS; i++) {
            insert.setString(1, screening);
            insert.setString(2, "guest " + i);
            insert.executeUpdate();
          }
          return true;
        });
  }

  private void changing(String one) throws IOException {
    refused("moveScreening", "PATCH " + one);
    var time = "{\"local\":\"%s\",\"zone\":\"Asia/Tokyo\"}".formatted(tomorrow(house));
    expected.of("moveScreening", 200, ann.send("PATCH " + one, time));
    expected.of("moveScreening", 403, ben.send("PATCH " + one, time));
    expected.of("moveScreening", 404, ann.send("PATCH " + NONE, time));
    var callOff = "POST " + one + "/call-off";
    expected.of("callOffScreening", 401, house.ask(callOff));
    expected.of("callOffScreening", 403, house.ask(callOff, ben.bearer()));
    expected.of("callOffScreening", 404, house.ask("POST " + NONE + "/call-off", ann.bearer()));
    expected.of("callOffScreening", 204, house.ask(callOff, ann.bearer()));
    expected.of("callOffScreening", 409, house.ask(callOff, ann.bearer()));
    expected.of("moveScreening", 409, ann.send("PATCH " + one, time));
    expected.of("readScreening", 200, house.get(one));
  }

  private void tooOften(String one) throws Exception {
    expected.of("planSeries", 429, until429(() -> house.post("/api/series", "{}")));
    expected.of("planScreening", 429, until429(() -> house.post(ALL, "{}")));
    expected.of("listMyScreenings", 429, until429(() -> house.get(ALL)));
    expected.of("readScreening", 429, until429(() -> house.get(one)));
    expected.of("readScreeningCalendar", 429, until429(() -> house.get(one + "/calendar")));
    var ofRoom = "/api/rooms/none/screening";
    expected.of("readScreeningOfRoom", 429, until429(() -> house.get(ofRoom)));
    var none = "/api/calendars/none";
    expected.of("readCalendar", 429, until429(() -> house.get(none)));
    expected.of("renewCalendar", 429, until429(() -> house.ask("POST /api/me/calendar")));
    expected.of("moveScreening", 429, until429(() -> house.send("PATCH " + one, "{}")));
    var callOff = "POST " + one + "/call-off";
    expected.of("callOffScreening", 429, until429(() -> house.ask(callOff)));
    var answer = "PUT " + one + "/answer";
    expected.of("answerScreening", 429, until429(() -> house.send(answer, "{}")));
  }
}
