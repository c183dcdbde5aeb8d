package matinee.server.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Provider;
import matinee.server.library.FilmId;
import matinee.server.library.Films;

/// Reads the media that a request names: `{ref, title?}`. Without a title, an upload is called as
/// in the library, an address by the last part of its path, a page of a site as that page, a film
/// of another site as that and its id there. An own copy needs one: the name of the file is not
/// told.
final class MediaFields {
  private final Films films;

  MediaFields(Films films) {
    this.films = films;
  }

  Media media(Fields fields) {
    var title = fields.optionalText("title");
    var ref = ref(fields);
    var called =
        switch (ref) {
          // One that is called otherwise has to be there too.
          case MediaRef.Upload(var film) -> title.orElse(titleOf(film, fields));
          case MediaRef.Address(var url) -> title.orElseGet(() -> nameOf(url));
          case MediaRef.Site(var url) -> title.orElseGet(() -> nameOf(url));
          case MediaRef.Embed embed -> title.orElseGet(() -> nameOf(embed));
          case MediaRef.OwnCopy _ -> fields.text("title");
        };
    return fields.checked("title", called, text -> new Media(ref, text, Length.Unknown.UNKNOWN));
  }

  /// The `ref` of a request, whether or not the library has such an upload.
  static MediaRef ref(Fields fields) {
    return fields.object(
        "ref",
        ref ->
            switch (ref.text("type")) {
              case "upload" -> ref.checked("film", ref.text("film"), MediaRef.Upload::new);
              case "address" -> ref.checked("url", ref.text("url"), MediaRef.Address::new);
              case "site" -> ref.checked("url", ref.text("url"), MediaRef.Site::new);
              case "embed" -> embed(ref);
              case "ownCopy" -> ownCopy(fields, ref);
              default ->
                  throw ref.refusal("type", "must be upload, address, embed, site or ownCopy");
            });
  }

  private static MediaRef embed(Fields ref) {
    var named = ref.text("provider");
    var provider =
        Arrays.stream(Provider.values())
            .filter(it -> it.name().equals(named))
            .findFirst()
            .orElseThrow(() -> ref.refusal("provider", "must be of " + List.of(Provider.values())));
    return ref.checked("id", ref.text("id"), id -> new MediaRef.Embed(provider, id));
  }

  private static String nameOf(MediaRef.Embed embed) {
    return switch (embed.provider()) {
      case YOUTUBE -> "YouTube " + embed.id();
      // Titles are read where nobody is to have the word that opens a private film.
      case VIMEO -> "Vimeo " + embed.id().replaceFirst("/.*", "");
      case TWITCH -> "Twitch " + embed.id();
    };
  }

  private static MediaRef ownCopy(Fields fields, Fields ref) {
    long bytes = ref.whole("bytes");
    var salt = ref.text("salt");
    return fields.checked("ref", ref.text("hash"), hash -> new MediaRef.OwnCopy(bytes, salt, hash));
  }

  private String titleOf(String film, Fields fields) {
    return Optional.of(film)
        .filter(FilmId::isWellFormed)
        .flatMap(known -> films.showing(new FilmId(known)))
        .map(it -> it.film().title())
        .orElseThrow(() -> fields.refusal("ref.film", "is not in the library; upload it again"));
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
