package matinee.server.http;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import matinee.server.access.Rate;
import tools.jackson.databind.node.JsonNodeFactory;

/// `GET /api/addresses`: where others reach this server, told to whoever sits at its machine and
/// has a page that nobody else can open.
final class AddressRoutes {
  private final List<URI> publicUrls;
  private final Supplier<Optional<String>> onThisNetwork;

  /// `onThisNetwork` gives the machine's own address, if people on the same network may use it.
  AddressRoutes(List<URI> publicUrls, Supplier<Optional<String>> onThisNetwork) {
    this.publicUrls = List.copyOf(publicUrls);
    this.onThisNetwork = onThisNetwork;
  }

  void on(Router router, Operations operations) {
    router.get("/api/addresses").handler(operations.reading(Rate.READ, this::addresses));
  }

  private Reply addresses(Exchange exchange) {
    var request = exchange.context().request();
    if (!Remote.isThisMachine(request)) {
      throw new Refusal(NOT_HERE);
    }
    var json = JsonNodeFactory.instance.objectNode();
    var addresses = json.putArray("addresses");
    var own =
        onThisNetwork.get().map(name -> "http://" + name + ":" + request.localAddress().port());
    Stream.concat(publicUrls.stream().map(URI::toString), own.stream()).forEach(addresses::add);
    return Reply.json(200, json);
  }

  private static final Problem NOT_HERE =
      new Problem(
          403,
          "addresses-local",
          "The addresses are told on the server's own machine.",
          "Use the address that you came by: it works for you, so it works for others.");
}
