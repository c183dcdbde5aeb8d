package matinee.server.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a letter goes, or comes from: `ann@example.org`.
///
/// A subset of RFC 5321, section 4.1.2: no quotes, no address literals, at most 64 characters
/// before the `@` and 254 in all. A domain with letters beyond ASCII is kept as it is written on
/// the wire (RFC 5890), and in lower case.
public record Address(String value) {
  private static final int MOST = 254;
  private static final Pattern LOCAL_PART =
      Pattern.compile("(?=.{1,64}$)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("LABEL(\\.LABEL)*".replace("LABEL", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));

  /// Throws `IllegalArgumentException`, with how to write it, for what is none.
  public Address {
    int at = value.lastIndexOf('@');
    var domain = at < 0 ? "" : ascii(value.substring(at + 1));
    if (!LOCAL_PART.matcher(value.substring(0, Math.max(0, at))).matches()
        || !DOMAIN.matcher(domain).matches()
        || at + 1 + domain.length() > MOST) {
      throw new IllegalArgumentException("no e-mail address: write it like ann@example.org");
    }
    value = value.substring(0, at + 1) + domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return ""; // which is no domain
    }
  }

  /// What comes after the `@`.
  String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /// By this somebody is known who writes the address now this way, now that.
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
