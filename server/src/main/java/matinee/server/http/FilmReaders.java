package matinee.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import matinee.server.accounts.DeviceId;

/// The requests for bytes of films that are being answered to devices that are signed in, to be
/// broken off when such a session ends: a film is sent for hours. Safe for use by any thread.
final class FilmReaders {
  private final Map<HttpServerRequest, DeviceId> reading = new ConcurrentHashMap<>();

  /// The request in `context` is answered to `device` from now on.
  void begin(RoutingContext context, DeviceId device) {
    var request = context.request();
    reading.put(request, device);
    context.addEndHandler(_ -> reading.remove(request));
  }

  /// Cuts those to which one of `ended` reads.
  void end(Set<DeviceId> ended) {
    reading.forEach(
        (request, device) -> {
          if (ended.contains(device)) {
            request.connection().close();
          }
        });
  }
}
