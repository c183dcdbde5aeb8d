package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.access.Rate;
import matinee.server.accounts.Account;
import matinee.server.accounts.Opaque;
import matinee.server.journal.RoomId;
import matinee.server.places.Permit;
import matinee.server.places.Places;
import matinee.server.places.Trace;
import matinee.server.rooms.Rooms;
import matinee.server.screenings.Person;
import matinee.server.screenings.Screening;
import matinee.server.screenings.Screenings;
import matinee.server.screenings.Showtime;
import tools.jackson.databind.node.JsonNodeFactory;

/// Who is signed in plans evenings (`/api/screenings`), puts them off, and calls them off.
final class PlanRoutes {
  static final String ALL = "/api/screenings";
  static final String ONE = ALL + "/:screening";
  private static final int MEMBER_BYTES = 16;
  private static final int MOST_DAYS = 31;

  private final Callers callers;
  private final Screenings screenings;
  private final House house;
  private final World world;

  /// The rooms, whose the places in them are, and how films are named.
  record House(Rooms rooms, Places places, MediaFields media) {}

  /// Chance (a cryptographic source) and the time.
  record World(RandomGenerator chance, InstantSource clock) {}

  PlanRoutes(Callers callers, Screenings screenings, House house, World world) {
    this.callers = callers;
    this.screenings = screenings;
    this.house = house;
    this.world = world;
  }

  void on(Router router, Operations operations) {
    router.post(ALL).handler(operations.changing(Rate.NEW_ROOM, this::plan));
    router.post("/api/series").handler(operations.changing(Rate.NEW_ROOM, this::planSeries));
    router.get(ALL).handler(operations.reading(Rate.READ, this::mine));
    router.patch(ONE).handler(operations.changing(Rate.PEOPLE, this::move));
    router.post(ONE + "/call-off").handler(operations.granting(Rate.PEOPLE, this::callOff));
  }

  /// What is shown on one evening, one film after the other, and when.
  private record Wanted(List<Media> films, Showtime time) {}

  private Reply plan(Exchange exchange) {
    var me = callers.of(exchange).account();
    var planned =
        plan(
            exchange,
            me,
            exchange.read(
                fields ->
                    List.of(
                        new Wanted(List.of(fields.object("media", this::planned)), time(fields)))));
    var planner = Optional.of(Person.of(me.id()));
    return Reply.json(201, ScreeningText.of(planned.getFirst(), List.of(), planner));
  }

  private Reply planSeries(Exchange exchange) {
    var me = callers.of(exchange).account();
    var planned = plan(exchange, me, exchange.read(this::series));
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("screenings");
    for (var screening : planned) {
      all.add(ScreeningText.of(screening, List.of(), Optional.of(Person.of(me.id()))));
    }
    return Reply.json(201, json);
  }

  /// An evening for each episode, always at the same time on the wall; or one for all.
  private List<Wanted> series(Fields fields) {
    var films = fields.objects("episodes", Screenings.MOST_TOGETHER, this::planned);
    if (films.size() < 2) {
      throw fields.refusal("episodes", "must be two or more");
    }
    var first = time(fields);
    var everyDays = fields.optionalCount("everyDays", MOST_DAYS);
    if (everyDays.isEmpty()) {
      return List.of(new Wanted(films, first));
    }
    int days =
        everyDays
            .filter(it -> it > 0)
            .orElseThrow(() -> fields.refusal("everyDays", "must be 1 to " + MOST_DAYS));
    var evenings = new ArrayList<Wanted>();
    for (var film : films) {
      var local = first.local().plusDays((long) evenings.size() * days);
      evenings.add(new Wanted(List.of(film), Showtime.of(local, first.zone())));
    }
    checkNear(fields, evenings.getLast().time());
    return evenings;
  }

  private List<Screening> plan(Exchange exchange, Account me, List<Wanted> evenings) {
    // Asked before rooms are made that nobody would need.
    if (!screenings.mayPlan(me.id(), evenings.size())) {
      throw new Refusal(TOO_MANY);
    }
    var plans =
        evenings.stream()
            .map(
                it ->
                    new Screenings.Plan(
                        makeRoom(exchange, me, it.films()), it.films().getFirst(), it.time()))
            .toList();
    return screenings
        .plan(new Screening.Owner(me.id(), me.profile().name()), plans)
        .orElseThrow(() -> new Refusal(TOO_MANY));
  }

  /// Of an own copy each would have to have one.
  private Media planned(Fields fields) {
    var planned = house.media().media(fields);
    if (planned.ref() instanceof MediaRef.OwnCopy) {
      throw fields.refusal("ref", "must be an address or an upload");
    }
    return planned;
  }

  /// A new room that belongs to `me`, who has a place there; the first of `films` stands ready, the
  /// others are up next.
  private RoomId makeRoom(Exchange exchange, Account me, List<Media> films) {
    var member = new MemberId(Opaque.text(Opaque.fresh(world.chance(), MEMBER_BYTES)));
    var name = me.profile().name();
    var room = house.rooms().create(films.getFirst(), films.subList(1, films.size()), member, name);
    var origin = callers.origin(exchange);
    var arrival = new Places.Arrival(room, member, name, Trace.of(me.id()), origin);
    var _ = house.places().of(me.id(), arrival, Optional.empty(), Permit.FREE);
    return room;
  }

  private Showtime time(Fields fields) {
    var zone = fields.text("zone");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw fields.refusal("zone", "must be a time zone such as Europe/Berlin");
    }
    var time = Showtime.of(local(fields), ZoneId.of(zone));
    var now = world.clock().instant();
    if (time.instant().isBefore(now)) {
      throw fields.refusal("local", "must lie ahead");
    }
    checkNear(fields, time);
    return time;
  }

  private void checkNear(Fields fields, Showtime time) {
    if (time.instant().isAfter(world.clock().instant().plus(Screenings.FARTHEST))) {
      throw fields.refusal("local", "must lie within a year, all of it");
    }
  }

  private static LocalDateTime local(Fields fields) {
    try {
      return LocalDateTime.parse(fields.text("local"));
    } catch (DateTimeException _) {
      throw fields.refusal("local", "must be a time such as 2026-12-24T20:15");
    }
  }

  private Reply mine(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("screenings");
    for (var screening : screenings.of(me)) {
      var answers = screenings.answers(screening.id());
      all.add(ScreeningText.of(screening, answers, Optional.of(Person.of(me))));
    }
    return Reply.json(200, json);
  }

  /// A screening of whoever asks.
  private Screening own(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    var screening = ScreeningRoutes.known(screenings, exchange);
    if (!screening.owner().id().equals(me)) {
      throw new Refusal(NOT_YOURS);
    }
    return screening;
  }

  private Reply move(Exchange exchange) {
    var screening = own(exchange);
    var to = exchange.read(this::time);
    if (!screenings.move(screening.id(), screening.owner().id(), to)) {
      throw new Refusal(OVER);
    }
    var moved = ScreeningRoutes.known(screenings, exchange);
    var me = Optional.of(Person.of(moved.owner().id()));
    return Reply.json(200, ScreeningText.of(moved, screenings.answers(moved.id()), me));
  }

  private Reply callOff(Exchange exchange) {
    var screening = own(exchange);
    if (!screenings.callOff(screening.id(), screening.owner().id())) {
      throw new Refusal(OVER);
    }
    return Reply.done();
  }

  private static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many-screenings",
          "You have planned as many evenings as one may.",
          "Call some of them off; " + Screenings.MOST_PLANNED + " may lie ahead at a time.");

  private static final Problem NOT_YOURS =
      new Problem(
          403,
          "screening-not-yours",
          "Somebody else planned this evening.",
          "Ask whoever planned it to change it.");

  private static final Problem OVER =
      new Problem(
          409,
          "screening-over",
          "This evening has begun, or is over.",
          "Plan another one; what plays is paused and changed in the room.");
}
