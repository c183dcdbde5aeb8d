package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import matinee.server.Ear;
import matinee.server.accounts.Sessions;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// As whom people come into rooms who are signed in, were, or are to be kept out, over HTTP and
/// sockets.
final class PlacesTest {
  private static final String COOKIE = "matinee-browser";
  private static final int SIGNED_OUT = 4401;

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private Browser guest;
  private String room = "";

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = new Browser(house);
    guest = new Browser(house);
    ann.register();
    ann.signIn(Browser.PASSWORD);
    room = house.room();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private String tickets() {
    return "/api/rooms/" + room + "/tickets";
  }

  private static String named(String name) {
    return "{\"name\":\"%s\"}".formatted(name);
  }

  private static String named(String name, String pass) {
    return "{\"name\":\"%s\",\"pass\":\"%s\"}".formatted(name, pass);
  }

  private Answer asAccount(Browser browser, String wanted) throws IOException {
    return browser.send("POST " + tickets(), wanted);
  }

  private Answer asGuest(Browser browser, String wanted) throws IOException {
    return browser.post(tickets(), wanted);
  }

  private static String pass(Answer ticket) {
    assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
    return ticket.json().path("pass").asString();
  }

  private static String member(Answer ticket) {
    assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
    return ticket.json().path("member").asString();
  }

  private Answer chat(String pass) throws IOException {
    return house.get("/api/rooms/" + room + "/chat", "Authorization: Bearer " + pass);
  }

  /// An open connection, and what is heard on it.
  private record Line(WebSocket socket, Ear ear) {
    JsonNode hear(String type) throws InterruptedException {
      return ear.next(type);
    }

    int closeCode() throws InterruptedException {
      return ear.next("closed").path("code").asInt();
    }

    void say(String message) {
      socket.sendText(message, true).join();
    }
  }

  private Line enter(Answer ticket) throws Exception {
    var ear = new Ear();
    var base = "127.0.0.1:" + house.port();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://" + base)
            .buildAsync(
                URI.create(
                    "ws://" + base + "/sync?ticket=" + ticket.json().path("ticket").asString()),
                ear)
            .join();
    var line = new Line(socket, ear);
    line.say("{\"type\":\"enter\"}");
    line.hear("snapshot");
    return line;
  }

  /// The owner of the room, who bans `member`.
  private void ban(Line owner, String member) throws InterruptedException {
    owner.say("{\"type\":\"ban\",\"id\":\"b-%s\",\"seen\":2,\"member\":\"%<s\"}".formatted(member));
    owner.hear("accepted");
  }

  private void letBack(Line owner, String member) throws InterruptedException {
    owner.say(
        "{\"type\":\"unban\",\"id\":\"u-%s\",\"seen\":2,\"member\":\"%<s\"}".formatted(member));
    owner.hear("accepted");
  }

  @Test
  void who_is_signed_in_is_the_same_member_from_any_browser() throws Exception {
    var phone = new Browser(house);
    phone.signIn(Browser.PASSWORD);

    var here = asAccount(ann, named("Ann"));
    var there = asAccount(phone, named("Ann"));
    var nobody = asGuest(guest, named("Ann"));

    assertThat(member(there)).isEqualTo(member(here));
    assertThat(member(nobody)).isNotEqualTo(member(here));
    assertThat(chat(pass(here)).status()).isEqualTo(200);
  }

  @Test
  void a_guest_who_signs_in_keeps_the_place_and_the_pass_of_before_is_worth_nothing()
      throws Exception {
    var before = asGuest(ann, named("Ann"));

    var after = asAccount(ann, named("Ann", pass(before)));

    assertThat(member(after)).isEqualTo(member(before));
    assertThat(pass(after)).isNotEqualTo(pass(before));
    assertThat(asGuest(guest, named("Ann", pass(before))).problem()).isEqualTo("sign-in-needed");
    assertThat(chat(pass(before)).problem()).isEqualTo("sign-in-needed");
    assertThat(chat(pass(after)).status()).isEqualTo(200);
  }

  @Test
  void the_pass_of_an_account_ends_with_the_session_and_somebody_else_comes_in_without_it()
      throws Exception {
    var mine = asAccount(ann, named("Ann"));
    var alone = asGuest(ann, named("Ann", pass(mine)));

    ann.post("/api/sessions/end", "{}");

    assertThat(member(alone)).isEqualTo(member(mine));
    assertThat(asGuest(ann, named("Ann", pass(mine))).problem()).isEqualTo("sign-in-needed");
    assertThat(chat(pass(mine)).problem()).isEqualTo("sign-in-needed");
    assertThat(member(asGuest(ann, named("Ben")))).isNotEqualTo(member(mine));
    ann.signIn(Browser.PASSWORD);
    assertThat(member(asAccount(ann, named("Ann", pass(mine))))).isEqualTo(member(mine));
  }

  @Test
  @Tag("A-09")
  void nobody_gets_the_place_of_an_account_by_its_pass_and_another_account() throws Exception {
    var mine = asAccount(ann, named("Ann"));
    var ben = new Browser(house);
    ben.post("/api/accounts", Browser.account("ben@example.org", "Ben"));
    var login = Browser.login("ben@example.org", Browser.PASSWORD);
    var access = ben.post("/api/sessions", login).json().path("access").asString();

    var answer = house.post(tickets(), named("Ben", pass(mine)), "Authorization: Bearer " + access);

    assertThat(member(answer)).isNotEqualTo(member(mine));
  }

  @Test
  @Tag("A-09")
  void a_bad_token_lets_nobody_in_as_a_guest_instead() throws Exception {
    var answer = house.post(tickets(), named("Ann"), "Authorization: Bearer nonsense");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("not-signed-in");
  }

  @Test
  void a_pass_in_the_place_of_the_token_is_none_and_lets_in_whoever_shows_nothing_else()
      throws Exception {
    var first = asGuest(guest, named("Ben"));
    var bearer = "Authorization: Bearer " + pass(first);

    var again = house.post(tickets(), named("Ben", pass(first)), bearer);
    var somebody = house.post(tickets(), named("Ben"), bearer);

    assertThat(member(again)).isEqualTo(member(first));
    assertThat(member(somebody)).isNotEqualTo(member(first));
  }

  @Test
  void a_browser_keeps_one_key_for_all_rooms_which_no_script_reads() throws Exception {
    var first = asGuest(guest, named("Ben"));
    var second = asGuest(guest, named("Ben", pass(first)));

    assertThat(first.headers().get("set-cookie"))
        .singleElement()
        .asString()
        .matches(COOKIE + "=[A-Za-z0-9_-]{22}; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax");
    assertThat(second.headers()).doesNotContainKey("set-cookie");
  }

  @Test
  @Tag("OD2")
  void a_banned_guest_does_not_come_back_as_somebody_else_from_the_same_browser() throws Exception {
    var owner = enter(asGuest(new Browser(house), named("Owner")));
    var ticket = asGuest(guest, named("Ben"));
    var ben = enter(ticket);
    ban(owner, member(ticket));
    assertThat(ben.closeCode()).isEqualTo(4106);

    var again = asGuest(guest, named("Another Ben"));
    var elsewhere = house.post("/api/rooms/" + house.room() + "/tickets", named("Ben"));
    var somebodyElse = asGuest(new Browser(house), named("Carla"));
    letBack(owner, member(ticket));

    assertThat(again.status()).isEqualTo(403);
    assertThat(again.problem()).isEqualTo("banned");
    assertThat(elsewhere.status()).isEqualTo(201);
    assertThat(somebodyElse.status()).isEqualTo(201);
    assertThat(asGuest(guest, named("Another Ben")).status()).isEqualTo(201);
  }

  @Test
  @Tag("OD2")
  void a_banned_account_comes_back_from_no_browser_nor_as_a_guest_from_one_it_was_in()
      throws Exception {
    var owner = enter(asGuest(new Browser(house), named("Owner")));
    var phone = new Browser(house);
    phone.signIn(Browser.PASSWORD);
    asAccount(phone, named("Ann"));
    var ticket = asAccount(ann, named("Ann"));
    enter(ticket);
    ban(owner, member(ticket));
    var tablet = new Browser(house);
    tablet.signIn(Browser.PASSWORD);

    assertThat(asAccount(tablet, named("Ann")).problem()).isEqualTo("banned");
    assertThat(asGuest(phone, named("Nobody")).problem()).isEqualTo("banned");
    ann.post("/api/me/rooms/" + room + "/leave", "");
    assertThat(asAccount(ann, named("Ann")).problem()).isEqualTo("banned");
    assertThat(asGuest(tablet, named("Nobody")).status()).isEqualTo(201);
  }

  @Test
  @Tag("A-12")
  void who_is_signed_out_loses_the_connection_and_guests_notice_nothing() throws Exception {
    var mine = enter(asAccount(ann, named("Ann")));
    var ben = enter(asGuest(guest, named("Ben")));

    ann.send("POST /api/me/devices/end", "");

    assertThat(mine.closeCode()).isEqualTo(SIGNED_OUT);
    ben.say("{\"type\":\"say\",\"id\":\"s\",\"seen\":2,\"text\":\"still here\"}");
    assertThat(ben.hear("accepted").path("id").asString()).isEqualTo("s");
  }

  @Test
  @Tag("A-12")
  void who_is_let_in_just_before_the_session_ends_is_sent_away_too() throws Exception {
    var ticket = asAccount(ann, named("Ann"));
    ann.send("POST /api/me/devices/end", "");

    var mine = enter(ticket);

    assertThat(mine.closeCode()).isEqualTo(SIGNED_OUT);
  }

  @Test
  @Tag("A-12")
  void a_companion_goes_with_the_session_of_its_member() throws Exception {
    var mine = asAccount(ann, named("Ann"));
    enter(mine);
    var base = "/api/rooms/" + room + "/companions";
    var bearer = "Authorization: Bearer ";
    var token = house.ask("POST " + base + "/links", bearer + pass(mine)).json().path("token");
    var made = house.post(base, "{\"token\":\"" + token.asString() + "\"}");
    var ticket = house.ask("POST " + base + "/tickets", bearer + pass(made));
    var companion = enter(ticket);

    ann.send("POST /api/me/devices/end", "");

    assertThat(companion.closeCode()).isEqualTo(SIGNED_OUT);
    assertThat(house.ask("POST " + base + "/tickets", bearer + pass(made)).problem())
        .isEqualTo("sign-in-needed");
  }

  @Test
  @Tag("A-13")
  void a_session_that_ends_by_age_ends_the_connection() throws Exception {
    var mine = enter(asAccount(ann, named("Ann")));

    house.advanceMs(Sessions.UNUSED.plus(Duration.ofMillis(1)).toMillis());

    assertThat(mine.closeCode()).isEqualTo(SIGNED_OUT);
  }

  @Test
  @Tag("A-12")
  void a_film_under_way_breaks_off_and_its_address_is_good_no_more() throws Exception {
    var film = house.upload("a.webm", Samples.webm(3_900_000, 1)).json().path("film").asString();
    room = house.room(film);
    var mine = asAccount(ann, named("Ann"));
    var line = enter(mine);
    var address =
        house
            .ask(
                "POST /api/rooms/" + room + "/films/" + film + "/address",
                "Authorization: Bearer " + pass(mine))
            .json()
            .path("url")
            .asString();
    assertThat(house.get(address, "Range: bytes=0-9").status()).isEqualTo(206);
    try (var reader = new RawHttp(house.port())) {
      for (int i = 0; i < 20; i++) {
        reader.head("GET " + address); // more than lies in the buffers between
      }
      reader.awaitAnswer();

      ann.send("POST /api/me/devices/end", "");
      assertThat(line.closeCode()).isEqualTo(SIGNED_OUT);

      assertThat(reader.isCut()).isTrue();
    }
    house.advanceMs(FilmAccess.REMEMBERED.toMillis());
    assertThat(house.get(address).problem()).isEqualTo("address-refused");
  }

  @Test
  void who_is_signed_in_sees_the_rooms_and_gives_a_place_up() throws Exception {
    var before = asAccount(ann, named("Ann"));
    var listed = ann.get("/api/me/rooms").json();
    var exported = ann.get("/api/me/export").json().path("rooms");

    var left = ann.send("POST /api/me/rooms/" + room + "/leave", "");

    assertThat(listed.path("total").asInt()).isEqualTo(1);
    assertThat(listed.path("rooms").get(0).path("room").asString()).isEqualTo(room);
    assertThat(listed.path("rooms").get(0).path("name").asString()).isEqualTo("Ann");
    assertThat(exported).isEqualTo(listed.path("rooms"));
    assertThat(left.status()).isEqualTo(204);
    assertThat(ann.get("/api/me/rooms").json().path("total").asInt()).isZero();
    assertThat(chat(pass(before)).problem()).isEqualTo("sign-in-needed");
    assertThat(member(asAccount(ann, named("Ann")))).isNotEqualTo(member(before));
    assertThat(house.writtenDown().stream().map(Entry::action))
        .containsSubsequence("place.take", "place.leave", "place.take");
  }

  @Test
  void a_deleted_account_leaves_places_that_nobody_has() throws Exception {
    var mine = asAccount(ann, named("Ann"));
    var line = enter(mine);

    ann.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));

    assertThat(line.closeCode()).isEqualTo(SIGNED_OUT);
    assertThat(asGuest(ann, named("Ann", pass(mine))).problem()).isEqualTo("sign-in-needed");
  }

  @Test
  @Tag("A-09")
  void nobody_in_a_room_is_told_the_address_or_the_account_of_another() throws Exception {
    var account = ann.get("/api/me").json();
    var mine = enter(asAccount(ann, named("Ann")));
    var ben = asGuest(guest, named("Ben"));

    var told =
        List.of(
            ben.text(),
            chat(pass(ben)).text(),
            house.get("/api/rooms/" + room).text(),
            house
                .get("/api/rooms/" + room + "/members", "Authorization: Bearer " + pass(ben))
                .text());

    assertThat(told)
        .noneMatch(it -> it.contains(Browser.EMAIL))
        .noneMatch(it -> it.contains(account.path("id").asString()));
    assertThat(mine.socket().isInputClosed()).isFalse();
  }
}
