package matinee.server.viewings;

import java.nio.charset.StandardCharsets;
import matinee.room.MediaRef;
import matinee.room.Provider;
import matinee.server.accounts.Opaque;

/// A media reference as it stands in the database: of which kind it is, and the rest of it.
record MediaText(String type, String text) {
  static final String UPLOAD = "upload";
  private static final String ADDRESS = "address";
  private static final String SITE = "site";
  private static final String EMBED = "embed";
  private static final String OWN_COPY = "ownCopy";

  static MediaText of(MediaRef ref) {
    return switch (ref) {
      case MediaRef.Upload(var film) -> new MediaText(UPLOAD, film);
      case MediaRef.Address(var url) -> new MediaText(ADDRESS, url);
      case MediaRef.Site(var url) -> new MediaText(SITE, url);
      case MediaRef.Embed(var provider, var id) -> new MediaText(EMBED, provider + " " + id);
      case MediaRef.OwnCopy(long bytes, var salt, var hash) ->
          new MediaText(OWN_COPY, bytes + " " + salt + " " + hash);
    };
  }

  MediaRef ref() {
    return switch (type) {
      case UPLOAD -> new MediaRef.Upload(text);
      case ADDRESS -> new MediaRef.Address(text);
      case SITE -> new MediaRef.Site(text);
      case EMBED -> {
        var parts = text.split(" ", -1);
        yield new MediaRef.Embed(Provider.valueOf(parts[0]), parts[1]);
      }
      case OWN_COPY -> {
        var parts = text.split(" ", -1);
        yield new MediaRef.OwnCopy(Long.parseLong(parts[0]), parts[1], parts[2]);
      }
      default -> throw new IllegalStateException("a media of the kind " + type);
    };
  }

  /// Short, and the same for the same media alone.
  String key() {
    return Opaque.digest((type + " " + text).getBytes(StandardCharsets.UTF_8));
  }
}
