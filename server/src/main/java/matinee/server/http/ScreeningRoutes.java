package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.MediaRef;
import matinee.room.Wish;
import matinee.server.access.Rate;
import matinee.server.accounts.Account;
import matinee.server.accounts.SignedIn;
import matinee.server.library.FilmId;
import matinee.server.rooms.Rooms;
import matinee.server.screenings.Answer;
import matinee.server.screenings.Coming;
import matinee.server.screenings.Person;
import matinee.server.screenings.Screening;
import matinee.server.screenings.ScreeningId;
import matinee.server.screenings.Screenings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whoever has the link of a planned evening (`/api/screenings/SCREENING`) sees it, and says
/// whether they come; who is in its room sees it there (`/api/rooms/ROOM/screening`).
final class ScreeningRoutes {
  private static final String ONE = PlanRoutes.ONE;

  private final Callers callers;
  private final Rooms rooms;
  private final Bearers bearers;
  private final Screenings screenings;
  private final Library library;
  private final Optional<PublicAddress> home;
  private final InstantSource clock;

  /// `home` is where people open the server, if that is known.
  ScreeningRoutes(
      Callers callers,
      Rooms rooms,
      Bearers bearers,
      Screenings screenings,
      Library library,
      Optional<PublicAddress> home,
      InstantSource clock) {
    this.callers = callers;
    this.rooms = rooms;
    this.bearers = bearers;
    this.screenings = screenings;
    this.library = library;
    this.home = home;
    this.clock = clock;
  }

  void on(Router router, Operations operations) {
    router.get(ONE).handler(operations.reading(Rate.READ, this::one));
    router.put(ONE + "/answer").handler(operations.changing(Rate.MESSAGE, this::answer));
    router.get(ONE + "/calendar").handler(operations.reading(Rate.READ, this::calendar));
    router.get("/api/rooms/:room/screening").handler(operations.reading(Rate.READ, this::ofRoom));
  }

  /// The screening of the path. Throws [Refusal].
  static Screening known(Screenings screenings, Exchange exchange) {
    return Optional.of(exchange.part("screening"))
        .filter(ScreeningId::isWellFormed)
        .map(ScreeningId::new)
        .flatMap(screenings::find)
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }

  private ObjectNode shown(Screening screening, Optional<Person> to) {
    return ScreeningText.of(screening, screenings.answers(screening.id()), to);
  }

  private Reply one(Exchange exchange) {
    var screening = known(screenings, exchange);
    var me = callers.ifSignedIn(exchange).map(it -> Person.of(it.account().id()));
    var json = shown(screening, me);
    poster(screening).ifPresent(it -> json.put("poster", it));
    var sittings = json.putArray("sittings");
    for (var sitting : screenings.series(screening.id())) {
      sittings.add(ScreeningText.sitting(sitting));
    }
    return Reply.json(200, json);
  }

  /// Where the poster is that whoever planned it chose for the film, if that is theirs.
  private Optional<String> poster(Screening screening) {
    return screening.film().ref() instanceof MediaRef.Upload(var film) && FilmId.isWellFormed(film)
        ? library.posters().of(screening.owner().id(), new FilmId(film)).map(TitleText::address)
        : Optional.empty();
  }

  private Reply ofRoom(Exchange exchange) {
    var room = exchange.room();
    bearers.checkReader(exchange, room);
    if (!rooms.exists(room)) {
      throw new Refusal(Problem.roomUnknown());
    }
    var json = JsonNodeFactory.instance.objectNode();
    screenings.of(room).ifPresent(it -> json.set("screening", ScreeningText.sitting(it)));
    return Reply.json(200, json);
  }

  /// Whether somebody comes; who is not signed in is known by a key, and called by a name.
  private record Said(Coming coming, Optional<String> name, Optional<String> key) {}

  private static Said said(Fields fields) {
    var coming =
        Coming.of(fields.text("answer"))
            .orElseThrow(() -> fields.refusal("answer", "must be yes, maybe or no"));
    var name =
        fields
            .optionalText("name")
            .map(text -> fields.checked("name", text, Wish.Rename::new).name());
    return new Said(
        coming, name, fields.optionalText("key").map(_ -> ConversationRoutes.key(fields)));
  }

  private Reply answer(Exchange exchange) {
    var screening = known(screenings, exchange);
    var said = exchange.read(ScreeningRoutes::said);
    var answer =
        callers
            .ifSignedIn(exchange)
            .map(SignedIn::account)
            .map(it -> ofAccount(it, said))
            .orElseGet(() -> ofGuest(said));
    if (!screenings.answer(screening.id(), answer)) {
      throw new Refusal(FULL);
    }
    return Reply.json(200, shown(screening, Optional.of(answer.person())));
  }

  private static Answer ofAccount(Account account, Said said) {
    return new Answer(Person.of(account.id()), account.profile().name(), said.coming());
  }

  private static Answer ofGuest(Said said) {
    return new Answer(
        Person.guest(said.key().orElseThrow(() -> missing("key"))),
        said.name().orElseThrow(() -> missing("name")),
        said.coming());
  }

  private static Refusal missing(String field) {
    return new Refusal(Problem.field(field, field + " is missing."));
  }

  private Reply calendar(Exchange exchange) {
    var screening = known(screenings, exchange);
    return Reply.text(
            200,
            "text/calendar; charset=utf-8",
            CalendarText.of(List.of(screening), home, clock.instant()))
        .with(Map.of("Content-Disposition", "attachment; filename=\"matinee.ics\""));
  }

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "screening-unknown",
          "There is no such evening.",
          "Check the link, or ask whoever sent it.");

  private static final Problem FULL =
      new Problem(
          409,
          "too-many-answers",
          "As many people as may have answered already.",
          "Just come: nobody needs to have answered.");
}
