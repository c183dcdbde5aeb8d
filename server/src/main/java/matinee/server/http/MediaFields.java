package matinee.server.http;

import java.net.URI;
import java.util.Optional;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.server.library.Film;
import matinee.server.library.FilmId;
import matinee.server.library.Films;

/// Reads the media that a request names: `{ref, title?}`. Without a title, an upload is called as
/// in the library, an address by the last part of its path. An own copy needs one: the name of the
/// file is not told.
final class MediaFields {
  private final Films films;

  MediaFields(Films films) {
    this.films = films;
  }

  Media media(Fields fields) {
    var title = fields.optionalText("title");
    return fields.object(
        "ref",
        ref ->
            switch (ref.text("type")) {
              case "upload" -> {
                var film = film(ref);
                var source = new MediaRef.Upload(film.id().value());
                yield media(fields, source, title.orElse(film.title()));
              }
              case "address" -> {
                var source = ref.checked("url", ref.text("url"), MediaRef.Address::new);
                yield media(fields, source, title.orElseGet(() -> nameOf(source.url())));
              }
              case "ownCopy" -> ownCopy(fields, ref, fields.text("title"));
              default -> throw ref.refusal("type", "must be upload, address or ownCopy");
            });
  }

  private static Media media(Fields fields, MediaRef ref, String title) {
    return fields.checked("title", title, text -> new Media(ref, text, Length.Unknown.UNKNOWN));
  }

  private Film film(Fields ref) {
    var id = ref.text("film");
    return Optional.of(id)
        .filter(FilmId::isWellFormed)
        .flatMap(known -> films.find(new FilmId(known)))
        .orElseThrow(() -> ref.refusal("film", "is not in the library; upload it again"));
  }

  private static Media ownCopy(Fields fields, Fields ref, String title) {
    long bytes = ref.whole("bytes");
    var salt = ref.text("salt");
    var copy =
        fields.checked("ref", ref.text("hash"), hash -> new MediaRef.OwnCopy(bytes, salt, hash));
    return media(fields, copy, title);
  }

  private static String nameOf(String url) {
    try {
      var uri = URI.create(url);
      var path = uri.getPath() == null ? "" : uri.getPath();
      var name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\p{C}", "").strip();
      var host = uri.getHost() == null ? url : uri.getHost();
      return cut(name.isEmpty() ? host : name);
    } catch (IllegalArgumentException _) {
      return cut(url);
    }
  }

  private static String cut(String text) {
    int end = text.offsetByCodePoints(0, Math.min(100, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }
}
