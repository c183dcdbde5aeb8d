package matinee.server.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import matinee.server.Config;
import matinee.server.accounts.Sessions;

/// The cookies of a browser, which no script reads. Two are of one that is signed in, and no other
/// site makes it send them: the refresh token, and the mark that stays when it is signed out. By
/// the third the browser is known again in rooms, whoever uses it; the mark cannot serve for that,
/// for it is another one after each signing in, and guests have none.
///
/// Over https their names begin with `__Host-`, so that nobody who has another name of the same
/// site can put in one (RFC 6265bis, section 4.1.3.2); only such are read there. Over plain http
/// browsers take none of those.
final class Cookies {
  private static final String SESSION = "matinee-session";
  private static final String MARK = "matinee-device";
  private static final String BROWSER = "matinee-browser";
  private static final int BROWSER_BYTES = 16;
  private static final Pattern BROWSER_FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final String ONLY_BY_HTTPS = "__Host-";

  /// As long as browsers keep one (RFC 6265bis, section 5.5).
  private static final Duration FOR_GOOD = Duration.ofDays(400);

  /// The hosts, with their ports, that are reached by https.
  private final Set<String> secureHosts;

  Cookies(Config.Place place) {
    secureHosts =
        place.publicUrls().stream()
            .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
            .map(url -> url.getAuthority().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The refresh token that the browser has, if any.
  Optional<String> session(HttpServerRequest request) {
    return value(request, SESSION);
  }

  /// The mark that the browser has, if any.
  Optional<String> mark(HttpServerRequest request) {
    return value(request, MARK);
  }

  /// The key by which the browser is known again, if it has one.
  Optional<String> browser(HttpServerRequest request) {
    return value(request, BROWSER).filter(it -> BROWSER_FORM.matcher(it).matches());
  }

  /// A new key of a browser: 128 bits from `chance`, a cryptographic source.
  static String freshBrowser(RandomGenerator chance) {
    var key = new byte[BROWSER_BYTES];
    chance.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  private Optional<String> value(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getCookie(prefix(request) + name)).map(Cookie::getValue);
  }

  /// Lets the browser that asks keep `refresh` from now on.
  String keep(HttpServerRequest request, String refresh) {
    return cookie(request, SESSION, refresh, Sessions.UNUSED);
  }

  /// Lets the browser that asks keep both from now on.
  List<String> keep(HttpServerRequest request, Sessions.Entry entry) {
    return List.of(
        keep(request, entry.tokens().refresh()), cookie(request, MARK, entry.mark(), FOR_GOOD));
  }

  /// Lets the browser that asks forget its refresh token.
  List<String> forget(HttpServerRequest request) {
    return List.of(cookie(request, SESSION, "", Duration.ZERO));
  }

  /// Lets the browser that asks keep `key` from now on. It is sent when a link leads here, too.
  String keepBrowser(HttpServerRequest request, String key) {
    return cookie(request, BROWSER, key, FOR_GOOD, "Lax");
  }

  private String cookie(HttpServerRequest request, String name, String value, Duration age) {
    return cookie(request, name, value, age, "Strict");
  }

  private String cookie(
      HttpServerRequest request, String name, String value, Duration age, String sameSite) {
    var prefix = prefix(request);
    return "%s%s=%s; Max-Age=%d; Path=/; HttpOnly; SameSite=%s%s"
        .formatted(
            prefix, name, value, age.toSeconds(), sameSite, prefix.isEmpty() ? "" : "; Secure");
  }

  private String prefix(HttpServerRequest request) {
    return isSecure(request) ? ONLY_BY_HTTPS : "";
  }

  /// Did the page that asks come by https? Its origin says so; who tells none may be no browser.
  private boolean isSecure(HttpServerRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      return origin.toLowerCase(Locale.ROOT).startsWith("https://");
    }
    var host = request.getHeader(HttpHeaders.HOST);
    return host != null && secureHosts.contains(host.toLowerCase(Locale.ROOT));
  }
}
