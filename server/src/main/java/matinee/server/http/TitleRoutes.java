package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.OptionalInt;
import matinee.server.access.Rate;
import matinee.server.titles.Details;
import matinee.server.titles.Placing;
import matinee.server.titles.Title;
import matinee.server.titles.Titles;
import matinee.server.titles.Wanted;
import tools.jackson.databind.node.JsonNodeFactory;

/// The library of somebody who is signed in (`/api/me/library`): their films and series, as they
/// describe them.
final class TitleRoutes {
  private static final String LIBRARY = "/api/me/library";
  private static final String FILM = LIBRARY + "/films/:title";
  private static final String SERIES = LIBRARY + "/series/:series";
  private static final long PAGE = 50;
  private static final int SUGGESTED = 6;

  private final Callers callers;
  private final Library library;
  private final OwnTitles own;
  private final TitleText text;

  TitleRoutes(Callers callers, Library library, TitleText text) {
    this.callers = callers;
    this.library = library;
    own = new OwnTitles(callers, library.titles());
    this.text = text;
  }

  void on(Router router, Operations operations) {
    router.get(LIBRARY).handler(operations.reading(Rate.LIST, this::list));
    router.get(LIBRARY + "/tags").handler(operations.reading(Rate.READ, this::tags));
    router.get(LIBRARY + "/friends").handler(operations.reading(Rate.LIST, this::friends));
    router
        .get(LIBRARY + "/friends/watched")
        .handler(operations.reading(Rate.READ, this::watchedByFriends));
    router.get(LIBRARY + "/suggestions").handler(operations.reading(Rate.READ, this::suggestions));
    router.get(FILM).handler(operations.reading(Rate.READ, this::film));
    router.put(FILM).handler(operations.changing(Rate.ACCOUNT, this::describeFilm));
    router.delete(FILM).handler(operations.granting(Rate.ACCOUNT, this::remove));
    router
        .put(FILM + "/shown")
        .handler(operations.changing(Rate.ACCOUNT, it -> show(it, own.film(it))));
    router
        .put(SERIES + "/shown")
        .handler(operations.changing(Rate.ACCOUNT, it -> show(it, own.series(it))));
    router.get(SERIES).handler(operations.reading(Rate.READ, this::series));
    router.put(SERIES).handler(operations.changing(Rate.ACCOUNT, this::describeSeries));
    router.get(SERIES + "/episodes").handler(operations.reading(Rate.READ, this::episodes));
  }

  private Reply list(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    var order =
        switch (exchange.query("order").orElse("added")) {
          case "added" -> Wanted.Order.ADDED;
          case "name" -> Wanted.Order.NAME;
          default -> throw new Refusal(Problem.field("order", "order must be added or name."));
        };
    var tag = exchange.query("tag").orElse("");
    if (tag.length() > Details.MAX_TAG) {
      throw new Refusal(
          Problem.field("tag", "tag must have at most " + Details.MAX_TAG + " characters."));
    }
    var wanted = Wanted.of(exchange.search(Wanted.MAX_SEARCH), tag, order);
    var page = library.titles().page(account, wanted, from(exchange), limit(exchange));
    return Reply.json(200, text.page(page, account));
  }

  private static int from(Exchange exchange) {
    return exchange.number("from", 0, Titles.MOST).orElse(0L).intValue();
  }

  private static int limit(Exchange exchange) {
    return exchange.number("limit", 1, Titles.MAX_PAGE).orElse(PAGE).intValue();
  }

  private Reply tags(Exchange exchange) {
    var json = JsonNodeFactory.instance.objectNode();
    var tags = json.putArray("tags");
    for (var tag : library.titles().tags(callers.of(exchange).account().id())) {
      tags.addObject().put("tag", tag.tag()).put("titles", tag.titles());
    }
    return Reply.json(200, json);
  }

  private Reply suggestions(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    return Reply.json(200, text.suggested(account, SUGGESTED));
  }

  private Reply shown(Title title) {
    return Reply.json(200, text.one(title, title.owner()));
  }

  private Reply friends(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    var wanted = Wanted.of(exchange.search(Wanted.MAX_SEARCH), "", Wanted.Order.ADDED);
    var page = library.titles().ofFriends(me, wanted, from(exchange), limit(exchange));
    return Reply.json(200, text.friends(page, me));
  }

  private Reply watchedByFriends(Exchange exchange) {
    return Reply.json(200, text.watchedByFriends(callers.of(exchange).account().id()));
  }

  private Reply shown(OwnTitles.Sight<?> sight) {
    return sight
        .from()
        .map(it -> Reply.json(200, text.friends(it, sight.by())))
        .orElseGet(() -> shown(sight.title()));
  }

  private Reply film(Exchange exchange) {
    return shown(own.readableFilm(exchange));
  }

  private Reply series(Exchange exchange) {
    return shown(own.readableSeries(exchange));
  }

  private Reply episodes(Exchange exchange) {
    var sight = own.readableSeries(exchange);
    var series = sight.title();
    var page =
        library.titles().episodes(series.owner(), series.series(), from(exchange), limit(exchange));
    return Reply.json(200, text.page(page, sight.by()));
  }

  private Reply show(Exchange exchange, Title title) {
    boolean isShown = exchange.read(fields -> fields.flag("shown"));
    check(library.titles().show(title, isShown, callers.origin(exchange)));
    return Reply.done();
  }

  /// What somebody says of a film, and where it is to be among episodes.
  private record Said(Details details, Optional<Placing> placing) {}

  private static Details details(Fields fields) {
    var name = fields.text("name");
    var year =
        fields
            .optionalCount("year", Details.LAST_YEAR)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty);
    var tags = fields.texts("tags", Details.MOST_TAGS);
    return fields.checked(
        "name",
        fields.text("description"),
        description -> new Details(name, year, description, tags));
  }

  private static Placing placing(Fields fields) {
    int season =
        fields
            .optionalCount("season", Title.Episode.LAST_SEASON)
            .orElseThrow(() -> fields.refusal("season", "is missing"));
    int number =
        fields
            .optionalCount("number", Title.Episode.LAST_NUMBER)
            .orElseThrow(() -> fields.refusal("number", "is missing"));
    return fields.checked("series", fields.text("series"), it -> new Placing(it, season, number));
  }

  private static Said said(Fields fields) {
    var placing = fields.optionalObject("episode", TitleRoutes::placing);
    var details = details(fields);
    if (placing.isEmpty() && details.name().isEmpty()) {
      throw fields.refusal("name", "must not be empty");
    }
    return new Said(details, placing);
  }

  private Reply describeFilm(Exchange exchange) {
    var film = own.film(exchange);
    var said = exchange.read(TitleRoutes::said);
    var outcome =
        library
            .titles()
            .describe(
                film.owner(),
                film.film(),
                said.details(),
                said.placing(),
                callers.origin(exchange));
    check(outcome);
    return shown(own.film(exchange));
  }

  private Reply describeSeries(Exchange exchange) {
    var series = own.series(exchange);
    var details =
        exchange.read(
            fields -> {
              var said = details(fields);
              if (said.name().isEmpty()) {
                throw fields.refusal("name", "must not be empty");
              }
              return said;
            });
    check(
        library
            .titles()
            .describe(series.owner(), series.series(), details, callers.origin(exchange)));
    return shown(own.series(exchange));
  }

  private Reply remove(Exchange exchange) {
    check(library.remove(own.film(exchange), callers.origin(exchange)));
    return Reply.done();
  }

  private static void check(Titles.Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case UNKNOWN -> throw new Refusal(OwnTitles.UNKNOWN);
      case NAME_TAKEN -> throw new Refusal(NAME_TAKEN);
    }
  }

  private static final Problem NAME_TAKEN =
      new Problem(
          409,
          "series-exists",
          "You have another series of that name.",
          "Choose another name, or put the episodes into the other series.");
}
