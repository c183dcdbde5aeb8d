package matinee.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What a cluster is made of: so many nodes, with a carrier between them or without, on a
/// PostgreSQL; and a load balancer before them, where `balancer` says on which port.
///
/// Everything that it writes goes to `folder`, but for the database's files where `storage` says
/// otherwise. `flags` are for the JVM of each node. All chance follows from `seed`.
record Shape(
    int nodes,
    Carrier carrier,
    Storage storage,
    OptionalInt balancer,
    Path folder,
    long seed,
    List<String> flags) {

  /// What carries messages from node to node.
  enum Carrier {
    NOTHING(""),
    REDIS(" and Redis"),
    REDIS_CLUSTER(" and a Redis Cluster");

    private final String besideNodes;

    Carrier(String besideNodes) {
      this.besideNodes = besideNodes;
    }

    /// What `--redis` says, or `usual`. Throws `IllegalArgumentException` for anything else.
    static Carrier of(Arguments given, Carrier usual) {
      var text = given.text("redis", "");
      return switch (text) {
        case "" -> usual;
        case "no" -> NOTHING;
        case "yes" -> REDIS;
        case "cluster" -> REDIS_CLUSTER;
        default ->
            throw new IllegalArgumentException("cannot use --redis " + text + ": yes, no, cluster");
      };
    }

    @Override
    public String toString() {
      return besideNodes;
    }
  }

  /// What the database's files are on.
  enum Storage {
    FOLDER,
    /// A small disk of their own, which can be filled.
    SMALL_DISK,
    /// With the films, a disk of their own that can be copied as a power cut would leave it.
    IMAGE
  }

  Shape {
    flags = List.copyOf(flags);
  }
}
