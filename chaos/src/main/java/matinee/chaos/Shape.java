package matinee.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What a cluster is made of: so many nodes, with a Redis between them or without, on a PostgreSQL;
/// and a load balancer before them, where `balancer` says on which port.
///
/// Everything that it writes goes to `folder`, but for the database's files where it has a `disk`
/// of its own. `flags` are for the JVM of each node. All chance follows from `seed`.
record Shape(
    int nodes,
    boolean redis,
    boolean disk,
    OptionalInt balancer,
    Path folder,
    long seed,
    List<String> flags) {

  Shape {
    flags = List.copyOf(flags);
  }
}
