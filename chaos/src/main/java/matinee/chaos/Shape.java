package matinee.chaos;

import java.nio.file.Path;
import java.util.List;

/// What a cluster is made of: so many nodes, with a Redis between them or without, on a PostgreSQL.
///
/// Everything that it writes goes to `folder`. `flags` are for the JVM of each node, `extra` are
/// further options of the server. All chance follows from `seed`.
record Shape(
    int nodes, boolean redis, Path folder, long seed, List<String> flags, List<String> extra) {

  Shape {
    flags = List.copyOf(flags);
    extra = List.copyOf(extra);
  }
}
