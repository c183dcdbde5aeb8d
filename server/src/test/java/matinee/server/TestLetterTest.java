package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.mail.Address;
import matinee.server.mail.From;
import matinee.server.mail.Language;
import matinee.server.mail.MailServer;
import matinee.server.mail.MailSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./matinee mail-test`, in a process of its own.
final class TestLetterTest {
  private static final String FROM = "--mail-from=Our films <films@example.org>";

  private GreenMail greenMail;
  private int port;

  @BeforeEach
  void start() {
    greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    port = greenMail.getSmtp().getPort();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private static String said(int status, String... arguments) throws Exception {
    try (var process = MatineeProcess.run(List.of(arguments))) {
      var said = process.end();
      assertThat(process.status()).as(said).isEqualTo(status);
      return said;
    }
  }

  @Test
  void a_letter_is_sent_at_once_and_what_the_server_said_is_told() throws Exception {
    var said = said(0, "mail-test", "ann@example.org", "--mail=smtp://127.0.0.1:" + port, FROM);

    assertThat(said)
        .isEqualTo(
            """
            127.0.0.1:%d took a letter to ann@example.org. Look whether it arrives, also among what is taken for advertising.
            It said: 250 OK
            """
                .formatted(port));
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
    assertThat(greenMail.getReceivedMessages()[0].getSubject())
        .isEqualTo("Letters from Matinee arrive");
  }

  @Test
  void a_login_that_is_refused_is_told_without_its_key() throws Exception {
    greenMail.setUser("films@example.org", "films", "right");
    greenMail.getUserManager().setAuthRequired(true);

    var said =
        said(
            1,
            "mail-test",
            "ann@example.org",
            "--mail=smtp://films:hidden@127.0.0.1:" + port,
            FROM);

    assertThat(said)
        .isEqualTo(
            "matinee: 127.0.0.1:%d does not take the login: check user and key. It was said: 535"
                    .formatted(port)
                + " 5.7.8 Authentication credentials invalid\n");
  }

  @Test
  void a_server_that_is_not_there_is_told() throws Exception {
    greenMail.stop();

    var said = said(1, "mail-test", "ann@example.org", "--mail=smtp://127.0.0.1:" + port, FROM);

    assertThat(said).startsWith("matinee: 127.0.0.1:%d does not answer".formatted(port));
  }

  private static Options.Wanted wanted(Map<String, String> environment, String... options) {
    return new Options().parse(options, environment);
  }

  @Test
  void the_server_and_who_sends_stand_in_the_environment_too() {
    var environment = Map.of("MATINEE_MAIL", "gmail:films@gmail.com:hidden");

    var wanted = wanted(environment, "mail-test", "ann@example.org", "--language=de");

    assertThat(wanted)
        .isEqualTo(
            new Options.Wanted.Doing(
                new TestLetter(
                    new MailSettings(
                        MailServer.parse("gmail:films@gmail.com:hidden"),
                        new From("Matinee", new Address("films@gmail.com"))),
                    new Address("ann@example.org"),
                    Language.DE)));
    assertThat(wanted.toString()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, '', MATINEE_MAIL",
    "ann, sendgrid:hidden, no e-mail address",
    "'', sendgrid:hidden, mail-test ann@example.org",
    "ann@example.org, sendgrid:, sendgrid:KEY"
  })
  void what_makes_no_sense_is_refused_with_what_to_do(String to, String mail, String advice) {
    assertThatThrownBy(() -> wanted(Map.of("MATINEE_MAIL", mail), "mail-test", to, FROM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("hidden");
  }

  private static Optional<MailSettings> served(String... options) {
    return ((Options.Wanted.Server) wanted(Map.of(), options)).config().mail();
  }

  @Test
  void a_server_sends_letters_if_it_is_told_by_which_mail_server() {
    assertThat(served()).isEmpty();
    assertThat(served("--mail=sendgrid:key", FROM, "--public-url=https://films.example.org"))
        .contains(
            new MailSettings(
                MailServer.parse("sendgrid:key"),
                new From("Our films", new Address("films@example.org"))));
  }

  @ParameterizedTest
  @CsvSource({
    "--mail=sendgrid:hidden, --mail-from=films, --mail-from (MATINEE_MAIL_FROM): 'films' is not",
    "--mail=sendgrid:hidden, --mail-from=, --mail-from (MATINEE_MAIL_FROM) is missing",
    "--mail=postmark:hidden, --mail-from=, --mail-from (MATINEE_MAIL_FROM) is missing",
    "--mail=hidden, --mail-from=a@b.org, --mail (MATINEE_MAIL): write it like smtps://",
    "--mail=, --mail-from=a@b.org, name it with --mail"
  })
  void a_mail_server_that_makes_no_sense_is_refused(String mail, String from, String advice) {
    assertThatThrownBy(() -> served(mail, from))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("hidden");
  }
}
