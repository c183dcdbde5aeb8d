package matinee.server.fetching;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address of the web that means one thing to everybody who reads it: `host` is a name in ASCII
/// and lower case, or an IP address in its plain form, IPv6 in brackets; `target` begins with a
/// slash and is ASCII without spaces.
public record WebAddress(boolean isSecure, String host, int port, String target) {
  private static final int MAX_LENGTH = 2048;
  private static final int MAX_NAME = 253;
  private static final int MAX_PORT = 65535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern FORM =
      Pattern.compile("(?i)(https?)://([^/?#\\\\@]+?)(?::([0-9]{1,5}))?([/?][^#]*)?(#.*)?");
  private static final Pattern IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

  /// The last label has a letter first: whatever else `127.1`, `0x7f000001` or `017700000001` may
  /// be to somebody, none of them is a name.
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /// `text` as an address, if it is one. What stands behind `#` is left out.
  public static Optional<WebAddress> parse(String text) {
    var form = FORM.matcher(text);
    if (text.length() > MAX_LENGTH
        || text.chars().anyMatch(Character::isISOControl)
        || !form.matches()) {
      return Optional.empty();
    }
    var isSecure = form.group(1).equalsIgnoreCase("https");
    var port = form.group(3) == null ? (isSecure ? HTTPS : HTTP) : Integer.parseInt(form.group(3));
    var rest = form.group(4) == null ? "/" : form.group(4);
    var target = encoded(rest.startsWith("/") ? rest : "/" + rest);
    return port < 1 || port > MAX_PORT
        ? Optional.empty()
        : host(form.group(2)).map(it -> new WebAddress(isSecure, it, port, target));
  }

  private static Optional<String> host(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (IPV6.matcher(lower).matches()) {
      return Optional.of(lower);
    }
    try {
      var name = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      return plain.length() <= MAX_NAME
              && (NAME.matcher(plain).matches() || IPV4.matcher(plain).matches())
          ? Optional.of(plain)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The address that `reference`, such as a `Location`, names when it is read here.
  public Optional<WebAddress> resolve(String reference) {
    try {
      return parse(URI.create(toString()).resolve(encoded(reference.strip())).toString());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    var encoded = new StringBuilder(text.length());
    for (var one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one < 0x7f && "\"<>\\^`{|}".indexOf(one) < 0) {
        encoded.append((char) one);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
      }
    }
    return encoded.toString();
  }

  /// Is `host` an IP address, so that no name is looked up?
  boolean isLiteral() {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }

  /// What the field `Host` says.
  String authority() {
    return port == (isSecure ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return (isSecure ? "https://" : "http://") + authority() + target;
  }
}
