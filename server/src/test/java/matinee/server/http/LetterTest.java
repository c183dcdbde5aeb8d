package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters to people who have accounts, and what their links do, over HTTP and SMTP.
final class LetterTest {
  private static final String BASE = "https://films.example.org";
  private static final String FORGOTTEN = "/api/accounts/forgotten";
  private static final String TOKEN = "[A-Za-z0-9_-]{22}\\.[0-9]{10}\\.[A-Za-z0-9_-]{43}";
  private static final String NEW = "battery staple";

  @TempDir private Path data;
  private Postbox post;
  private House house;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create(BASE + "/")));
    browser = new Browser(house);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
  }

  private static String token(String token) {
    return "{\"token\":\"%s\"}".formatted(token);
  }

  private static String choice(String token, String password) {
    return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password);
  }

  private static String email(String email) {
    return "{\"email\":\"%s\"}".formatted(email);
  }

  private boolean isConfirmed() throws Exception {
    return browser.get("/api/me").json().path("confirmed").asBoolean();
  }

  @Test
  void who_registers_gets_a_letter_whose_link_confirms_the_address() throws Exception {
    assertThat(browser.register().status()).isEqualTo(202);
    var letter = post.letter(1);
    browser.signIn(Browser.PASSWORD);
    var before = isConfirmed();

    var stranger = house.post("/api/accounts/confirm", token(letter.token()));
    var first = browser.send("POST /api/accounts/confirm", token(letter.token()));
    var second = browser.send("POST /api/accounts/confirm", token(letter.token()));

    assertThat(stranger.problem()).isEqualTo("not-signed-in");
    assertThat(letter.to()).isEqualTo(Browser.EMAIL);
    assertThat(letter.subject()).isEqualTo("Confirm your e-mail address");
    assertThat(letter.link()).matches(BASE + "/confirm#token=" + TOKEN);
    assertThat(List.of(first.status(), second.status())).containsOnly(204);
    assertThat(List.of(before, isConfirmed())).containsExactly(false, true);
    assertThat(browser.send("POST /api/me/confirm", "{}").status()).isEqualTo(204);
  }

  @Test
  void who_has_forgotten_the_password_chooses_a_new_one_by_a_letter() throws Exception {
    browser.register();
    browser.signIn(Browser.PASSWORD);
    post.letter(1);
    var stranger = new Browser(house);
    for (int i = 0; i < 10; i++) {
      stranger.signIn("guess number " + i);
    }

    assertThat(house.post(FORGOTTEN, email("ANN@example.org")).status()).isEqualTo(202);
    var letter = post.letter(2);
    var choice = choice(letter.token(), NEW);
    var first = house.post("/api/accounts/reset", choice);
    var second = house.post("/api/accounts/reset", choice);

    assertThat(letter.to()).isEqualTo(Browser.EMAIL);
    assertThat(letter.subject()).isEqualTo("Choose a new password");
    assertThat(letter.link()).matches(BASE + "/reset#token=" + TOKEN);
    assertThat(List.of(first.status(), second.status())).containsExactly(204, 400);
    assertThat(second.problem()).isEqualTo("link-over");
    assertThat(browser.refresh().status()).isEqualTo(401);
    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(stranger.signIn(Browser.PASSWORD).status()).isEqualTo(401);
    assertThat(browser.signIn(NEW).status()).isEqualTo(200);
    assertThat(isConfirmed()).isTrue();
  }

  @Test
  void letters_are_in_the_language_of_who_gets_them() throws Exception {
    browser.post(
        "/api/accounts",
        "{\"email\":\"a@example.org\",\"password\":\"12345678\",\"name\":\"A\u2028B\",\"language\":\"de\"}");

    assertThat(post.letter(1).subject()).isEqualTo("Bestätige deine E-Mail-Adresse");
  }

  @Test
  @Tag("A-07")
  void what_somebody_has_is_told_by_letters_and_not_by_answers() throws Exception {
    var fresh = browser.register();
    post.letter(1);
    var known = browser.register();
    var reset = post.letter(2);
    var nobody = house.post(FORGOTTEN, email("nobody@example.org"));
    var noMail = house.post(FORGOTTEN, email("ann@exam_ple"));
    var somebody = house.post(FORGOTTEN, email(Browser.EMAIL));
    var last = post.letter(3);

    for (var answer : List.of(fresh, known, nobody, noMail, somebody)) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.text()).isEqualTo("{}");
      assertThat(answer.headers().keySet()).isEqualTo(fresh.headers().keySet());
    }
    assertThat(reset.link()).matches(BASE + "/reset#token=" + TOKEN);
    assertThat(last.to()).isEqualTo(Browser.EMAIL);
    assertThat(post.letters()).isEqualTo(3);
  }

  @Test
  void who_is_sent_too_many_gets_no_more_and_nobody_is_told() throws Exception {
    browser.register();
    for (int i = 0; i < 5; i++) {
      house.post(FORGOTTEN, email(Browser.EMAIL));
    }

    var answer = house.post(FORGOTTEN, email(Browser.EMAIL));

    post.letter(6);
    assertThat(answer.status()).isEqualTo(202);
    browser.signIn(Browser.PASSWORD);
    assertThat(browser.send("POST /api/me/confirm", "{}").status()).isEqualTo(202);
    assertThat(post.letter(7).subject()).isEqualTo("Confirm your e-mail address");
  }

  @Test
  @Tag("A-03")
  void a_link_is_good_for_its_own_page_only() throws Exception {
    browser.register();
    var confirmation = post.letter(1).token();
    house.post(FORGOTTEN, email(Browser.EMAIL));
    var reset = post.letter(2).token();
    browser.signIn(Browser.PASSWORD);
    var wrong =
        List.of(
            browser.send("POST /api/accounts/confirm", token(reset)),
            browser.send("POST /api/accounts/confirm", token(browser.access())),
            browser.send("POST /api/accounts/confirm", token("")),
            house.post("/api/accounts/reset", choice(confirmation, NEW)),
            house.post("/api/accounts/reset", choice(browser.access(), NEW)));

    for (var answer : wrong) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).isEqualTo(wrong.getFirst().text());
      assertThat(answer.problem()).isEqualTo("link-over");
    }
    for (var token : List.of(confirmation, reset)) {
      assertThat(house.get("/api/me", "Authorization: Bearer " + token).status()).isEqualTo(401);
      var cookie = "Cookie: matinee-session=" + token;
      assertThat(house.post("/api/sessions/refresh", "{}", cookie).status()).isEqualTo(401);
    }
    assertThat(isConfirmed()).isFalse();
  }

  @Test
  void a_new_password_keeps_the_rules_and_a_link_outlives_one_that_does_not() throws Exception {
    browser.register();
    house.post(FORGOTTEN, email(Browser.EMAIL));
    post.letter(2);
    var token = house.letters().resetToken(Browser.EMAIL);

    var tooShort = house.post("/api/accounts/reset", choice(token, "short"));

    assertThat(tooShort.status()).isEqualTo(400);
    assertThat(tooShort.json().path("field").asString()).isEqualTo("password");
    assertThat(house.post("/api/accounts/reset", choice(token, NEW)).status()).isEqualTo(204);
  }

  @Test
  void without_a_mail_server_who_wants_a_letter_is_told_whom_to_ask(@TempDir Path folder)
      throws Exception {
    try (var silent = new House(folder)) {
      var ann = new Browser(silent);
      assertThat(ann.register().status()).isEqualTo(202);
      ann.signIn(Browser.PASSWORD);
      for (var answer :
          List.of(
              silent.post(FORGOTTEN, email(Browser.EMAIL)),
              silent.post(FORGOTTEN, email("nobody@example.org")),
              ann.send("POST /api/me/email", "{\"email\":\"a@example.org\",\"password\":\"a\"}"),
              ann.send("POST /api/me/confirm", "{}"))) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("no-mail");
      }
    }
  }
}
