package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalInt;
import matinee.server.access.Rate;
import matinee.server.library.FilmId;
import matinee.server.titles.Details;
import matinee.server.titles.Placing;
import matinee.server.titles.SeriesId;
import matinee.server.titles.Title;
import matinee.server.titles.Titles;
import matinee.server.titles.Wanted;
import tools.jackson.databind.node.JsonNodeFactory;

/// The library of somebody who is signed in (`/api/me/library`): their films and series, as they
/// describe them, and the posters of these.
final class TitleRoutes {
  private static final String LIBRARY = "/api/me/library";
  private static final String FILM = LIBRARY + "/films/:title";
  private static final String SERIES = LIBRARY + "/series/:series";
  private static final long PAGE = 50;
  private static final int SUGGESTED = 6;

  /// What is at the address of a poster may be another one day: somebody chooses one.
  private static final String FOR_AN_HOUR = "private, max-age=3600";

  private final Blocking blocking;
  private final Callers callers;
  private final Library library;
  private final TitleText text;

  TitleRoutes(Blocking blocking, Callers callers, Library library, TitleText text) {
    this.blocking = blocking;
    this.callers = callers;
    this.library = library;
    this.text = text;
  }

  void on(Router router, Operations operations) {
    router.get(LIBRARY).handler(operations.reading(Rate.LIST, this::list));
    router.get(LIBRARY + "/tags").handler(operations.reading(Rate.READ, this::tags));
    router.get(LIBRARY + "/suggestions").handler(operations.reading(Rate.READ, this::suggestions));
    router.get(FILM).handler(operations.reading(Rate.READ, this::film));
    router.put(FILM).handler(operations.changing(Rate.ACCOUNT, this::describeFilm));
    router.delete(FILM).handler(operations.granting(Rate.ACCOUNT, this::remove));
    router.get(SERIES).handler(operations.reading(Rate.READ, this::series));
    router.put(SERIES).handler(operations.changing(Rate.ACCOUNT, this::describeSeries));
    router.get(SERIES + "/episodes").handler(operations.reading(Rate.READ, this::episodes));
    router.get("/api/posters/:poster").handler(this::poster);
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

  private Title.OfFilm mine(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    return Optional.of(exchange.part("title"))
        .filter(FilmId::isWellFormed)
        .flatMap(it -> library.titles().film(account, new FilmId(it)))
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }

  private Title.OfSeries mySeries(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    return library
        .titles()
        .series(account, new SeriesId(exchange.part("series")))
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }

  private Reply shown(Title title) {
    return Reply.json(200, text.one(title, title.owner()));
  }

  private Reply film(Exchange exchange) {
    return shown(mine(exchange));
  }

  private Reply series(Exchange exchange) {
    return shown(mySeries(exchange));
  }

  private Reply episodes(Exchange exchange) {
    var series = mySeries(exchange);
    var page =
        library.titles().episodes(series.owner(), series.series(), from(exchange), limit(exchange));
    return Reply.json(200, text.page(page, series.owner()));
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
    var film = mine(exchange);
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
    return shown(mine(exchange));
  }

  private Reply describeSeries(Exchange exchange) {
    var series = mySeries(exchange);
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
    return shown(mySeries(exchange));
  }

  private Reply remove(Exchange exchange) {
    check(library.remove(mine(exchange), callers.origin(exchange)));
    return Reply.done();
  }

  private static void check(Titles.Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case UNKNOWN -> throw new Refusal(UNKNOWN);
      case NAME_TAKEN -> throw new Refusal(NAME_TAKEN);
    }
  }

  private void poster(RoutingContext context) {
    blocking.run(context.request(), () -> showing(context));
  }

  private Blocking.Sending showing(RoutingContext context) {
    var file =
        text.filmOfPoster(new Exchange(context, "").part("poster"))
            .flatMap(library.renditions()::poster)
            .orElseThrow(() -> new Refusal(POSTER_UNKNOWN));
    byte[] jpeg;
    try {
      jpeg = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a poster", e);
    }
    return () ->
        context
            .request()
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
            .putHeader(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
            .putHeader("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY)
            .end(Buffer.buffer(jpeg));
  }

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "title-unknown",
          "There is no such film or series in your library.",
          "Look for it in the library, or upload it again.");

  private static final Problem NAME_TAKEN =
      new Problem(
          409,
          "series-exists",
          "You have another series of that name.",
          "Choose another name, or put the episodes into the other series.");

  private static final Problem POSTER_UNKNOWN =
      new Problem(
          404, "poster-unknown", "There is no such poster.", "Ask for the film or series again.");
}
