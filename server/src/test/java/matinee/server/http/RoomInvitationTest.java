package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invitations to a room, as those who make them and those who come by them ask for them.
final class RoomInvitationTest {
  private static final String PASS = "Authorization: Bearer ";
  private static final String GUEST = "{\"standing\":\"GUEST\"}";

  @TempDir private Path data;
  private House house;
  private String room;
  private Guest ann;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    room = house.room();
    ann = house.enter(room);
  }

  @AfterEach
  void close() throws Exception {
    ann.close();
    house.close();
  }

  private String path() {
    return "/api/rooms/" + room + "/invitations";
  }

  private void setDoor(String access) throws Exception {
    ann.send(
        """
        {"type":"setDoor","id":"%s","seen":1,"door":
          {"access":"%s","capacity":20000,"newcomers":"MEMBER","title":"Film night"}}"""
            .formatted(access, access));
    ann.hear("doorChanged");
  }

  private Answer make(String offer) throws Exception {
    return house.post(path(), offer, PASS + ann.pass());
  }

  private String token(String offer) throws Exception {
    return make(offer).json().path("token").asString();
  }

  private Answer look(String token) throws Exception {
    return house.post(path() + "/look", "{\"token\":\"" + token + "\"}");
  }

  private Answer revoke(String id) throws Exception {
    return house.ask("POST " + path() + "/" + id + "/revoke", PASS + ann.pass());
  }

  private static String wanted(String token) {
    return "{\"name\":\"Bob\",\"invitation\":\"" + token + "\"}";
  }

  private Answer come(String token) throws Exception {
    return house.post("/api/rooms/" + room + "/tickets", wanted(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUBLIC", "LINK", "INVITED", "PASSWORD"})
  @Tag("AC2")
  @Tag("AC4")
  void who_is_invited_comes_in_as_what_the_invitation_says(String access) throws Exception {
    var token = token(GUEST);
    setDoor(access.equals("LINK") ? "INVITED" : "LINK");
    if (!access.equals("LINK")) {
      setDoor(access);
    }

    try (var bob = Guest.enter(house, room, wanted(token))) {

      var standing = ann.hear("standingChanged");
      assertThat(standing.path("member").asString()).isEqualTo(bob.member());
      assertThat(standing.path("standing").asString()).isEqualTo("GUEST");
    }
  }

  @Test
  @Tag("AC4")
  void a_ticket_that_is_thrown_away_makes_nobody_more_than_invited() throws Exception {
    var token = token("{\"standing\":\"WATCHER\",\"uses\":1}");
    setDoor("INVITED");
    var pass = come(token).json().path("pass").asString();

    var again = "{\"name\":\"Bob\",\"pass\":\"" + pass + "\"}";
    try (var bob = Guest.enter(house, room, again)) {

      assertThat(ann.hear("standingChanged").path("standing").asString()).isEqualTo("WATCHER");
      assertThat(bob.pass()).isEqualTo(pass);
    }
  }

  @Test
  @Tag("A-10")
  void who_comes_back_costs_none_and_who_is_one_too_many_hears_that() throws Exception {
    var token = token("{\"standing\":\"MEMBER\",\"uses\":1}");
    setDoor("INVITED");
    try (var bob = Guest.enter(house, room, wanted(token))) {
      bob.leave();
      try (var _ = bob.again()) {

        var third = come(token);

        assertThat(third.status()).isEqualTo(403);
        assertThat(third.problem()).isEqualTo("invitation-used-up");
        assertThat(listed().getFirst())
            .containsEntry("used", "1")
            .containsEntry("state", "USED_UP");
      }
    }
  }

  private List<LinkedHashMap<String, String>> listed() throws Exception {
    var all = house.get(path(), PASS + ann.pass()).json().path("invitations");
    return all.valueStream()
        .map(
            it -> {
              var fields = new LinkedHashMap<String, String>();
              it.properties()
                  .forEach(each -> fields.put(each.getKey(), each.getValue().asString()));
              return fields;
            })
        .toList();
  }

  @Test
  @Tag("A-10")
  void what_is_over_taken_back_or_was_never_made_lets_nobody_in() throws Exception {
    setDoor("INVITED");
    var made = make(GUEST).json();
    var revoked = made.path("token").asString();
    var expired = token("{\"standing\":\"GUEST\",\"expiresInSeconds\":60}");
    house.advanceMs(60_000);
    assertThat(revoke(made.path("id").asString()).status()).isEqualTo(204);
    assertThat(revoke(made.path("id").asString()).status()).isEqualTo(204);

    assertThat(List.of(come(revoked), look(revoked)))
        .extracting(Answer::problem)
        .containsOnly("invitation-revoked");
    assertThat(List.of(come(expired), look(expired)))
        .extracting(Answer::problem)
        .containsOnly("invitation-expired");
    assertThat(List.of(come("A".repeat(24)), look("A".repeat(24))))
        .extracting(Answer::problem)
        .containsOnly("invitation-unknown");
  }

  @Test
  @Tag("V-05")
  void who_has_no_invitation_cannot_tell_a_room_from_none() throws Exception {
    setDoor("INVITED");
    var other = house.room();
    var token = token(GUEST);

    var guessed = look("A".repeat(24));
    var elsewhere =
        house.post("/api/rooms/" + other + "/invitations/look", "{\"token\":\"" + token + "\"}");
    var nowhere =
        house.post(
            "/api/rooms/AAAAAAAAAAAAAAAAAAAAAA/invitations/look", "{\"token\":\"" + token + "\"}");
    var good = look(token);

    assertThat(List.of(guessed, elsewhere, nowhere)).extracting(Answer::status).containsOnly(403);
    assertThat(List.of(guessed, elsewhere, nowhere))
        .extracting(Answer::text)
        .containsOnly(guessed.text());
    assertThat(good.text()).isEqualTo("{\"standing\":\"GUEST\",\"name\":\"Film night\"}");
  }

  @Test
  @Tag("A-09")
  void nobody_says_as_what_to_be_let_in_or_comes_by_an_invitation_to_another_room()
      throws Exception {
    var token = token(GUEST);
    var tickets = "/api/rooms/" + room + "/tickets";
    var other = "/api/rooms/" + house.room() + "/tickets";

    for (var role : List.of("role", "standing", "host", "member")) {
      var claimed = house.post(tickets, "{\"name\":\"Bob\",\"" + role + "\":\"OWNER\"}");
      assertThat(claimed.problem()).as(role).isEqualTo("invalid-field");
    }
    for (var standing : List.of("OWNER", "HOST", "member", "")) {
      assertThat(make("{\"standing\":\"" + standing + "\"}").problem()).isEqualTo("invalid-field");
    }
    assertThat(house.post(other, wanted(token)).problem()).isEqualTo("invitation-unknown");
  }

  @Test
  @Tag("A-09")
  void only_host_and_owner_invite_see_invitations_and_take_them_back() throws Exception {
    var id = make(GUEST).json().path("id").asString();
    try (var bob = house.enter(room)) {
      var pass = PASS + bob.pass();

      var answers =
          List.of(
              house.post(path(), GUEST, pass),
              house.get(path(), pass),
              house.ask("POST " + path() + "/" + id + "/revoke", pass));

      assertThat(answers).extracting(Answer::status).containsOnly(403);
      assertThat(answers).extracting(Answer::problem).containsOnly("not-host");
      ann.send(
          "{\"type\":\"handOver\",\"id\":\"h\",\"seen\":1,\"member\":\"" + bob.member() + "\"}");
      ann.hear("hostChanged");
      assertThat(house.post(path(), GUEST, pass).status()).isEqualTo(201);
    }
  }

  @Test
  @Tag("A-03")
  void a_token_of_one_kind_is_none_of_another() throws Exception {
    setDoor("INVITED");
    var browser = new Browser(house);
    browser.register();
    browser.signIn(Browser.PASSWORD);
    var others = new LinkedHashMap<String, String>();
    others.put("pass", ann.pass());
    var again = "{\"name\":\"Ann\",\"pass\":\"" + ann.pass() + "\"}";
    var ticket = house.post("/api/rooms/" + room + "/tickets", again).json();
    others.put("ticket", ticket.path("ticket").asString());
    others.put("access token", browser.access());
    browser.cookies().forEach(others::put);
    others.put("new password", house.letters().resetToken(Browser.EMAIL));
    others.put("confirmation", house.letters().confirmationToken(browser.access()));
    var link = house.ask("POST /api/rooms/" + room + "/companions/links", PASS + ann.pass());
    others.put("companion", link.json().path("token").asString());

    for (var other : others.entrySet()) {
      assertThat(List.of(come(other.getValue()), look(other.getValue())))
          .as(other.getKey())
          .extracting(Answer::problem)
          .containsOnly("invitation-unknown");
    }

    assertThat(shownAsEachOther(token(GUEST), browser)).allMatch(it -> it.status() >= 400);
  }

  /// What comes of it when an invitation is shown where each other kind of token belongs.
  private List<Answer> shownAsEachOther(String token, Browser browser) throws Exception {
    var body = "{\"token\":\"" + token + "\"}";
    var reset = "{\"token\":\"" + token + "\",\"password\":\"another horse\"}";
    var pass = "{\"name\":\"Bob\",\"pass\":\"" + token + "\"}";
    return List.of(
        house.post("/api/rooms/" + room + "/tickets", pass),
        house.get(path(), PASS + token),
        house.get("/api/me", PASS + token),
        house.get("/sync?ticket=" + token),
        house.post("/api/rooms/" + room + "/companions", body),
        house.post("/api/accounts/reset", reset),
        browser.send("POST /api/accounts/confirm", body),
        house.post("/api/sessions/refresh", "{}", "Cookie: " + cookieName(browser) + "=" + token));
  }

  private static String cookieName(Browser browser) {
    return browser.cookies().keySet().iterator().next();
  }

  @Test
  @Tag("OD2")
  void who_is_banned_does_not_come_back_by_an_invitation() throws Exception {
    var token = token(GUEST);
    var browser = new Browser(house);
    var tickets = "/api/rooms/" + room + "/tickets";
    var ticket = browser.post(tickets, "{\"name\":\"Bob\"}").json();
    try (var _ = Guest.with(house, room, ticket)) {
      ann.send(
          "{\"type\":\"ban\",\"id\":\"b\",\"seen\":1,\"member\":" + ticket.path("member") + "}");
      ann.hear("banned");

      var back = browser.post(tickets, wanted(token));

      assertThat(back.problem()).isEqualTo("banned");
      assertThat(listed().getFirst()).containsEntry("used", "0");
    }
  }

  @Test
  @Tag("AC7")
  void no_invitation_leads_into_a_closed_room() throws Exception {
    var token = token("{\"standing\":\"GUEST\",\"uses\":1}");
    ann.send("{\"type\":\"closeRoom\",\"id\":\"c\",\"seen\":1}");
    ann.hear("closed");

    assertThat(List.of(come(token), look(token)))
        .extracting(Answer::problem)
        .containsOnly("room-closed");
  }

  @Test
  void what_is_made_and_taken_back_is_written_down_without_the_token() throws Exception {
    var made = make("{\"standing\":\"GUEST\",\"label\":\" For Ben \",\"uses\":2}").json();
    revoke(made.path("id").asString());

    assertThat(house.writtenDown())
        .extracting(Entry::action)
        .containsExactly("invitation.make", "invitation.revoke");
    assertThat(house.writtenDown()).extracting(Entry::target).containsOnly(room);
    assertThat(house.writtenDown().toString())
        .contains("For Ben")
        .doesNotContain(made.path("token").asString());
    assertThat(made.path("label").asString()).isEqualTo("For Ben");
  }
}
