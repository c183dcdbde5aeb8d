package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.server.TestCertificate;
import matinee.server.mail.Delivery.Failed;
import matinee.server.mail.Delivery.Taken;
import matinee.server.mail.Delivery.Trouble;
import matinee.server.mail.MailServer.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Letters on their way over real connections.
final class SmtpTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:05:07Z");
  private static final Letter LETTER = Letters.test(new Address("ann@example.org"), Language.DE);
  private static final Optional<Login> LOGIN = Optional.of(new Login("films", "the key"));

  private GreenMail greenMail;

  @BeforeEach
  void start() {
    greenMail = TestMail.greenMail("smtp");
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private int port() {
    return greenMail.getSmtp().getPort();
  }

  private static Delivery send(MailSettings settings) {
    return new Smtp(settings).send("id-1", LETTER, NOW);
  }

  static Stream<Letter> letters() {
    return LettersTest.all();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void every_letter_arrives_in_every_language_as_it_was_written(Letter letter) throws Exception {
    var delivery = new Smtp(TestMail.plain(port())).send("id-1", letter, NOW);

    assertThat(delivery).isEqualTo(new Taken("250 OK"));
    var arrived = greenMail.getReceivedMessages()[0];
    assertThat(arrived.getSubject()).isEqualTo(letter.subject());
    assertThat(arrived.getHeader("Subject", null)).matches("\\p{ASCII}+");
    var parts = (MimeMultipart) arrived.getContent();
    assertThat(arrived.getContentType()).startsWith("multipart/alternative");
    assertThat(List.of(text(parts.getBodyPart(0)), text(parts.getBodyPart(1))))
        .containsExactly(letter.plain().strip(), letter.html().strip());
    assertThat(
            List.of(parts.getBodyPart(0).getContentType(), parts.getBodyPart(1).getContentType()))
        .containsExactly("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
  }

  private static String text(BodyPart part) throws Exception {
    return ((String) part.getContent()).replace("\r\n", "\n").strip();
  }

  @Test
  void a_letter_says_from_whom_when_and_that_a_program_wrote_it() throws Exception {
    send(TestMail.plain(port()));

    var arrived = greenMail.getReceivedMessages()[0];
    assertThat(arrived.getFrom())
        .containsExactly(new InternetAddress("films@example.org", "Кино", "UTF-8"));
    assertThat(heads(arrived))
        .isEqualTo(
            Map.of(
                "To", "ann@example.org",
                "Date", "Sun, 1 Mar 2026 09:05:07 GMT",
                "Auto-Submitted", "auto-generated",
                "Content-Language", "de",
                "Message-ID", "<id-1@example.org>"));
  }

  private static Map<String, String> heads(MimeMessage message) throws Exception {
    var heads = new HashMap<String, String>();
    for (var name : List.of("To", "Date", "Auto-Submitted", "Content-Language", "Message-ID")) {
      heads.put(name, message.getHeader(name, null));
    }
    return heads;
  }

  @Test
  void who_has_a_login_sends_with_it_and_a_wrong_one_is_told() {
    greenMail.setUser("films@example.org", "films", "the key");
    greenMail.getUserManager().setAuthRequired(true);

    var taken = send(TestMail.settings(port(), Tls.NEVER, LOGIN));
    var refused =
        send(TestMail.settings(port(), Tls.NEVER, Optional.of(new Login("films", "hidden"))));

    assertThat(taken).isEqualTo(new Taken("250 OK"));
    assertThat(refused)
        .isEqualTo(
            new Failed(Trouble.LOGIN_REFUSED, "535 5.7.8 Authentication credentials invalid"));
  }

  @Test
  void over_tls_from_the_first_byte_a_letter_goes_to_who_is_trusted_and_to_nobody_else()
      throws Exception {
    var secured = TestMail.greenMail("smtps");
    try {
      var settings = TestMail.settings(secured.getSmtps().getPort(), Tls.AT_ONCE, Optional.empty());

      var strange = new Smtp(settings).send("id-1", LETTER, NOW);
      var known = new Smtp(settings, TestCertificate.trust()).send("id-1", LETTER, NOW);

      assertThat(strange).extracting("trouble").isEqualTo(Trouble.NOT_SECURE);
      assertThat(strange.words()).contains("certification path");
      assertThat(known).isEqualTo(new Taken("250 OK"));
      assertThat(secured.getReceivedMessages()).hasSize(1);
    } finally {
      secured.stop();
    }
  }

  @Test
  void a_server_with_the_certificate_of_another_is_not_trusted() throws Exception {
    var secured = TestMail.greenMail("smtps");
    try {
      var server =
          new MailServer("localhost", secured.getSmtps().getPort(), Tls.AT_ONCE, Optional.empty());
      var from = new From("", new Address("films@example.org"));

      var delivery =
          new Smtp(new MailSettings(server, from), TestCertificate.trust())
              .send("id-1", LETTER, NOW);

      assertThat(delivery).extracting("trouble").isEqualTo(Trouble.NOT_SECURE);
    } finally {
      secured.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({"REQUIRED, secured MAIL", "OFFERED, secured MAIL", "NEVER, MAIL"})
  void with_starttls_nobody_else_reads_the_letter(Tls tls, String heard) throws Exception {
    try (var server = new ScriptedSmtp(Map.of(), TestCertificate.context())) {
      var settings = TestMail.settings(server.port(), tls, Optional.empty());

      var delivery = new Smtp(settings, TestCertificate.trust()).send("id-1", LETTER, NOW);

      assertThat(delivery).isEqualTo(new Taken("250 2.0.0 taken"));
      assertThat(server.heard()).anyMatch(it -> it.startsWith(heard));
    }
  }

  @Test
  void where_starttls_is_required_and_not_offered_nothing_is_sent_and_no_key_is_shown()
      throws Exception {
    try (var server = new ScriptedSmtp(Map.of())) {
      var delivery = send(TestMail.settings(server.port(), Tls.REQUIRED, LOGIN));

      assertThat(delivery).extracting("trouble").isEqualTo(Trouble.NOT_SECURE);
      assertThat(server.heard()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HELLO, 421 4.3.2 too busy, AWAY",
    "MAIL, 553 5.7.1 not your address, SENDER_REFUSED",
    "MAIL, 530 5.7.0 log in first, LOGIN_REFUSED",
    "MAIL, 451 4.3.0 later, LATER",
    "RCPT, 550 5.1.1 nobody here, RECIPIENT_REFUSED",
    "RCPT, 554 5.7.1 not here, RECIPIENT_REFUSED",
    "RCPT, 450 4.2.0 greylisted, LATER",
    "RCPT, 421 4.3.2 closing, LATER",
    "DATA, 554 5.7.1 no letters, LETTER_REFUSED",
    "., 550 5.7.1 looks like advertising, LETTER_REFUSED",
    "., 452 4.3.1 disk full, LATER"
  })
  void what_the_server_refuses_is_told_in_its_words(String step, String answer, Trouble trouble)
      throws Exception {
    try (var server = new ScriptedSmtp(Map.of(step, answer))) {
      var delivery = send(TestMail.plain(server.port()));

      assertThat(delivery).isInstanceOf(Failed.class);
      assertThat(delivery).extracting("trouble").isEqualTo(trouble);
      assertThat(delivery.words()).contains(answer);
    }
  }

  @Test
  void where_no_server_is_nothing_is_sent() throws Exception {
    assertThat(send(TestMail.plain(TestMail.freePort())))
        .extracting("trouble")
        .isEqualTo(Trouble.AWAY);
  }

  @Test
  void a_letter_without_a_name_of_who_sends_it_comes_from_an_address() throws Exception {
    var server = new MailServer("127.0.0.1", port(), Tls.NEVER, Optional.empty());
    var from = new From("", new Address("films@example.org"));

    new Smtp(new MailSettings(server, from)).send("id-1", LETTER, NOW);

    assertThat(TestMail.headers(greenMail, "From")).containsExactly("films@example.org");
  }
}
