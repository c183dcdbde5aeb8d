package matinee.server.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import matinee.server.Config;

/// Where people reach the pages of this server, for links in letters: nothing that a request says
/// of it is believed. `base` has no slash at its end.
record PublicAddress(String base) {

  /// The first of those that were configured. Throws `IllegalArgumentException` if none was.
  static PublicAddress of(List<URI> publicUrls) {
    return publicUrls.stream()
        .findFirst()
        .map(it -> new PublicAddress(it.toString().replaceAll("/+$", "")))
        .orElseThrow(() -> new IllegalArgumentException("letters need a public address"));
  }

  /// The first that `place` has, if it has any.
  static Optional<PublicAddress> ifKnown(Config.Place place) {
    return Optional.of(place.publicUrls()).filter(it -> !it.isEmpty()).map(PublicAddress::of);
  }

  /// What is at `path`.
  URI at(String path) {
    return URI.create(base + path);
  }

  /// The page at `path` with a secret where browsers send it to nobody: neither the log of a server
  /// nor another page learns it.
  URI page(String path, String name, String secret) {
    return URI.create(base + path + "#" + name + "=" + secret);
  }
}
