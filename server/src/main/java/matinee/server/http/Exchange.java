package matinee.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import matinee.server.accounts.DeviceId;
import matinee.server.journal.RoomId;
import matinee.server.library.FilmId;

/// One request, its body already here, as an operation sees it. Methods throw [Refusal] for what is
/// not as it must be.
record Exchange(RoutingContext context, String body) {
  private static final String BEARER = "Bearer ";

  /// The room of the path. One that cannot be is unknown like any other.
  RoomId room() {
    return Optional.ofNullable(context.pathParam("room"))
        .filter(RoomId::isWellFormed)
        .map(RoomId::new)
        .orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  /// The film of the path. One that cannot be is unknown like any other.
  FilmId film() {
    return filmIfAny().orElseThrow(() -> new Refusal(Problem.filmUnknown()));
  }

  /// The film of the path, if there can be such a film.
  Optional<FilmId> filmIfAny() {
    return Optional.ofNullable(context.pathParam("film"))
        .filter(FilmId::isWellFormed)
        .map(FilmId::new);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.request().getParam(name));
  }

  /// What is searched for, of at most `most` characters; nothing if nothing is.
  String search(int most) {
    var text = query("search").orElse("");
    if (text.length() > most) {
      throw new Refusal(
          Problem.field("search", "search must have at most " + most + " characters."));
    }
    return text;
  }

  /// The whole number called `name` in the query, from `min` to `max`.
  Optional<Long> number(String name, long min, long max) {
    return query(name)
        .map(
            text -> {
              if (!text.matches("[0-9]{1,16}")
                  || Long.parseLong(text) < min
                  || Long.parseLong(text) > max) {
                throw new Refusal(
                    Problem.field(
                        name, name + " must be a whole number, " + min + " to " + max + "."));
              }
              return Long.valueOf(text);
            });
  }

  /// The pass in the `Authorization` field, as it was sent.
  String pass() {
    return bearer()
        .orElseThrow(
            () ->
                new Refusal(
                    new Problem(
                        401,
                        "pass-missing",
                        "This is for members of the room.",
                        "Ask for a ticket; send the pass that comes with it as Authorization: Bearer"
                            + " PASS.")));
  }

  /// What the `Authorization` field bears, if anything (RFC 6750, section 2.1).
  Optional<String> bearer() {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(field -> field.startsWith(BEARER))
        .map(field -> field.substring(BEARER.length()).strip());
  }

  /// The device of the path.
  DeviceId device() {
    return new DeviceId(part("device"));
  }

  /// The part of the path called `name`.
  String part(String name) {
    return Optional.ofNullable(context.pathParam(name)).orElse("");
  }

  <T> T read(Function<Fields, T> shape) {
    return Fields.read(body, shape);
  }
}
