package matinee.server.regions;

import java.net.URI;

/// Servers with one database, somewhere in the world, and the address at which people and the
/// servers of other regions reach them: scheme, host and port, nothing after.
///
/// Its `name` has 1 to 32 characters of `a-z 0-9 -`.
public record Region(String name, URI address) {
  private static final String NAME = "[a-z0-9-]{1,32}";

  /// Throws `IllegalArgumentException`, with how to write it, for a name or an address that is
  /// none.
  public Region {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a region: write 1 to 32 of a-z, 0-9 and -, like eu");
    }
    var path = address.getPath();
    boolean isBare = path.isEmpty() || path.equals("/");
    if (!isBare || address.getQuery() != null || address.getFragment() != null) {
      throw new IllegalArgumentException(
          "'" + address + "' has something after its host: write it like https://eu.example.org");
    }
    address = URI.create(address.getScheme() + "://" + address.getAuthority());
  }

  /// Where `path`, which begins with a slash, is in this region.
  public URI at(String path) {
    return URI.create(address + path);
  }
}
