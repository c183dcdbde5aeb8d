package matinee.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.library.Film;
import matinee.server.library.Showing;
import matinee.server.renditions.Probe.Track;
import matinee.server.renditions.Renditions;
import matinee.server.renditions.Renditions.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Renditions of films: how far they are, and their playlists and segments, which are read by
/// whoever may read the film (see [FilmAccess]).
final class RenditionRoutes {
  private final Renditions renditions;
  private final Bearers bearers;
  private final FilmAddresses addresses;
  private final FilmAccess access;
  private final FilmReaders readers;

  RenditionRoutes(
      Renditions renditions,
      Bearers bearers,
      FilmAddresses addresses,
      FilmAccess access,
      FilmReaders readers) {
    this.renditions = renditions;
    this.bearers = bearers;
    this.addresses = addresses;
    this.access = access;
    this.readers = readers;
  }

  void on(Router router, Operations operations, Contents contents) {
    router
        .get("/api/rooms/:room/films/:film/renditions")
        .handler(operations.reading(Rate.READ, this::progress));
    router
        .route("/films/:film/:address/:file")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            context -> {
              var exchange = new Exchange(context, "");
              FilmAddresses.session(name -> field(exchange, name))
                  .ifPresent(it -> readers.begin(context, it.device()));
              contents.answer(context, () -> file(context));
            });
  }

  private Reply progress(Exchange exchange) {
    var room = exchange.room();
    var _ = bearers.member(exchange, room);
    var showing = access.showing(room, exchange.film());
    return Reply.json(200, showing.isWhole() ? json(showing.film()) : nothingYet());
  }

  /// Of a film on its way in nothing is made before it is whole.
  private static ObjectNode nothingYet() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("state", "none")
        .put("share", 0)
        .put("playable", false);
  }

  private ObjectNode json(Film film) {
    var progress = renditions.progress(film);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("state", progress.state().name().toLowerCase(Locale.ROOT));
    json.put("share", progress.share());
    json.put("playable", renditions.isPlayable(film));
    progress.failure().ifPresent(it -> json.put("failure", it.name().toLowerCase(Locale.ROOT)));
    progress
        .probe()
        .ifPresent(
            probe -> {
              json.put("contentType", probe.contentType()).put("lengthMs", probe.lengthMs());
              tracks(json.putArray("sounds"), probe.sounds());
              var subtitles = json.putArray("subtitles");
              renditions.subtitles(film, probe).forEach(it -> words(subtitles.addObject(), it));
              var fonts = json.putArray("fonts");
              renditions.fonts(film).forEach(fonts::add);
            });
    return json;
  }

  private static void tracks(ArrayNode array, List<Track> tracks) {
    tracks.forEach(it -> track(array.addObject(), it));
  }

  private static void track(ObjectNode json, Track track) {
    track.language().ifPresent(it -> json.put("language", it));
    track.title().ifPresent(it -> json.put("title", it));
  }

  private static void words(ObjectNode json, Words words) {
    track(json, words.track());
    json.put("isText", words.isText());
    words.file().ifPresent(it -> json.put("file", it));
  }

  /// The file that the address in `context` is good for.
  private Content file(RoutingContext context) {
    var exchange = new Exchange(context, "");
    Film film =
        exchange
            .filmIfAny()
            .flatMap(it -> addresses.grant(it, name -> field(exchange, name)))
            .flatMap(access::showing)
            .filter(Showing::isWhole)
            .map(Showing::film)
            .orElseThrow(() -> new Refusal(FilmAddresses.refused()));
    var made =
        renditions
            .file(film, exchange.part("file"))
            .orElseThrow(() -> new Refusal(Problem.notFound()));
    var changes = made.contentType().endsWith("mpegurl");
    return new Content(
        new Content.Disk(made.file()),
        made.sizeBytes(),
        made.contentType(),
        new Validators("\"" + made.version() + "\"", film.addedAt()),
        changes ? Content.ASKED_FOR : Content.KEPT);
  }

  /// The field called `name` of what stands in the path as an address.
  private static Optional<String> field(Exchange exchange, String name) {
    return Arrays.stream(exchange.part("address").split("&", 12))
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(name.length() + 1))
        .findFirst();
  }
}
