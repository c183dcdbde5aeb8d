package matinee.server.mail;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BinaryOperator;
import matinee.server.mail.MailServer.Tls;

/// Mail servers of which everything is known but the login. Source: what each of them tells its
/// customers.
enum Preset {
  GMAIL("gmail:ADDRESS:KEY", new Place("smtp.gmail.com", 465, Tls.AT_ONCE), (user, _) -> user),
  SENDGRID("sendgrid:KEY", new Place("smtp.sendgrid.net", 465, Tls.AT_ONCE), (_, _) -> "apikey"),
  MAILGUN("mailgun:LOGIN:KEY", new Place("smtp.mailgun.org", 465, Tls.AT_ONCE), (user, _) -> user),
  POSTMARK("postmark:KEY", new Place("smtp.postmarkapp.com", 587, Tls.REQUIRED), (_, key) -> key);

  private final String written;
  private final Place place;

  /// The user that the server wants to be told, of the one that is named and the key.
  private final BinaryOperator<String> user;

  private record Place(String host, int port, Tls tls) {}

  Preset(String written, Place place, BinaryOperator<String> user) {
    this.written = written;
    this.place = place;
    this.user = user;
  }

  private String scheme() {
    return written.substring(0, written.indexOf(':') + 1);
  }

  /// The server that `text` names, if it begins as one of these does. Throws
  /// `IllegalArgumentException`, without the key, which says how to write it.
  static Optional<MailServer> parse(String text) {
    return Arrays.stream(values())
        .filter(preset -> text.startsWith(preset.scheme()))
        .findFirst()
        .map(preset -> preset.with(text.substring(preset.scheme().length())));
  }

  private MailServer with(String login) {
    boolean namesUser = written.indexOf(':') < written.lastIndexOf(':');
    int colon = namesUser ? login.indexOf(':') : -1;
    // Keys are shown to people in groups, with spaces that are not meant.
    var key = login.substring(colon + 1).replaceAll("\\s", "");
    if (key.isEmpty() || (namesUser && colon < 1)) {
      throw new IllegalArgumentException("write it like " + written);
    }
    var known = user.apply(login.substring(0, Math.max(0, colon)).strip(), key);
    return new MailServer(
        place.host(), place.port(), place.tls(), Optional.of(new Login(known, key)));
  }
}
