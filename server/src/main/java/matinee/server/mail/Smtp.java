package matinee.server.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import matinee.server.mail.Delivery.Failed;
import matinee.server.mail.Delivery.Taken;
import matinee.server.mail.Delivery.Trouble;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows letters to the mail server, each on a connection of its own (RFC 5321). Blocks; every
/// answer of the server may take a minute. Safe for use by any thread.
public final class Smtp {
  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofMinutes(1);
  private static final int MOST_WORDS = 300;
  private static final int FOR_GOOD = 500;
  private static final int LOGIN_WANTED = 530;

  private final MailSettings settings;
  private final Session session;

  public Smtp(MailSettings settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// `trust` says which servers are who they say they are.
  Smtp(MailSettings settings, SSLSocketFactory trust) {
    this.settings = settings;
    session = Session.getInstance(properties(settings.server(), trust));
  }

  private static Properties properties(MailServer server, SSLSocketFactory trust) {
    var properties = new Properties();
    set(properties, "connectiontimeout", CONNECTING.toMillis());
    set(properties, "timeout", ANSWERING.toMillis());
    set(properties, "writetimeout", ANSWERING.toMillis());
    // Whether it says goodbye changes nothing.
    set(properties, "quitwait", false);
    set(properties, "ssl.enable", server.tls() == MailServer.Tls.AT_ONCE);
    set(properties, "ssl.checkserveridentity", true);
    set(properties, "starttls.required", server.tls() == MailServer.Tls.REQUIRED);
    set(
        properties,
        "starttls.enable",
        switch (server.tls()) {
          case REQUIRED, OFFERED -> true;
          case AT_ONCE, NEVER -> false;
        });
    properties.put("mail.smtp.ssl.socketFactory", trust);
    set(properties, "socketFactory.fallback", false);
    return properties;
  }

  private static void set(Properties properties, String name, Object value) {
    properties.setProperty("mail.smtp." + name, value.toString());
  }

  /// Sends `letter`, which is known as `id` whenever it is sent, at `now`.
  public Delivery send(String id, Letter letter, Instant now) {
    try {
      var message = new Envelope(session, settings.from(), id, letter, now);
      var transport = (SMTPTransport) session.getTransport("smtp");
      try {
        var refused = connect(transport);
        if (refused.isPresent()) {
          return refused.get();
        }
        return send(transport, message, letter);
      } finally {
        close(transport);
      }
    } catch (MessagingException e) {
      return failed(Trouble.LETTER_REFUSED, e); // by ourselves: it cannot be written down
    }
  }

  private Optional<Delivery> connect(SMTPTransport transport) {
    var server = settings.server();
    try {
      if (server.login().isPresent()) {
        var login = server.login().get();
        transport.connect(server.host(), server.port(), login.user(), login.key());
      } else {
        transport.connect(server.host(), server.port(), null, null);
      }
      return Optional.empty();
    } catch (AuthenticationFailedException e) {
      return Optional.of(failed(Trouble.LOGIN_REFUSED, e));
    } catch (MessagingException e) {
      return Optional.of(failed(isForWantOfTls(e) ? Trouble.NOT_SECURE : Trouble.AWAY, e));
    }
  }

  private static boolean isForWantOfTls(MessagingException failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SSLException) {
        return true;
      }
    }
    return String.valueOf(failure.getMessage()).contains("STARTTLS is required");
  }

  private static Delivery send(SMTPTransport transport, Envelope message, Letter letter)
      throws MessagingException {
    var recipient = new InternetAddress[] {new InternetAddress(letter.to().value())};
    message.saveChanges();
    try {
      transport.sendMessage(message, recipient);
      return new Taken(oneLine(transport.getLastServerResponse()));
    } catch (MessagingException e) {
      return refused(e);
    }
  }

  /// Which step the server refused, and for how long.
  private static Failed refused(MessagingException failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SMTPAddressFailedException refused) {
        return failed(trouble(refused.getReturnCode(), Trouble.RECIPIENT_REFUSED), refused);
      }
      if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        boolean isOfSender = refused.getCommand().startsWith("MAIL");
        return failed(
            trouble(
                refused.getReturnCode(),
                isOfSender ? Trouble.SENDER_REFUSED : Trouble.LETTER_REFUSED),
            refused);
      }
    }
    return failed(Trouble.AWAY, failure);
  }

  /// What a reply code means (RFC 5321, section 4.2.1; RFC 4954, section 6), where one for good
  /// would be `forGood`.
  private static Trouble trouble(int code, Trouble forGood) {
    if (code == LOGIN_WANTED) {
      return Trouble.LOGIN_REFUSED;
    }
    return code < FOR_GOOD ? Trouble.LATER : forGood;
  }

  /// Told in the words of the server, or of whatever lies deepest.
  private static Failed failed(Trouble trouble, MessagingException failure) {
    var words = String.valueOf(failure.getMessage());
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    var reason = String.valueOf(deepest.getMessage());
    return new Failed(
        trouble, oneLine(words.contains(reason) ? words : "%s: %s".formatted(words, reason)));
  }

  private static String oneLine(String words) {
    return Words.inOneLine(words, MOST_WORDS);
  }

  /// What goes wrong after the server has answered changes nothing.
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("taking leave of the mail server", e);
    }
  }
}
