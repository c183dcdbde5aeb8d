package matinee.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Optional;
import matinee.server.access.RegionProof;
import matinee.server.moving.Moving;
import tools.jackson.databind.node.JsonNodeFactory;

/// What servers of other regions ask for: the clock, where a room is, and that a room is taken in.
/// Each request proves that it comes from one of them ([RegionProof]), and may come twice.
final class BetweenRoutes {
  private static final int MAX_QUESTION = 1_024;
  private static final int MAX_ROOM = 32 * 1024 * 1024;

  private final Moving moving;

  BetweenRoutes(Moving moving) {
    this.moving = moving;
  }

  void on(Router router, Operations operations) {
    router
        .post("/api/regions/clock")
        .handler(operations.between(MAX_QUESTION, this::problem, this::clock));
    router
        .post("/api/regions/rooms/:room")
        .handler(operations.between(MAX_QUESTION, this::problem, this::whereIs));
    router
        .post("/api/regions/arrivals")
        .handler(operations.between(MAX_ROOM, this::problem, this::arrive));
  }

  /// The problem with the head of a request, if it is not of another region, and of now.
  private Optional<Problem> problem(HttpServerRequest request) {
    var at = header(request, "Matinee-At");
    boolean isProved =
        at.matches("[0-9]{1,16}")
            && moving.isProved(
                new RegionProof.Request(
                    header(request, "Matinee-Region"),
                    request.method().name(),
                    String.valueOf(request.path()),
                    Instant.ofEpochMilli(Long.parseLong(at)),
                    header(request, "Matinee-Digest")),
                header(request, "Matinee-Proof"));
    return isProved ? Optional.empty() : Optional.of(NOT_PROVED);
  }

  private static String header(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private static String body(Exchange exchange) {
    var digest = header(exchange.context().request(), "Matinee-Digest");
    if (!RegionProof.digest(exchange.body()).equals(digest)) {
      throw new Refusal(NOT_PROVED);
    }
    return exchange.body();
  }

  private Reply clock(Exchange exchange) {
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("atMs", moving.clockMs()));
  }

  private Reply whereIs(Exchange exchange) {
    return moving
        .compass()
        .knownHere(exchange.room())
        .map(it -> Reply.json(200, JsonNodeFactory.instance.objectNode().put("region", it)))
        .orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  private Reply arrive(Exchange exchange) {
    var luggage = body(exchange);
    var from = header(exchange.context().request(), "Matinee-Region");
    try {
      var room = moving.arrive(luggage, from);
      return Reply.json(200, JsonNodeFactory.instance.objectNode().put("room", room.value()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          new Problem(
              400,
              "room-unreadable",
              "This is no room that can be taken in: " + e.getMessage(),
              "Let the servers of all regions be of the same build."));
    }
  }

  private static final Problem NOT_PROVED =
      new Problem(
          403,
          "not-of-a-region",
          "The request does not prove that it comes from a server of another region, and of now.",
          "Give the servers of all regions the same MATINEE_REGION_SECRET and the same --regions, and let"
              + " their clocks agree to half a minute.");
}
