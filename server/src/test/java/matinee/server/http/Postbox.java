package matinee.server.http;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import matinee.server.mail.Address;
import matinee.server.mail.From;
import matinee.server.mail.MailServer;
import matinee.server.mail.MailSettings;

/// A mail server on a free port of the loopback interface, and the letters that came there.
final class Postbox implements AutoCloseable {
  private static final long AGES_MS = 60_000;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /// A letter: to whom, its subject, and the link in its text.
  record Arrived(String to, String subject, String link) {

    /// What the link has for a token.
    String token() {
      return link.substring(link.indexOf('=') + 1);
    }
  }

  Postbox() {
    greenMail.start();
  }

  MailSettings settings() {
    return new MailSettings(
        new MailServer(
            "127.0.0.1", greenMail.getSmtp().getPort(), MailServer.Tls.NEVER, Optional.empty()),
        new From("Matinee", new Address("films@example.org")));
  }

  /// The letter that came as number `number`, from 1; waits for it.
  Arrived letter(int number) throws Exception {
    if (!greenMail.waitForIncomingEmail(AGES_MS, number)) {
      throw new AssertionError("there is no letter " + number);
    }
    return arrived(greenMail.getReceivedMessages()[number - 1]);
  }

  /// The same as it came.
  MimeMessage message(int number) throws Exception {
    letter(number);
    return greenMail.getReceivedMessages()[number - 1];
  }

  /// The newest letter to `to`, once `number` have come in all: two that were queued at once come
  /// in any order.
  Arrived letterTo(String to, int number) throws Exception {
    letter(number);
    var arrived = new ArrayList<Arrived>();
    for (var message : greenMail.getReceivedMessages()) {
      arrived.add(arrived(message));
    }
    return arrived.reversed().stream().filter(it -> it.to().equals(to)).findFirst().orElseThrow();
  }

  private static Arrived arrived(MimeMessage message) throws Exception {
    var text = (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    var link = LINK.matcher(text);
    return new Arrived(
        message.getAllRecipients()[0].toString(),
        message.getSubject(),
        link.find() ? link.group() : "");
  }

  /// How many letters have come.
  int letters() {
    return greenMail.getReceivedMessages().length;
  }

  @Override
  public void close() {
    greenMail.stop();
  }
}
