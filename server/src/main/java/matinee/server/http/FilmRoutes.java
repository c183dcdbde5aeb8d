package matinee.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import matinee.server.access.FilmGrant;
import matinee.server.access.Rate;
import matinee.server.library.Film;
import matinee.server.library.Films;
import matinee.server.library.Showing;
import tools.jackson.databind.node.JsonNodeFactory;

/// Signed addresses of films, and the bytes behind them.
///
/// An address fits one film, one member and one room. It is good while the film is loaded there and
/// the member has a place there, for 12 h at most; [FilmAccess] looks at both on every request, so
/// that nobody reads on who has left.
final class FilmRoutes {
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final Films films;
  private final Bearers bearers;
  private final FilmAddresses addresses;
  private final FilmAccess access;
  private final FilmReaders readers;
  private final InstantSource clock;

  FilmRoutes(
      Films films,
      Bearers bearers,
      FilmAddresses addresses,
      FilmAccess access,
      FilmReaders readers,
      InstantSource clock) {
    this.films = films;
    this.bearers = bearers;
    this.addresses = addresses;
    this.access = access;
    this.readers = readers;
    this.clock = clock;
  }

  void on(Router router, Operations operations, Contents contents) {
    router
        .post("/api/rooms/:room/films/:film/address")
        .handler(operations.granting(Rate.FILM_ADDRESS, this::address));
    router
        .route("/films/:film")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            context -> {
              // Whether that is so, its signature tells before a byte is sent.
              FilmAddresses.session(new Exchange(context, "")::query)
                  .ifPresent(it -> readers.begin(context, it.device()));
              contents.answer(context, () -> content(context));
            });
  }

  private Reply address(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var film = access.showing(room, exchange.film()).film();
    var until = Instant.ofEpochMilli(clock.instant().plus(LIFETIME).toEpochMilli());
    var grant = new FilmGrant(room, pass, film.id().value(), until);
    var json = JsonNodeFactory.instance.objectNode();
    var below = "/films/" + grant.film();
    json.put("url", below + "?" + addresses.signed(grant))
        .put("renditionsUrl", below + "/" + addresses.signed(grant) + "/")
        .put("contentType", film.format().contentType())
        .put("sizeBytes", film.sizeBytes())
        .put("expiresAtMs", until.toEpochMilli());
    return Reply.json(200, json);
  }

  private Content.Source source(Film film) {
    return films
        .file(film)
        .<Content.Source>map(Content.Disk::new)
        .or(() -> films.address(film).map(Content.Away::new))
        .orElseGet(() -> (Content.Elsewhere) (first, length) -> films.read(film, first, length));
  }

  private Content.Coming coming(Showing showing) {
    return new Content.Coming(
        (first, _) -> films.readAsItComes(showing.film(), first), showing.thereBytes());
  }

  /// The film that the address in `context` is good for.
  private Content content(RoutingContext context) {
    var exchange = new Exchange(context, "");
    var showing =
        exchange
            .filmIfAny()
            .flatMap(it -> addresses.grant(it, exchange::query))
            .flatMap(access::showing)
            .orElseThrow(() -> new Refusal(FilmAddresses.refused()));
    var film = showing.film();
    return new Content(
        showing.isWhole() ? source(film) : coming(showing),
        film.sizeBytes(),
        film.format().contentType(),
        new Validators("\"" + film.id().value() + "\"", film.addedAt()),
        showing.isWhole() ? Content.KEPT : Content.NOT_KEPT);
  }
}
