package matinee.server.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A letter as it is on the wire (RFC 5322): plain text and the same as HTML, of which a program
/// shows one (RFC 2046, section 5.1.4). Names and subjects that are not ASCII become encoded words
/// (RFC 2047). It says that a program sent it, so that no other program answers (RFC 3834); and, if
/// nobody has to get it, how to get none any more (RFC 8058).
final class Envelope extends MimeMessage {
  private static final String UTF_8 = "UTF-8";

  private final String id;

  Envelope(Session session, From from, String id, Letter letter, Instant now)
      throws MessagingException {
    super(session);
    this.id = "<%s@%s>".formatted(id, from.address().domain());
    setFrom(address(from));
    setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().value()));
    setSubject(letter.subject(), UTF_8);
    setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("Content-Language", letter.language().tag());
    if (letter.stop().isPresent()) {
      setHeader("List-Unsubscribe", "<%s>".formatted(letter.stop().get().link()));
      setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    var plain = new MimeBodyPart();
    plain.setText(letter.plain(), UTF_8);
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    setContent(new MimeMultipart("alternative", plain, html));
  }

  private static InternetAddress address(From from) throws MessagingException {
    try {
      return from.name().isEmpty()
          ? new InternetAddress(from.address().value())
          : new InternetAddress(from.address().value(), from.name(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same each time the letter is sent, so that who gets it twice can see that.
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
