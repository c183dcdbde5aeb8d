package matinee.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.access.FilmGrant;
import matinee.server.access.FilmGrants;
import matinee.server.access.Pass;
import matinee.server.access.Rate;
import matinee.server.access.Secret;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.library.FilmId;
import matinee.server.library.Films;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// Signed addresses of films, and the bytes behind them.
///
/// An address fits one film, one member and one room. It is good while the film is loaded there and
/// the member has a place there, for 12 h at most; [FilmAccess] looks at both on every request, so
/// that nobody reads on who has left.
final class FilmRoutes {
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final Rooms rooms;
  private final Films films;
  private final Bearers bearers;
  private final FilmGrants grants;
  private final FilmAccess access;
  private final InstantSource clock;
  private final FilmReaders readers = new FilmReaders();

  FilmRoutes(Rooms rooms, Films films, Bearers bearers, Secret secret, InstantSource clock) {
    this.rooms = rooms;
    this.films = films;
    this.bearers = bearers;
    this.grants = new FilmGrants(secret);
    this.access = new FilmAccess(rooms, films, bearers::isGood, clock);
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
              session(new Exchange(context, ""))
                  .ifPresent(it -> readers.begin(context, it.device()));
              contents.answer(context, () -> content(context));
            });
  }

  /// Reads no more to devices whose sessions have `ended`.
  void end(Set<DeviceId> ended) {
    readers.end(ended);
  }

  private Reply address(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var film =
        films
            .find(exchange.film())
            .filter(found -> FilmAccess.isLoaded(found.id().value(), state))
            .orElseThrow(() -> new Refusal(Problem.filmUnknown()));
    var until = Instant.ofEpochMilli(clock.instant().plus(LIFETIME).toEpochMilli());
    var grant = new FilmGrant(room, pass, film.id().value(), until);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("url", url(grant))
        .put("contentType", film.format().contentType())
        .put("sizeBytes", film.sizeBytes())
        .put("expiresAtMs", until.toEpochMilli());
    return Reply.json(200, json);
  }

  private String url(FilmGrant grant) {
    return "/films/"
        + grant.film()
        + "?r="
        + grant.room().value()
        + "&m="
        + grant.pass().member().value()
        + grant
            .pass()
            .session()
            .map(it -> "&a=" + it.account().value() + "&d=" + it.device().value())
            .orElse("")
        + "&e="
        + grant.until().toEpochMilli()
        + "&s="
        + grants.sign(grant);
  }

  /// The film that the address in `context` is good for.
  private Content content(RoutingContext context) {
    var exchange = new Exchange(context, "");
    var film =
        grant(exchange).flatMap(access::film).orElseThrow(() -> new Refusal(addressRefused()));
    return new Content(
        films.file(film),
        film.sizeBytes(),
        film.format().contentType(),
        new Validators("\"" + film.id().value() + "\"", film.addedAt()));
  }

  private Optional<FilmGrant> grant(Exchange exchange) {
    var room = exchange.query("r").filter(RoomId::isWellFormed);
    var member = exchange.query("m").filter(FilmId::isWellFormed);
    var film = exchange.filmIfAny();
    var signature = exchange.query("s");
    if (room.isEmpty() || member.isEmpty() || film.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    var pass = new Pass(new MemberId(member.get()), Optional.empty(), session(exchange));
    return exchange
        .number("e", 0, Long.MAX_VALUE)
        .map(
            until ->
                new FilmGrant(
                    new RoomId(room.get()), pass, film.get().value(), Instant.ofEpochMilli(until)))
        .filter(grant -> grants.isSigned(grant, signature.get()));
  }

  /// With which session the address ends, if with any.
  private static Optional<SessionId> session(Exchange exchange) {
    return exchange
        .query("a")
        .flatMap(
            account ->
                exchange
                    .query("d")
                    .map(device -> new SessionId(new AccountId(account), new DeviceId(device))));
  }

  private static Problem addressRefused() {
    return new Problem(
        403,
        "address-refused",
        "This address is not, or no longer, good.",
        "Ask the room for a new one: POST /api/rooms/{room}/films/{film}/address.");
  }
}
