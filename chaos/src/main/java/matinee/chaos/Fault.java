package matinee.chaos;

import java.util.random.RandomGenerator;

/// Something that goes wrong with a cluster until it is healed. `row` is its number in the plan of
/// faults; what it does it does by chance.
record Fault(String row, String what, Needs needs, Deed begin, Deed heal) {

  /// What a cluster must have for it.
  enum Needs {
    NOTHING,
    REDIS,
    REDIS_CLUSTER,
    /// The database has a disk of its own.
    DISK;

    boolean areMetBy(Cluster cluster) {
      return switch (this) {
        case NOTHING -> true;
        case REDIS -> !cluster.redis().all().isEmpty();
        case REDIS_CLUSTER -> cluster.redis().isCluster();
        case DISK -> cluster.postgres().hasDisk();
      };
    }
  }

  /// What is done to a cluster.
  interface Deed {
    /// Throws what goes wrong with doing it.
    void to(Cluster cluster, RandomGenerator chance) throws Exception;
  }

  @Override
  public String toString() {
    return row + " " + what;
  }
}
