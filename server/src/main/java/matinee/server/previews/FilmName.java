package matinee.server.previews;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import matinee.server.fetching.WebAddress;
import matinee.server.library.Titles;

/// What a film is called of which there is nothing but the address.
final class FilmName {
  private FilmName() {}

  /// The name of the file without its ending, or that of the site where no file is named.
  static String of(WebAddress address) {
    var path = address.target().split("\\?", 2)[0];
    var file = path.substring(path.lastIndexOf('/') + 1);
    return file.isEmpty() ? Titles.line(address.host()) : Titles.of(decoded(file));
  }

  private static String decoded(String file) {
    try {
      return URLDecoder.decode(file, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return file;
    }
  }
}
