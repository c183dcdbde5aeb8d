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

/// Another address for an account, over HTTP and SMTP.
final class EmailTest {
  private static final String BASE = "https://films.example.org";
  private static final String NEW = "anna@example.org";
  private static final String TOKEN = "[A-Za-z0-9_-]{22}\\.[0-9]{10}\\.[A-Za-z0-9_-]{43}";

  @TempDir private Path data;
  private Postbox post;
  private House house;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create(BASE + "/")));
    browser = new Browser(house);
    browser.register();
    browser.signIn(Browser.PASSWORD);
    post.letter(1);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    post.close();
  }

  private Answer want(String email) throws Exception {
    return browser.send(
        "POST /api/me/email",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Browser.PASSWORD));
  }

  private static String token(Postbox.Arrived letter) {
    return "{\"token\":\"%s\"}".formatted(letter.token());
  }

  private String email() throws Exception {
    return browser.get("/api/me").json().path("email").asString();
  }

  @Test
  void a_new_address_is_confirmed_by_a_letter_and_undone_by_one_to_the_old() throws Exception {
    var wanted = want(NEW);
    var notice = post.letterTo(Browser.EMAIL, 3);
    var letter = post.letterTo(NEW, 3);
    var before = email();
    var stranger = house.post("/api/me/email/confirm", token(letter));
    var confirmed = browser.send("POST /api/me/email/confirm", token(letter));
    var again = browser.send("POST /api/me/email/confirm", token(letter));
    var after = email();
    var undone = house.post("/api/accounts/email/undo", token(notice));

    assertThat(wanted.status()).isEqualTo(202);
    assertThat(wanted.text()).isEqualTo("{}");
    assertThat(notice.subject()).isEqualTo("Your account is to have another e-mail address");
    assertThat(letter.subject()).isEqualTo("Confirm your new e-mail address");
    assertThat(notice.link()).matches(BASE + "/address-back#token=" + TOKEN);
    assertThat(letter.link()).matches(BASE + "/new-address#token=" + TOKEN);
    assertThat(stranger.problem()).isEqualTo("not-signed-in");
    assertThat(List.of(confirmed.status(), undone.status())).containsOnly(204);
    assertThat(again.problem()).isEqualTo("link-over");
    assertThat(List.of(before, after)).containsExactly(Browser.EMAIL, NEW);
    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(house.post("/api/accounts/email/undo", token(notice)).problem())
        .isEqualTo("link-over");
    assertThat(browser.signIn(Browser.PASSWORD).status()).isEqualTo(200);
    assertThat(email()).isEqualTo(Browser.EMAIL);
  }

  @Test
  @Tag("A-07")
  void that_somebody_has_an_address_its_owner_alone_is_told() throws Exception {
    Browser.of(house, "ben@example.org", "Ben");
    post.letter(2);

    var free = want(NEW);
    post.letter(4);
    var taken = want("BEN@example.org");
    var letter = post.letterTo("BEN@example.org", 6);

    assertThat(taken.status()).isEqualTo(free.status());
    assertThat(taken.text()).isEqualTo(free.text());
    assertThat(taken.headers().keySet()).isEqualTo(free.headers().keySet());
    assertThat(letter.subject()).isEqualTo("You have an account with this e-mail address");
    assertThat(letter.link()).isEqualTo(BASE + "/sign-in");
  }

  @Test
  void who_waits_for_a_new_address_sees_it_has_its_letter_sent_again_and_takes_it_back()
      throws Exception {
    want("Anna@example.org");
    var waiting = browser.get("/api/me/email").json().path("waiting");
    var stranger = house.get("/api/me/email");
    var again = browser.send("POST /api/me/email/again", "{}");
    var letter = post.letterTo("Anna@example.org", 4);
    var withdrawn = browser.send("POST /api/me/email/withdraw", "{}");
    var nothing = browser.send("POST /api/me/email/again", "{}");

    assertThat(waiting.path("email").asString()).isEqualTo("Anna@example.org");
    assertThat(stranger.problem()).isEqualTo("not-signed-in");
    assertThat(List.of(again.status(), withdrawn.status(), nothing.status()))
        .containsExactly(202, 204, 204);
    assertThat(browser.get("/api/me/email").text()).isEqualTo("{}");
    assertThat(browser.send("POST /api/me/email/confirm", token(letter)).problem())
        .isEqualTo("link-over");
  }

  @Test
  void what_cannot_be_is_refused_with_what_to_do() throws Exception {
    var own = want("ANN@example.org");
    var none = want("anna");
    var wrong =
        browser.send(
            "POST /api/me/email", "{\"email\":\"%s\",\"password\":\"wrong\"}".formatted(NEW));

    for (var answer : List.of(own, none)) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("field").asString()).isEqualTo("email");
    }
    assertThat(wrong.problem()).isEqualTo("password-refused");
    assertThat(post.letters()).isEqualTo(1);
  }
}
