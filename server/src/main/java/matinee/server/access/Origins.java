package matinee.server.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import matinee.server.Config;

/// Which pages may change something or open connections (EN1): those of this server, as the
/// request's `Host` names it, those of the configured public addresses, those of the other regions,
/// and extensions of the browser, which its person has put there and whose origin no page can
/// claim. Everything else is foreign: `null`, another port, a name that merely looks alike.
public final class Origins {
  private static final List<String> EXTENSIONS = List.of("chrome-extension://", "moz-extension://");

  private final Set<String> allowed;
  private final Set<String> ofRegions;

  public Origins(Config.Place place) {
    allowed = origins(place.publicUrls());
    ofRegions = origins(place.regions().addresses());
  }

  private static Set<String> origins(List<URI> urls) {
    return urls.stream()
        .map(url -> canonical(url.getScheme() + "://" + url.getAuthority()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Is a page from `origin` one of the server that it calls `host`?
  public boolean allows(String origin, String host) {
    var page = canonical(origin);
    return allowed.contains(page)
        || mayAsk(page)
        || page.equals(canonical("http://" + host))
        || page.equals(canonical("https://" + host));
  }

  /// May a page from `origin` ask here though it came from elsewhere: from the server of another
  /// region, or from the browser itself?
  public boolean mayAsk(String origin) {
    var page = canonical(origin);
    return ofRegions.contains(page) || EXTENSIONS.stream().anyMatch(page::startsWith);
  }

  /// Are there several regions?
  public boolean areOfRegions() {
    return ofRegions.size() > 1;
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
