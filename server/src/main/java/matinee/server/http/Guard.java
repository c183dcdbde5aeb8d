package matinee.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import matinee.server.access.Origins;
import matinee.server.access.Rate;
import matinee.server.access.RateLimits;
import matinee.server.load.Headroom;

/// What is asked of a request before anything else: how often, from which page, in which form.
/// Never blocks.
final class Guard {
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

  private final RateLimits limits;
  private final Origins origins;
  private final Remote remote;
  private final Headroom headroom;

  Guard(RateLimits limits, Origins origins, Remote remote, Headroom headroom) {
    this.limits = limits;
    this.origins = origins;
    this.remote = remote;
    this.headroom = headroom;
  }

  /// The problem with one more use of `rate`, if there is one.
  Optional<Problem> tooMuch(HttpServerRequest request, Rate rate) {
    if (rate.bringsMore() && headroom.isShort()) {
      return Optional.of(Problem.busy());
    }
    return limits.take(rate, remote.address(request)).map(Problem::tooOften);
  }

  /// The problem with a request that changes something, if a page of somewhere else may have made a
  /// browser send it.
  Optional<Problem> foreign(HttpServerRequest request) {
    var site = request.getHeader(FETCH_SITE);
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    var host = request.getHeader(HttpHeaders.HOST);
    boolean ours =
        (site == null || OUR_SITES.contains(site))
            && (origin == null || (host != null && origins.allows(origin, host)));
    return ours || (origin != null && origins.mayAsk(origin))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                403,
                "foreign-page",
                "The request comes from a page of another site.",
                "Open Matinee itself. If this is Matinee behind another name, start the server with"
                    + " that as its public address."));
  }

  /// The problem with the form of the body, if it is not one of `types` (which no form of a foreign
  /// page can send) or is encoded.
  static Optional<Problem> unreadable(HttpServerRequest request, String wanted, Set<String> types) {
    var field = request.getHeader(HttpHeaders.CONTENT_TYPE);
    var type = field == null ? "" : field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean known = types.contains(type) || types.contains(type.replaceFirst("/.*", "/*"));
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    return known && plain
        ? Optional.empty()
        : Optional.of(
            new Problem(
                415,
                "form-unknown",
                "The body is not in a form that is read here.",
                "Send it as " + wanted + ", not compressed."));
  }
}
