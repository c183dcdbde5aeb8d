package matinee.server.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import matinee.server.Config;
import matinee.server.accounts.Sessions;

/// The two cookies of a browser that is signed in, which no script reads and no other site makes it
/// send: the refresh token, and the mark that stays when it is signed out.
///
/// Over https their names begin with `__Host-`, so that nobody who has another name of the same
/// site can put in one (RFC 6265bis, section 4.1.3.2); only such are read there. Over plain http
/// browsers take none of those.
final class Cookies {
  private static final String SESSION = "matinee-session";
  private static final String MARK = "matinee-device";
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

  private String cookie(HttpServerRequest request, String name, String value, Duration age) {
    var prefix = prefix(request);
    return "%s%s=%s; Max-Age=%d; Path=/; HttpOnly; SameSite=Strict%s"
        .formatted(prefix, name, value, age.toSeconds(), prefix.isEmpty() ? "" : "; Secure");
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
