package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Invitations by letter, from whoever invites through a mail server to whoever comes.
final class InvitationLetterTest {
  private static final String BASE = "https://films.example.org";
  private static final String PASS = "Authorization: Bearer ";
  private static final String BEN = "ben@example.org";

  /// Of the confirmation, when somebody registers.
  private static final int LETTERS_BEFORE = 1;

  @TempDir private Path data;
  private Postbox post;
  private House house;
  private String room;
  private Browser browser;
  private Guest ann;

  @BeforeEach
  void open() throws Exception {
    post = new Postbox();
    house = new House(data, post.settings(), List.of(URI.create(BASE)));
    room = house.room();
    browser = Browser.confirmed(house, Browser.EMAIL, "Ann");
    post.letter(LETTERS_BEFORE);
    ann = Guest.enter(house, room, browser);
  }

  @AfterEach
  void close() throws Exception {
    ann.close();
    house.close();
    post.close();
  }

  private String path() {
    return "/api/rooms/" + room + "/invitations";
  }

  private static String wanted(String note, String... to) {
    var json = JsonNodeFactory.instance.objectNode().put("standing", "GUEST").put("note", note);
    Arrays.stream(to).forEach(json.putArray("to")::add);
    return json.toString();
  }

  private Answer send(String note, String... to) throws Exception {
    return house.post(path() + "/letters", wanted(note, to), PASS + ann.pass());
  }

  private JsonNode listed() throws Exception {
    return house.get(path(), PASS + ann.pass()).json().path("invitations").path(0);
  }

  private MimeMessage letter() throws Exception {
    return post.message(LETTERS_BEFORE + 1);
  }

  private static String plain(MimeMessage letter) throws Exception {
    return (String) ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent();
  }

  private static String html(MimeMessage letter) throws Exception {
    return (String) ((MimeMultipart) letter.getContent()).getBodyPart(1).getContent();
  }

  private Answer come(String token, String name) throws Exception {
    var json = "{\"name\":\"%s\",\"invitation\":\"%s\"}".formatted(name, token);
    return house.post("/api/rooms/" + room + "/tickets", json);
  }

  private Answer decline(String token) throws Exception {
    return house.post(path() + "/decline", "{\"token\":\"" + token + "\"}");
  }

  @Test
  @Tag("AC2")
  void who_gets_a_letter_comes_by_its_link_and_whoever_invited_sees_that() throws Exception {
    var sent = send("Bring popcorn", BEN).json().path("invitations").path(0);
    var arrived = post.letter(LETTERS_BEFORE + 1);
    await().atMost(Duration.ofMinutes(1)).until(() -> letterOf(listed()).equals("SENT"));

    var before = listed();
    var came = come(arrived.token(), "Ben");
    var second = come(arrived.token(), "Eve");

    assertThat(arrived.to()).isEqualTo(BEN);
    assertThat(arrived.subject()).isEqualTo("Ann invites you to watch together");
    assertThat(arrived.link()).startsWith(BASE + "/r/" + room + "#invitation=");
    assertThat(plain(letter())).contains("> Bring popcorn");
    assertThat(sent.has("token")).isFalse();
    assertThat(before.path("state").asString()).isEqualTo("OPEN");
    assertThat(List.of(came.status(), second.status())).containsExactly(201, 403);
    assertThat(listed().path("guest").asString()).isEqualTo("Ben");
    assertThat(listed().path("state").asString()).isEqualTo("USED_UP");
    assertThat(listed().path("to").asString()).isEqualTo(BEN);
  }

  private static String letterOf(JsonNode invitation) {
    return invitation.path("letter").asString();
  }

  @Test
  void who_does_not_come_says_so_and_may_be_asked_again() throws Exception {
    send("", BEN);
    var token = post.letter(LETTERS_BEFORE + 1).token();

    var look = house.post(path() + "/look", "{\"token\":\"" + token + "\"}").json();
    assertThat(decline(token).status()).isEqualTo(204);

    assertThat(look.path("declinable").asBoolean()).isTrue();
    assertThat(listed().path("state").asString()).isEqualTo("DECLINED");
    assertThat(List.of(decline(token), come(token, "Ben")))
        .extracting(Answer::problem)
        .containsOnly("invitation-declined");
    var line = "POST " + path() + "/" + listed().path("id").asString() + "/letters";
    assertThat(house.ask(line, PASS + ann.pass()).status()).isEqualTo(201);
    var again = post.letter(LETTERS_BEFORE + 2).token();
    assertThat(come(token, "Ben").problem()).isEqualTo("invitation-unknown");
    assertThat(come(again, "Ben").status()).isEqualTo(201);
    assertThat(house.ask(line, PASS + ann.pass()).problem()).isEqualTo("invitation-accepted");
  }

  @Test
  void each_address_gets_one_letter_however_often_it_is_written() throws Exception {
    var sent = send("", BEN, " BEN@example.org ", "eve@example.org", BEN).json();

    post.letter(LETTERS_BEFORE + 2);
    assertThat(sent.path("invitations").valueStream().map(it -> it.path("to").asString()))
        .containsExactly(BEN, "eve@example.org");
    assertThat(
            List.of(
                post.letterTo(BEN, LETTERS_BEFORE + 2).token(),
                post.letterTo("eve@example.org", LETTERS_BEFORE + 2).token()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @Tag("W-16")
  @ValueSource(
      strings = {
        "ben@example.org\r\nBcc: eve@example.org",
        "ben@example.org\nX: y",
        "Ben <ben@example.org>",
        "ben@example.org,eve@example.org",
        "ben@example.org\u0000",
        "ben",
        ""
      })
  void what_is_no_address_is_refused_and_nobody_gets_a_letter(String address) throws Exception {
    var answer = send("", "eve@example.org", address);

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(house.get(path(), PASS + ann.pass()).json().path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @Tag("W-16")
  @ValueSource(strings = {"a\r\nBcc: eve@example.org", "a\nb", "a\rb", "a\u2028b", "a\u0000"})
  void words_of_more_than_one_line_are_refused(String note) throws Exception {
    assertThat(send(note, BEN).problem()).isEqualTo("invalid-field");
    assertThat(send("x".repeat(301), BEN).problem()).isEqualTo("invalid-field");
  }

  @Test
  @Tag("W-16")
  void what_people_write_makes_no_header_no_html_and_no_link() throws Exception {
    ann.send(
        """
        {"type":"setDoor","id":"d","seen":1,"door":{"access":"LINK","capacity":20000,
          "newcomers":"MEMBER","title":"X\\u2028Bcc: eve@example.org"}}""");
    ann.hear("doorChanged");
    browser.send("PATCH /api/me", "{\"name\":\"Ann\\u2028Bcc: x@y.example <b>\"}");

    send("<img src=x onerror=alert(1)> https://evil.example/ http://evil.example", BEN);

    var letter = letter();
    var names =
        Collections.list(letter.getAllHeaders()).stream()
            .map(jakarta.mail.Header::getName)
            .collect(Collectors.toSet());
    assertThat(names)
        .doesNotContain("Bcc", "Cc")
        .contains("List-Unsubscribe", "List-Unsubscribe-Post");
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(html(letter)).doesNotContain("<img", "<b>", "evil.example");
    assertThat(plain(letter)).doesNotContain("evil.example");
  }

  @Test
  @Tag("W-16")
  void nobody_has_more_than_fifty_sent_within_an_hour_however_many_are_asked_for()
      throws Exception {
    int sent = 0;
    Answer last = send("", "first@example.org");
    for (int i = 0; i < 1_000; i++) {
      house.advanceMs(3_000);
      var ten =
          IntStream.range(i * 10, i * 10 + 10)
              .mapToObj(it -> it + "@example.org")
              .toArray(String[]::new);
      last = send("", ten);
      sent += last.status() == 201 ? 10 : 0;
    }

    assertThat(sent).isEqualTo(40);
    assertThat(last.status()).isEqualTo(429);
    assertThat(List.of("too-many-letters", "too-often")).contains(last.problem());
    assertThat(last.header("Retry-After")).isPresent();
    house.advanceMs(3_600_000);
    assertThat(send("", "late@example.org").status()).isEqualTo(201);
  }

  @Test
  @Tag("W-16")
  void who_wants_none_gets_none_by_one_click_and_whoever_invites_is_told_only_that()
      throws Exception {
    send("", BEN);
    var letter = letter();
    var header = letter.getHeader("List-Unsubscribe", null);
    var link = header.substring(1, header.length() - 1);

    var clicked =
        RawHttp.ask(
            house.port(),
            "List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8),
            "POST " + link.substring(BASE.length()),
            "Content-Type: application/x-www-form-urlencoded");
    var unsent = send("", "Ben@Example.org", "eve@example.org").json().path("invitations");

    assertThat(letter.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(plain(letter)).contains(BASE + "/no-letters#token=" + last(link));
    assertThat(clicked.status()).isEqualTo(204);
    assertThat(StreamSupport.stream(unsent.spliterator(), false).map(it -> letterOf(it)))
        .containsExactly("NONE", "WAITING");
    assertThat(unsent.path(1).has("token")).isFalse();
    assertThat(come(unsent.path(0).path("token").asString(), "Ben").status()).isEqualTo(201);
    assertThat(post.letterTo("eve@example.org", LETTERS_BEFORE + 2).to())
        .isEqualTo("eve@example.org");
  }

  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  @Test
  @Tag("W-16")
  void letters_about_an_account_go_to_who_wants_no_invitations_too() throws Exception {
    send("", Browser.EMAIL);
    var header = letter().getHeader("List-Unsubscribe", null);
    house.ask("POST " + header.substring(1 + BASE.length(), header.length() - 1));

    house.post("/api/accounts/forgotten", "{\"email\":\"" + Browser.EMAIL + "\"}");

    assertThat(post.letter(LETTERS_BEFORE + 2).subject()).isEqualTo("Choose a new password");
  }

  @Test
  @Tag("A-07")
  void whether_somebody_has_an_account_is_not_told_by_an_invitation() throws Exception {
    var both = send("", Browser.EMAIL, "nobody@example.org").json().path("invitations");

    var told = both.valueStream().map(it -> it.propertyNames().toString()).toList();
    assertThat(told.get(0)).isEqualTo(told.get(1));
    assertThat(both.valueStream().map(it -> letterOf(it))).containsOnly("WAITING");
  }

  @Test
  void who_has_no_account_or_has_not_confirmed_its_address_sends_none() throws Exception {
    var other = house.room();
    try (var guest = house.enter(other)) {
      assertThat(sendFrom(other, guest).problem()).isEqualTo("account-needed");
    }
    var third = house.room();
    var fresh = Browser.of(house, "fresh@example.org", "Fresh");
    try (var guest = Guest.enter(house, third, fresh)) {
      assertThat(sendFrom(third, guest).problem()).isEqualTo("address-unconfirmed");
    }
  }

  private Answer sendFrom(String where, Guest guest) throws Exception {
    var letters = "/api/rooms/" + where + "/invitations/letters";
    return house.post(letters, wanted("", BEN), PASS + guest.pass());
  }

  @Test
  void without_a_mail_server_whoever_invites_gets_the_links(@TempDir Path other) throws Exception {
    try (var poor = new House(other)) {
      var there = poor.room();
      try (var host = Guest.enter(poor, there, Browser.of(poor, Browser.EMAIL, "Ann"))) {
        var letters = "/api/rooms/" + there + "/invitations/letters";

        var sent = poor.post(letters, wanted("", BEN), PASS + host.pass()).json();

        var one = sent.path("invitations").path(0);
        assertThat(letterOf(one)).isEqualTo("NONE");
        assertThat(one.path("token").asString()).hasSize(24);
      }
    }
  }

  @Test
  void what_is_sent_and_declined_is_written_down_without_token_or_address() throws Exception {
    send("Bring popcorn", BEN);
    var token = post.letter(LETTERS_BEFORE + 1).token();
    decline(token);

    assertThat(house.writtenDown())
        .extracting(Entry::action)
        .contains("invitation.send", "invitation.decline");
    assertThat(house.writtenDown().toString()).doesNotContain(token, BEN, "popcorn");
  }
}
