package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import matinee.server.accounts.Occupied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts as browsers see them, over HTTP to a running server.
final class PassportTest {
  private static final String SESSION = "matinee-session";
  private static final String MARK = "matinee-device";
  private static final String NOBODY = "nobody@example.org";
  private static final String SECURE_ORIGIN = "https://films.example.org";

  @TempDir private Path data;
  private House house;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    house = new House(data, List.of(URI.create(SECURE_ORIGIN)), Set.of());
    browser = new Browser(house);
    browser.register();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static List<String> cookiesSet(Answer answer) {
    return answer.headers().getOrDefault("set-cookie", List.of());
  }

  /// The current session's device of `of`.
  private static String device(Browser of) throws Exception {
    for (var device : of.get("/api/me/devices").json().path("devices")) {
      if (device.path("current").asBoolean()) {
        return device.path("id").asString();
      }
    }
    throw new AssertionError("no device is the current one");
  }

  @Test
  void who_signs_in_is_told_who_they_are_and_gets_cookies_that_no_script_reads() throws Exception {
    var answer = browser.signIn(Browser.PASSWORD);

    var account = answer.json().path("account");
    assertThat(account.path("email").asString()).isEqualTo(Browser.EMAIL);
    assertThat(account.path("name").asString()).isEqualTo("Ann");
    assertThat(account.path("confirmed").asBoolean()).isFalse();
    assertThat(Instant.parse(account.path("createdAt").asString())).isBefore(Instant.MAX);
    assertThat(answer.json().path("expiresInS").asInt()).isEqualTo(600);
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(cookiesSet(answer)).hasSize(2);
    assertThat(cookiesSet(answer).getFirst())
        .matches(
            "matinee-session=[A-Za-z0-9_-]{43}; Max-Age=5184000; Path=/; HttpOnly; SameSite=Strict");
    assertThat(cookiesSet(answer).getLast())
        .matches(
            "matinee-device=[A-Za-z0-9_.-]+; Max-Age=34560000; Path=/; HttpOnly; SameSite=Strict");
    assertThat(browser.get("/api/me").json()).isEqualTo(account);
  }

  @Test
  void over_https_the_cookies_are_secure_and_others_are_not_read() throws Exception {
    var secure = new Browser(house, SECURE_ORIGIN);

    var answer = secure.signIn(Browser.PASSWORD);

    assertThat(cookiesSet(answer)).allMatch(it -> it.startsWith("__Host-matinee-"));
    assertThat(cookiesSet(answer)).allMatch(it -> it.endsWith("; Secure"));
    assertThat(secure.refresh().status()).isEqualTo(200);
    secure.cookies().put(SESSION, secure.cookies().remove("__Host-" + SESSION));
    assertThat(secure.refresh().status()).isEqualTo(401);
  }

  @Test
  void anybody_can_verify_an_access_token_by_the_public_keys() throws Exception {
    browser.signIn(Browser.PASSWORD);

    var keys = JWKSet.parse(house.get("/.well-known/jwks.json").text());

    var token = SignedJWT.parse(browser.access());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
  }

  @Test
  void a_session_goes_on_by_its_cookie_until_it_is_ended() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var first = browser.cookies().get(SESSION);
    house.advanceMs(Duration.ofMinutes(11).toMillis());

    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(browser.refresh().status()).isEqualTo(200);
    assertThat(browser.cookies().get(SESSION)).isNotEqualTo(first);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);

    var end = browser.post("/api/sessions/end", "{}");

    assertThat(end.status()).isEqualTo(204);
    assertThat(browser.cookies()).containsOnlyKeys(MARK);
    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(browser.refresh().problem()).isEqualTo("signed-out");
    assertThat(browser.post("/api/sessions/end", "{}").status()).isEqualTo(204);
  }

  @Test
  void who_signs_in_again_in_a_browser_leaves_no_device_behind() throws Exception {
    browser.signIn(Browser.PASSWORD);
    browser.signIn(Browser.PASSWORD);

    assertThat(browser.get("/api/me/devices").json().path("devices").size()).isEqualTo(1);
  }

  @Test
  void a_page_of_another_site_can_do_nothing() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var bearer = browser.bearer();
    var cookie = "Cookie: " + SESSION + "=" + browser.cookies().get(SESSION);
    for (var head : List.of("Origin: https://evil.example", "Sec-Fetch-Site: cross-site")) {
      for (var line :
          List.of(
              "POST /api/accounts",
              "POST /api/sessions",
              "POST /api/sessions/refresh",
              "POST /api/sessions/end",
              "PATCH /api/me",
              "POST /api/me/password",
              "POST /api/me/delete",
              "POST /api/me/devices/end",
              "POST /api/me/devices/a/end")) {
        var answer = house.send(line, "{}", bearer, cookie, head);

        assertThat(answer.status()).as(line).isEqualTo(403);
        assertThat(answer.problem()).as(line).isEqualTo("foreign-page");
      }
    }
    assertThat(browser.refresh().status()).isEqualTo(200);
  }

  @Test
  @Tag("A-07")
  void nobody_can_tell_who_has_an_account() throws Exception {
    var known = browser.register();
    var unknown = browser.post("/api/accounts", Browser.account(NOBODY, "Nobody"));
    var wrong = house.post("/api/sessions", Browser.login(Browser.EMAIL, "wrong password"));
    var nobody = house.post("/api/sessions", Browser.login("no@example.org", "wrong password"));

    assertThat(List.of(known.status(), unknown.status())).containsOnly(202);
    assertThat(known.text()).isEqualTo(unknown.text()).isEqualTo("{}");
    assertThat(List.of(wrong.status(), nobody.status())).containsOnly(401);
    assertThat(wrong.text()).isEqualTo(nobody.text());
    assertThat(wrong.problem()).isEqualTo("sign-in-refused");
    assertThat(wrong.headers().keySet()).isEqualTo(nobody.headers().keySet());
  }

  @Test
  @Tag("A-07")
  void nor_by_a_password_that_nobody_can_have() throws Exception {
    var tooLong = "x".repeat(73);

    var known = house.post("/api/sessions", Browser.login(Browser.EMAIL, tooLong));
    var unknown = house.post("/api/sessions", Browser.login(NOBODY, tooLong));

    assertThat(List.of(known.status(), unknown.status())).containsOnly(401);
    assertThat(known.text()).isEqualTo(unknown.text());
  }

  @Test
  @Tag("A-03")
  void what_is_good_for_one_thing_is_good_for_nothing_else() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var room = house.room();
    try (var guest = house.enter(room)) {
      var tokens = new ArrayList<>(browser.cookies().values());
      tokens.add(guest.pass());

      for (var token : tokens) {
        var me = house.get("/api/me", "Authorization: Bearer " + token);
        assertThat(me.status()).as(token).isEqualTo(401);
      }
      for (var token : List.of(browser.access(), browser.cookies().get(MARK), guest.pass())) {
        var cookie = "Cookie: " + SESSION + "=" + token;
        var refresh = house.post("/api/sessions/refresh", "{}", cookie);
        assertThat(refresh.status()).as(token).isEqualTo(401);
      }
      for (var token : List.of(browser.access(), browser.cookies().get(SESSION))) {
        var chat = house.get("/api/rooms/" + room + "/chat", "Authorization: Bearer " + token);
        assertThat(chat.status()).as(token).isEqualTo(403);
      }
    }
  }

  @Test
  @Tag("A-08")
  void who_guesses_is_stopped_and_the_owner_is_not() throws Exception {
    browser.signIn(Browser.PASSWORD);
    browser.post("/api/sessions/end", "{}");
    var stranger = new Browser(house);
    var answers = new LinkedHashSet<Integer>();
    for (int i = 0; i < 10; i++) {
      answers.add(stranger.signIn("guess number " + i).status());
    }

    var stopped = stranger.signIn(Browser.PASSWORD);

    assertThat(answers).containsExactly(401);
    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.problem()).isEqualTo("too-many-tries");
    assertThat(stopped.header("Retry-After")).get().asString().matches("(89[0-9]|900)");
    assertThat(browser.signIn(Browser.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void when_too_many_sign_in_at_once_the_next_is_told_when_to_come_and_the_rest_goes_on()
      throws Exception {
    try (var _ = new Occupied(house.passwords())) {
      for (int i = 0; i < 12; i++) {
        var answer = browser.signIn(Browser.PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("too-many-sign-ins");
        assertThat(answer.header("Retry-After")).hasValue("5");
      }
      assertThat(browser.register().status()).isEqualTo(429);
      assertThat(house.post("/api/rooms", "{}").status()).isEqualTo(201);
    }
    assertThat(browser.signIn(Browser.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_device_that_was_ended_elsewhere_is_out_at_once() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var telephone = new Browser(house);
    telephone.signIn(Browser.PASSWORD);

    browser.send("POST /api/me/devices/" + device(telephone) + "/end", "{}");

    for (var line : List.of("/api/me", "/api/me/devices", "/api/me/export")) {
      assertThat(telephone.get(line).problem()).isEqualTo("not-signed-in");
    }
    assertThat(telephone.refresh().problem()).isEqualTo("signed-out");
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void signed_out_everywhere_this_one_is_out_too() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var telephone = new Browser(house);
    telephone.signIn(Browser.PASSWORD);

    assertThat(browser.send("POST /api/me/devices/end", "{}").status()).isEqualTo(204);

    assertThat(List.of(browser.refresh().status(), telephone.refresh().status())).containsOnly(401);
  }

  @Test
  void what_somebody_tells_of_themselves_is_kept_and_the_rest_stays() throws Exception {
    browser.signIn(Browser.PASSWORD);

    browser.send("PATCH /api/me", "{\"language\":\"de\",\"timeZone\":\"Europe/Berlin\"}");
    browser.send("PATCH /api/me", "{\"name\":\" Änne \"}");

    var me = browser.get("/api/me").json();
    assertThat(List.of("name", "language", "timeZone"))
        .map(field -> me.path(field).asString())
        .containsExactly("Änne", "de", "Europe/Berlin");
  }

  @Test
  void what_is_not_as_it_must_be_is_told_by_its_field() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var long40 = "x".repeat(41);
    var wrong =
        List.of(
            "POST /api/accounts {\"email\":\"a\",\"password\":\"12345678\",\"name\":\"A\"} email",
            "POST /api/accounts {\"email\":\"a@b\",\"password\":\"1234567\",\"name\":\"A\"} password",
            "POST /api/accounts {\"email\":\"a@b\",\"password\":\"%s\",\"name\":\"A\"} password"
                .formatted("x".repeat(73)),
            "POST /api/accounts {\"email\":\"a@b\",\"password\":\"1234567\\u0000\",\"name\":\"A\"} password",
            "POST /api/accounts {\"email\":\"a@b\",\"password\":\"12345678\",\"name\":\"\"} name",
            "POST /api/sessions {\"email\":\"a@b\",\"password\":7} password",
            "POST /api/sessions {\"email\":\"a@b\",\"password\":\"a\",\"device\":\"%s\"} device"
                .formatted("x".repeat(81)),
            "POST /api/sessions/refresh {\"token\":\"a\"} token",
            "PATCH /api/me {\"name\":\"%s\"} name".formatted(long40),
            "PATCH /api/me {\"language\":\"fr\"} language",
            "PATCH /api/me {\"timeZone\":\"Mars/Base\"} timeZone",
            "PATCH /api/me {\"timeZone\":\"+02:00\"} timeZone",
            "PATCH /api/me {\"email\":\"b@c\"} email",
            "POST /api/me/password {\"current\":\"a\",\"password\":\"short\"} password",
            "POST /api/me/delete {} password");
    for (var one : wrong) {
      int json = one.indexOf('{');
      int field = one.lastIndexOf(' ');
      var answer = browser.send(one.substring(0, json - 1), one.substring(json, field));

      assertThat(answer.status()).as(one).isEqualTo(400);
      assertThat(answer.json().path("field").asString())
          .as(one)
          .isEqualTo(one.substring(field + 1));
    }
  }

  @Test
  void a_new_password_is_for_who_knows_the_current_one() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var telephone = new Browser(house);
    telephone.signIn(Browser.PASSWORD);
    var change = "{\"current\":\"%s\",\"password\":\"a new password\"}";

    var wrong = browser.send("POST /api/me/password", change.formatted("wrong password"));
    var right = browser.send("POST /api/me/password", change.formatted(Browser.PASSWORD));

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.problem()).isEqualTo("password-refused");
    assertThat(right.status()).isEqualTo(204);
    assertThat(browser.refresh().status()).isEqualTo(200);
    assertThat(telephone.refresh().status()).isEqualTo(401);
    assertThat(telephone.signIn(Browser.PASSWORD).status()).isEqualTo(401);
    assertThat(telephone.signIn("a new password").status()).isEqualTo(200);
  }

  @Test
  void what_is_kept_can_be_taken_home() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var me = browser.get("/api/me").json();

    var answer = browser.get("/api/me/export");

    assertThat(answer.header("Content-Disposition"))
        .hasValue("attachment; filename=\"matinee-account.json\"");
    assertThat(answer.json().path("account")).isEqualTo(me);
    assertThat(answer.json().path("devices").path(0).path("name").asString())
        .isEqualTo("Firefox on Linux");
    assertThat(answer.text()).doesNotContain("$2b$").doesNotContain("hash");
  }

  @Test
  void a_deleted_account_is_gone() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var delete = "{\"password\":\"%s\"}";

    var wrong = browser.send("POST /api/me/delete", delete.formatted("wrong password"));
    var right = browser.send("POST /api/me/delete", delete.formatted(Browser.PASSWORD));

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(right.status()).isEqualTo(204);
    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(browser.refresh().status()).isEqualTo(401);
    assertThat(browser.signIn(Browser.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  @Tag("A-02")
  void whatever_is_wrong_with_an_access_token_the_answer_is_the_same() throws Exception {
    browser.signIn(Browser.PASSWORD);
    var good = browser.access();
    var answers = new LinkedHashSet<String>();
    for (var bad :
        List.of(
            "",
            "Authorization: Bearer",
            "Authorization: Bearer ..",
            "Authorization: Bearer " + good.substring(1),
            "Authorization: Bearer " + good + "." + good,
            "Authorization: Bearer " + "a".repeat(3_000),
            "Authorization: Basic " + good)) {
      var head = bad.isEmpty() ? new String[0] : new String[] {bad};
      var answer = house.get("/api/me", head);
      answers.add(answer.status() + " " + answer.header("WWW-Authenticate") + answer.text());
    }

    assertThat(answers).hasSize(1);
    assertThat(answers.getFirst()).startsWith("401 Optional[Bearer]{");
  }
}
