package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import matinee.server.mail.MailServer.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MailServerTest {

  private static Arguments server(
      String text, String host, int port, Tls tls, String user, String key) {
    var login = user.isEmpty() ? Optional.<Login>empty() : Optional.of(new Login(user, key));
    return Arguments.of(text, new MailServer(host, port, tls, login));
  }

  static Stream<Arguments> written() {
    return Stream.of(
        server("smtp://mx.example.org", "mx.example.org", 587, Tls.OFFERED, "", ""),
        server("smtps://mx.example.org/", "mx.example.org", 465, Tls.AT_ONCE, "", ""),
        server("smtp://localhost:25?starttls=never", "localhost", 25, Tls.NEVER, "", ""),
        server("smtp://[::1]:2525", "[::1]", 2525, Tls.OFFERED, "", ""),
        server("smtp://a:k@b.org:26?starttls=required", "b.org", 26, Tls.REQUIRED, "a", "k"),
        server(
            "smtps://ann@a.org:p%40s:s%25+@b.org",
            "b.org", 465, Tls.AT_ONCE, "ann@a.org", "p@s:s%+"),
        server(
            "gmail:a@gmail.com:abcd efgh",
            "smtp.gmail.com",
            465,
            Tls.AT_ONCE,
            "a@gmail.com",
            "abcdefgh"),
        server("sendgrid:SG.k:1", "smtp.sendgrid.net", 465, Tls.AT_ONCE, "apikey", "SG.k:1"),
        server("mailgun:m@mg.a.org:k:1", "smtp.mailgun.org", 465, Tls.AT_ONCE, "m@mg.a.org", "k:1"),
        server("postmark:k-1", "smtp.postmarkapp.com", 587, Tls.REQUIRED, "k-1", "k-1"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void a_mail_server_is_written_as_an_address_or_by_its_name(String text, MailServer server) {
    assertThat(MailServer.parse(text)).isEqualTo(server);
  }

  @ParameterizedTest
  @CsvSource({
    "hidden, smtps://USER:PASSWORD@HOST:465",
    "imap://ann:hidden@example.org, smtps://",
    "smtp://ann:hidden@, smtps://",
    "smtp://ann:hidden@example.org:0, a number from 1 to 65535",
    "smtp://ann:hidden@example.org:70000, a number from 1 to 65535",
    "smtp://ann:hidden@example.org?starttls=perhaps, ?starttls=required",
    "smtps://ann:hidden@example.org?starttls=required, leave out ?starttls=required",
    "smtp://ann:hidden%zz@example.org, write %25",
    "smtp://ann:hidden%0D%0AQUIT@example.org, what is no text",
    "gmail:hidden, gmail:ADDRESS:KEY",
    "gmail::hidden, gmail:ADDRESS:KEY",
    "mailgun:hidden, mailgun:LOGIN:KEY",
    "sendgrid:, sendgrid:KEY",
    "postmark: , postmark:KEY"
  })
  void what_names_no_mail_server_is_refused_without_its_key(String text, String advice) {
    assertThatThrownBy(() -> MailServer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("hidden");
  }

  @Test
  void a_mail_server_that_is_shown_shows_no_key() {
    assertThat(MailServer.parse("postmark:hidden").toString()).doesNotContain("hidden");
    assertThat(MailServer.parse("smtp://ann:hidden@example.org").toString())
        .doesNotContain("hidden");
  }
}
