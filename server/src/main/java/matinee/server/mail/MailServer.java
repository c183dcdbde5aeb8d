package matinee.server.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server that takes our letters (message submission, RFC 6409), and who we are to it.
public record MailServer(String host, int port, Tls tls, Optional<Login> login) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final int MOST = 65_535;
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<scheme>smtps?)://((?<user>[^:\\s]+):(?<key>\\S+)@)?"
              + "(?<host>[^@:/?#,\\s\\[\\]]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}))?/?"
              + "(\\?starttls=(?<starttls>required|never))?");

  /// How the connection is kept from others.
  public enum Tls {
    /// From its first byte (RFC 8314).
    AT_ONCE,
    /// By STARTTLS (RFC 3207), or nothing is sent.
    REQUIRED,
    /// By STARTTLS if the server offers it.
    OFFERED,
    /// Not at all.
    NEVER
  }

  /// What `text` names: `smtp://USER:PASSWORD@HOST:PORT`, `smtps://...` or a preset. Throws
  /// `IllegalArgumentException`, without the password, which says how to write it.
  public static MailServer parse(String text) {
    return Preset.parse(text).orElseGet(() -> written(text));
  }

  private static MailServer written(String text) {
    var found = WRITTEN.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "write it like smtps://USER:PASSWORD@HOST:465,"
              + " smtp://USER:PASSWORD@HOST:587?starttls=required, gmail:ADDRESS:KEY, sendgrid:KEY,"
              + " mailgun:LOGIN:KEY or postmark:KEY; what is no letter or digit in a password is"
              + " better written with a percent sign");
    }
    var tls = tls(found);
    int usual = tls == Tls.AT_ONCE ? SUBMISSIONS : SUBMISSION;
    int port = Optional.ofNullable(found.group("port")).map(Integer::parseInt).orElse(usual);
    if (port < 1 || port > MOST) {
      throw new IllegalArgumentException("the port is none: write a number from 1 to 65535");
    }
    return new MailServer(found.group("host"), port, tls, login(found));
  }

  private static Tls tls(Matcher found) {
    var starttls = Optional.ofNullable(found.group("starttls"));
    if (found.group("scheme").equals("smtps")) {
      if (starttls.isPresent()) {
        throw new IllegalArgumentException(
            "smtps:// is by TLS from the first byte: leave out ?starttls=" + starttls.get());
      }
      return Tls.AT_ONCE;
    }
    return starttls.map(it -> it.equals("required") ? Tls.REQUIRED : Tls.NEVER).orElse(Tls.OFFERED);
  }

  private static Optional<Login> login(Matcher found) {
    return Optional.ofNullable(found.group("user"))
        .map(user -> new Login(decoded(user), decoded(found.group("key"))));
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(
          "in user and password a percent sign stands before two hexadecimal digits: write %25 for"
              + " the sign itself");
    }
  }
}
