package matinee.server.regions;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The regions of this Matinee in the order in which they were named, the name of the one in which
/// this server is, and the secret that the servers of all of them share. [#NONE] where nobody named
/// any.
public record Regions(String here, List<Region> all, String secret) {
  /// One region, without a name.
  public static final Regions NONE = new Regions("", List.of(), "");

  private static final int SHORTEST_SECRET = 32;

  /// Throws `IllegalArgumentException`, which says what to do, unless all fit together.
  public Regions {
    all = List.copyOf(all);
    if (!all.isEmpty()) {
      check(here, all, secret);
    }
  }

  private static void check(String here, List<Region> all, String secret) {
    var names = new HashSet<String>();
    var addresses = new HashSet<URI>();
    for (var region : all) {
      if (!names.add(region.name()) || !addresses.add(region.address())) {
        throw new IllegalArgumentException(
            "%s=%s stands there twice: each region has one name and one address"
                .formatted(region.name(), region.address()));
      }
    }
    if (!names.contains(here)) {
      throw new IllegalArgumentException(
          "'%s' is none of the regions %s: name the one in which this server is"
              .formatted(here, String.join(", ", names.stream().sorted().toList())));
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "the secret of the regions has "
              + secret.length()
              + " characters: give all servers of all regions the same one of 32 or more, say what"
              + " `openssl rand -hex 32` prints");
    }
  }

  /// Is there another region than this?
  public boolean areSeveral() {
    return all.size() > 1;
  }

  /// Those in which this server is not.
  public List<Region> others() {
    return all.stream().filter(region -> !region.name().equals(here)).toList();
  }

  /// The other region with this name.
  public Optional<Region> other(String name) {
    return others().stream().filter(region -> region.name().equals(name)).findFirst();
  }

  /// Where the pages of all regions come from.
  public List<URI> addresses() {
    return all.stream().map(Region::address).toList();
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "Regions[here=" + here + ", all=" + all + "]";
  }
}
