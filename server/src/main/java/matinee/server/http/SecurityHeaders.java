package matinee.server.http;

import static java.util.stream.Collectors.joining;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import matinee.server.Config;
import matinee.server.regions.Regions;

/// What every answer tells browsers not to do.
///
/// Scripts come from here alone. Media, and the pieces of an HLS stream that a script fetches, may
/// come from anywhere, because people paste addresses. Styles may stand in elements: the component
/// library sets positions and sizes that way; no text of a person ever gets there. Frames show the
/// players of a few sites (EM1), and nothing else.
final class SecurityHeaders {
  /// The sites whose players a page may show, each in a frame of its own; their scripts stay there.
  private static final List<String> SITES =
      List.of(
          "https://www.youtube-nocookie.com",
          "https://player.vimeo.com",
          "https://player.twitch.tv");

  private static final String PAGE_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "font-src 'self'",
          "media-src * blob: data:",
          "frame-src " + String.join(" ", SITES),
          "worker-src 'self' blob:",
          "manifest-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  /// For what is not a page: whoever opens it as one gets nothing but its bytes.
  static final String CONTENT_POLICY =
      "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  /// For scripts that work beside a page. Whatever they are made to read, they reach nothing but
  /// here; that some compile libraries to machine code is allowed to none else.
  static final String WORKER_POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
          + " microphone=(), midi=(), payment=(), usb=(), autoplay="
          + selfAndSites()
          + ", fullscreen=(self), picture-in-picture="
          + selfAndSites()
          + ", screen-wake-lock=(self), web-share=(self)";

  private final Map<String, String> headers = new LinkedHashMap<>();

  /// Browsers that came by `https` are told to keep to it, if that is how the server is reached.
  SecurityHeaders(Config.Place place) {
    headers.put("Content-Security-Policy", PAGE_POLICY + elsewhere(place.regions()));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Permissions-Policy", PERMISSIONS);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
    if (place.publicUrls().stream().anyMatch(url -> "https".equalsIgnoreCase(url.getScheme()))) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static String selfAndSites() {
    return SITES.stream().map(it -> '"' + it + '"').collect(joining(" ", "(self ", ")"));
  }

  /// A page stays with a room that moves to another region: it connects there, and shows the
  /// pictures that are made of films there.
  private static String elsewhere(Regions regions) {
    var others = regions.others().stream().map(region -> region.address().toString()).toList();
    var sockets = others.stream().map(address -> " " + address.replaceFirst("^http", "ws"));
    var pictures = others.stream().map(address -> " " + address);
    return "; img-src 'self' data: blob:"
        + pictures.collect(joining())
        + "; connect-src 'self' http: https:"
        + sockets.collect(joining());
  }

  void putInto(MultiMap answer) {
    headers.forEach(answer::set);
  }
}
