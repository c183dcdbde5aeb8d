package matinee.server.http;

import java.awt.Color;
import java.io.IOException;
import matinee.server.portraits.Pictures;

/// Anna, signed in at two devices, and her people: a friend with whom she talks and who has invited
/// her, somebody who wants to be her friend, somebody she wants as a friend, somebody she blocked;
/// and Otto, whom she does not know.
final class Circle {
  private final House house;
  private final int number;
  private final Browser anna;
  private final Browser otto;
  private final Browser friend;
  private final Browser asking;
  private final Browser asked;
  private final Browser blocked;
  private final String room;
  private final String screening;

  /// The `number`th of `house`; no two have the same accounts.
  Circle(House house, int number) throws IOException {
    this.house = house;
    this.number = number;
    anna = person("anna");
    otto = person("otto");
    friend = person("friend");
    asking = person("asking");
    asked = person("asked");
    blocked = person("blocked");
    ConversationAnswers.befriend(house, anna, friend);
    ask(asking, anna);
    ask(anna, asked);
    anna.send("POST /api/people/blocked", "{\"person\":\"" + PeopleAnswers.id(blocked) + "\"}");
    anna.send(with(friend) + "/messages", "{\"key\":\"a\",\"text\":\"Tonight?\"}");
    friend.send(with(anna) + "/invitations", "{\"key\":\"b\"}");
    room = house.room();
    anna.send("POST /api/rooms/" + room + "/tickets", "{\"name\":\"Anna\"}");
    screening =
        anna.send(
                "POST /api/screenings",
                ScreeningAnswers.plan(tomorrow(), "https://example.org/a.mp4"))
            .json()
            .path("screening")
            .asString();
    house.portray(Pictures.png(10, 10, Color.RED), "image/png", anna.bearer());
    new Browser(house).post("/api/sessions", Browser.login(email("anna"), Browser.PASSWORD));
  }

  private Browser person(String name) throws IOException {
    return Browser.of(house, email(name), name);
  }

  private String email(String name) {
    return name + number + "@circle.example";
  }

  private static void ask(Browser one, Browser other) throws IOException {
    var handle = other.get("/api/people").json().path("handle").asString();
    one.send("POST /api/people/requests", PeopleAnswers.asking(handle));
  }

  private static String with(Browser other) throws IOException {
    return "POST /api/conversations/" + PeopleAnswers.id(other);
  }

  Browser browser(Caller caller) {
    return caller == Caller.OTHER ? otto : anna;
  }

  String email() {
    return email("anna");
  }

  String newEmail() {
    return email("anne");
  }

  /// A room in which Anna has a place.
  String room() {
    return room;
  }

  /// An evening that Anna has planned.
  String screening() {
    return screening;
  }

  /// A film of Anna's.
  String film() throws IOException {
    return house
        .upload("Show_S01E01.webm", Samples.webm(1_000, number), anna.bearer())
        .json()
        .path("film")
        .asString();
  }

  /// The series of a film of Anna's.
  String series() throws IOException {
    return anna.get("/api/me/library/films/" + film())
        .json()
        .path("episode")
        .path("series")
        .asString();
  }

  /// By which a poster of a film of Anna's is seen.
  String poster() throws IOException {
    var film = film();
    house.render(film, "#EXTM3U\n");
    house.picture(film, "poster.jpg");
    var path = anna.get("/api/me/library/films/" + film).json().path("poster").asString();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The secret of Anna's calendar.
  String feed() throws IOException {
    var path = house.ask("POST /api/me/calendar", anna.bearer()).json().path("path").asString();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// A time on the wall that lies ahead, wherever the wall is.
  String tomorrow() {
    return ScreeningAnswers.tomorrow(house);
  }

  /// The id of whom `operation` of Anna's is about.
  String person(String operation, String path) throws IOException {
    var browser =
        path.contains("/requests/from/")
            ? asking
            : operation.equals("unblockPerson") ? blocked : friend;
    return PeopleAnswers.id(browser);
  }

  /// The id of the request that Anna has made.
  String request() throws IOException {
    return anna.get("/api/people").json().path("asked").path(0).path("id").asString();
  }

  /// By which Anna's portrait is seen.
  String portrait() throws IOException {
    return anna.get("/api/me").json().path("portrait").asString();
  }

  /// The id of the other device at which Anna is signed in.
  String device() throws IOException {
    for (var device : anna.get("/api/me/devices").json().path("devices")) {
      if (!device.path("current").asBoolean()) {
        return device.path("id").asString();
      }
    }
    throw new AssertionError("Anna is signed in at one device only");
  }

  /// The token that a letter to Anna would have for `operation`.
  String letter(String operation) {
    return switch (operation) {
      case "confirmAddress" -> house.letters().confirmationToken(anna.access());
      case "resetPassword" -> house.letters().resetToken(email());
      case "confirmEmail" -> house.letters().wish(anna.access(), newEmail()).change().value();
      case "undoEmail" -> house.letters().wish(anna.access(), newEmail()).undo().value();
      default -> throw new AssertionError(operation + " is asked for by no letter");
    };
  }
}
