package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import matinee.server.portraits.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything by which people show who they are or what they may, shown wherever something else is
/// wanted: of n kinds n x (n - 1) are refused, and each is taken where it belongs.
final class TokenConfusionTest {
  private static final String BEARER = "Authorization: Bearer ";
  private static final String NEW_EMAIL = "anne@example.org";

  /// Limits of how often somebody may ask are not what is tested here; a ticket is good for longer.
  private static final long BETWEEN_MS = 500;

  @TempDir private Path data;
  private Postbox post;
  private House house;
  private Browser ann;
  private String room = "";
  private String film = "";

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create("https://films.example.org")));
    film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
    room = house.room(film);
    ann = Browser.of(house, Browser.EMAIL, "Ann");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
  }

  /// Gives the token, a new one where it is soon over.
  @FunctionalInterface
  private interface Source {
    String token() throws Exception;
  }

  /// Shows a token where one of this kind belongs.
  @FunctionalInterface
  private interface Showing {
    int status(String token) throws Exception;
  }

  /// A kind of token.
  private record Kind(String name, Source source, Showing place) {}

  private static Kind kept(String name, String token, Showing place) {
    return new Kind(name, () -> token, place);
  }

  @Test
  @Tag("A-03")
  void what_belongs_elsewhere_is_refused_everywhere() throws Exception {
    try (var guest = house.enter(room)) {
      var kinds = kinds(guest);
      var taken = new ArrayList<String>();
      for (var shown : kinds) {
        for (var wanted : kinds) {
          house.advanceMs(BETWEEN_MS);
          if (!shown.equals(wanted)) {
            int status = wanted.place().status(shown.source().token());
            if (!List.of(400, 401, 403, 404).contains(status)) {
              taken.add("%s as %s: %d".formatted(shown.name(), wanted.name(), status));
            }
          }
        }
      }
      assertThat(taken).isEmpty();

      var refused = new ArrayList<String>();
      for (var kind : kinds) {
        int status = kind.place().status(kind.source().token());
        if (status >= 400) {
          refused.add("%s: %d".formatted(kind.name(), status));
        }
      }
      assertThat(refused).isEmpty();
      assertThat(kinds).hasSize(15);
    }
  }

  /// In an order in which none of them ends another where it belongs.
  private List<Kind> kinds(Guest guest) throws Exception {
    var kinds = new ArrayList<Kind>();
    kinds.addAll(ofRooms(guest));
    kinds.add(kept("access token", ann.access(), it -> get("/api/me", it)));
    kinds.addAll(ofLetters());
    kinds.add(kept("refresh token", refreshToken(), this::refresh));
    return kinds;
  }

  private List<Kind> ofRooms(Guest guest) throws Exception {
    var path = "/api/rooms/" + room;
    var links = "POST " + path + "/companions/links";
    var link = house.ask(links, BEARER + guest.pass()).json().path("token").asString();
    var companion = companion(house.ask(links, BEARER + guest.pass()));
    var offer = "{\"standing\":\"GUEST\",\"uses\":1}";
    var made = house.post(path + "/invitations", offer, BEARER + guest.pass());
    var address = guest.address(film).json().path("url").asString();
    var unsigned = address.substring(0, address.lastIndexOf('=') + 1);
    house.portray(Pictures.png(10, 10, Color.RED), "image/png", ann.bearer());
    return List.of(
        kept(
            "pass",
            guest.pass(),
            it -> Math.min(ask("POST " + path + "/tickets", again(it)), bearer(links, it))),
        kept(
            "companion's pass",
            companion,
            it -> bearer("POST " + path + "/companions/tickets", it)),
        kept("second screen", link, it -> ask("POST " + path + "/companions", token(it))),
        kept(
            "invitation",
            made.json().path("token").asString(),
            it -> ask("POST " + path + "/invitations/look", token(it))),
        new Kind("ticket", this::ticket, this::enter),
        kept(
            "address of a film",
            address.substring(unsigned.length()),
            it -> house.get(unsigned + encoded(it)).status()),
        kept(
            "address of a portrait",
            ann.get("/api/me").json().path("portrait").asString(),
            it -> house.get("/api/portraits/" + encoded(it) + "/64").status()),
        kept(
            "address of a poster",
            poster(),
            it -> house.get("/api/posters/" + encoded(it)).status()));
  }

  /// By which a poster is seen that Ann has chosen for a film of hers.
  private String poster() throws Exception {
    var own = house.upload("b.webm", Samples.webm(1_000, 2), ann.bearer()).json();
    var line = "PUT /api/me/library/films/" + own.path("film").asString() + "/poster";
    var red = Pictures.png(10, 10, Color.RED);
    var path = house.sendFile(line, red, "image/png", ann.bearer()).json().path("poster");
    return path.asString().substring("/api/posters/".length());
  }

  /// A new password ends devices and letters, so that comes last.
  private List<Kind> ofLetters() throws Exception {
    var letters = house.letters();
    var wish = letters.wish(ann.access(), NEW_EMAIL);
    return List.of(
        kept("end of letters", letters.stopToken(), it -> stop(it)),
        kept(
            "confirmation",
            letters.confirmationToken(ann.access()),
            it -> ann.send("POST /api/accounts/confirm", token(it)).status()),
        kept(
            "another address",
            wish.change().value(),
            it -> ann.send("POST /api/me/email/confirm", token(it)).status()),
        kept(
            "the address before",
            wish.undo().value(),
            it -> ask("POST /api/accounts/email/undo", token(it))),
        new Kind(
            "new password",
            () -> letters.resetToken(Browser.EMAIL),
            it ->
                ask(
                    "POST /api/accounts/reset",
                    "{\"token\":\"%s\",\"password\":\"another horse\"}".formatted(it))));
  }

  private String companion(Answer link) throws Exception {
    var body = token(link.json().path("token").asString());
    var made = house.post("/api/rooms/" + room + "/companions", body);
    return made.json().path("pass").asString();
  }

  private static String token(String token) {
    return "{\"token\":\"" + token + "\"}";
  }

  private static String again(String pass) {
    return "{\"name\":\"Bob\",\"pass\":\"" + pass + "\"}";
  }

  private static String encoded(String token) {
    return URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private int ask(String line, String body) throws Exception {
    return house.send(line, body).status();
  }

  private int get(String path, String token) throws Exception {
    return house.get(path, BEARER + token).status();
  }

  private int bearer(String line, String token) throws Exception {
    return house.ask(line, BEARER + token).status();
  }

  private int stop(String token) throws Exception {
    return house.ask("POST /api/letters/stop/" + encoded(token)).status();
  }

  private String ticket() throws Exception {
    var answer = house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Eve\"}");
    return answer.json().path("ticket").asString();
  }

  /// Opens a WebSocket, and leaves at once.
  private int enter(String token) throws Exception {
    try (var http = new RawHttp(house.port())) {
      http.head(
          "GET /sync?ticket=" + encoded(token),
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Origin: http://127.0.0.1:" + house.port(),
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Protocol: matinee.1");
      return http.answer(true).status();
    }
  }

  /// Of a browser that nothing ends which is done with Ann's.
  private String refreshToken() throws Exception {
    var browser = Browser.of(house, "ben@example.org", "Ben");
    return Objects.requireNonNull(browser.cookies().get("matinee-session"));
  }

  private int refresh(String token) throws Exception {
    return house
        .post(
            "/api/sessions/refresh",
            "{}",
            "Cookie: matinee-session=" + token,
            "Sec-Fetch-Site: same-origin")
        .status();
  }
}
