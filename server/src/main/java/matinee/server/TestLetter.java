package matinee.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import matinee.server.mail.Address;
import matinee.server.mail.Delivery;
import matinee.server.mail.Language;
import matinee.server.mail.Letters;
import matinee.server.mail.Mail;
import matinee.server.mail.MailSettings;
import matinee.server.mail.Smtp;

/// A letter that says that letters arrive, sent at once and not again: so whoever runs a server
/// sees what the mail server says.
record TestLetter(MailSettings settings, Address to, Language language) implements Errand {

  @Override
  public void run() throws IOException {
    var id = Mail.newId(new SecureRandom());
    switch (new Smtp(settings).send(id, Letters.test(to, language), Instant.now())) {
      case Delivery.Taken(var words) ->
          System.out.printf(
              "%s took a letter to %s. Look whether it arrives, also among what is taken for"
                  + " advertising.%nIt said: %s%n",
              server(), to, words);
      case Delivery.Failed(var trouble, var words) ->
          throw new IOException("%s. It was said: %s".formatted(plainly(trouble), words));
    }
  }

  private String server() {
    return "%s:%d".formatted(settings.server().host(), settings.server().port());
  }

  private String plainly(Delivery.Trouble trouble) {
    return switch (trouble) {
      case AWAY ->
          server()
              + " does not answer as a mail server: check host and port, and whether this machine"
              + " may connect to it";
      case NOT_SECURE ->
          server()
              + " offers no connection that is safe from others: check the host, its certificate,"
              + " and whether TLS begins at once (smtps) or later (smtp)";
      case LOGIN_REFUSED -> server() + " does not take the login: check user and key";
      case SENDER_REFUSED ->
          "%s does not send for %s: let it know that address, or choose another --mail-from"
              .formatted(server(), settings.from().address());
      case LATER -> server() + " does not take the letter now: try again in a while";
      case RECIPIENT_REFUSED -> "%s sends nothing to %s".formatted(server(), to);
      case LETTER_REFUSED -> server() + " does not take this letter";
    };
  }
}
