package matinee.server.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which pages may change something or open connections (EN1): those of this server, as the
/// request's `Host` names it, and those of the configured public addresses. Everything else is
/// foreign: `null`, another port, a name that merely looks alike.
public final class Origins {
  private final Set<String> allowed;

  /// `publicUrls` are the addresses at which people reach this server.
  public Origins(List<URI> publicUrls) {
    allowed =
        publicUrls.stream()
            .map(url -> canonical(url.getScheme() + "://" + url.getAuthority()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Is a page from `origin` one of the server that it calls `host`?
  public boolean allows(String origin, String host) {
    var page = canonical(origin);
    return allowed.contains(page)
        || page.equals(canonical("http://" + host))
        || page.equals(canonical("https://" + host));
  }

  /// Lower case, without the port that the scheme implies.
  private static String canonical(String origin) {
    var lower = origin.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://")) {
      return withoutSuffix(lower, ":80");
    }
    return lower.startsWith("https://") ? withoutSuffix(lower, ":443") : lower;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }
}
