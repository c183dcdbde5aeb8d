package matinee.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import matinee.server.access.Origins;

/// Lets pages of the other regions ask here (CORS), as a page stays with a room that moves to
/// another region, and browser extensions. Browsers send no cookies for it, as nothing here allows
/// them to; who asks shows a pass.
final class CrossOrigin {
  private static final String ORIGIN_MATTERS = "Origin";
  private static final String PREFLIGHT_SECONDS = "600";

  private static final String MAY_BE_SAID =
      "Authorization, Content-Type, Range, Tus-Resumable, Upload-Length, Upload-Metadata,"
          + " Upload-Offset, Upload-Checksum";
  private static final String MAY_BE_HEARD =
      "Retry-After, Location, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Expires";

  private final Origins origins;

  CrossOrigin(Origins origins) {
    this.origins = origins;
  }

  void on(Router router) {
    router.route("/api/*").handler(this::allow);
    if (origins.areOfRegions()) {
      router.route("/films/*").handler(this::allow);
    }
  }

  private void allow(RoutingContext context) {
    var request = context.request();
    var answer = context.response().headers();
    answer.add(HttpHeaders.VARY, ORIGIN_MATTERS);
    if (context.normalizedPath().startsWith("/films/")) {
      answer.set("Cross-Origin-Resource-Policy", "cross-origin"); // a player says no origin
    }
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && origins.mayAsk(origin)) {
      answer
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, MAY_BE_HEARD)
          .set("Timing-Allow-Origin", origin);
      if (isPreflight(context)) {
        answer
            .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PATCH, DELETE")
            .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, MAY_BE_SAID)
            .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        context.response().setStatusCode(204).end();
        return;
      }
    }
    context.next();
  }

  private static boolean isPreflight(RoutingContext context) {
    var request = context.request();
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }
}
