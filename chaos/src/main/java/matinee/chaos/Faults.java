package matinee.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import matinee.chaos.Fault.Needs;

/// What can go wrong.
///
/// What hurts one node hurts the one that [#victim] draws: begin and heal are given generators that
/// draw alike.
final class Faults {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Fault.Deed CALM = (_, _) -> {};

  /// Those that need a [Scene] of their own: no schedule draws them.
  private static final List<Fault> OF_SCENE =
      List.of(
          fault("F-10", "there is no Redis, and rooms are told of by the database", CALM, CALM),
          fault("F-16", "two nodes batch the commands of the same two rooms", CALM, CALM),
          fault(
              "L-11",
              "4,000 connections send a byte a second to a node",
              (c, by) -> c.slow().begin(victim(c, by)),
              (c, _) -> System.out.println("             " + c.slow().end())));

  /// Those that a random schedule draws from.
  static final List<Fault> ALL =
      List.of(
          fault("F-01", "a node is killed", (c, by) -> victim(c, by).kill(), Faults::restart),
          new Fault(
              "F-02",
              "all nodes are killed",
              Needs.NOTHING,
              (c, _) -> c.nodes().forEach(Node::kill),
              Faults::restart),
          fault(
              "F-03",
              "a node is asked to end",
              (c, by) -> victim(c, by).stop(STOP_LIMIT),
              Faults::restart),
          fault(
              "F-04",
              "the nodes are restarted one after the other, twice",
              (c, _) -> restartInTurn(c),
              (c, _) -> restartInTurn(c)),
          fault(
              "F-23",
              "a node stands still",
              (c, by) -> victim(c, by).process().freeze(),
              (c, by) -> victim(c, by).process().thaw()),
          redis(
              "F-05",
              "Redis is killed",
              (c, by) -> c.redis().any(by).process().kill(),
              (c, by) -> c.redis().any(by).restart()),
          redis(
              "F-06",
              "Redis stands still",
              (c, by) -> c.redis().any(by).process().freeze(),
              (c, by) -> c.redis().any(by).process().thaw()),
          redis(
              "F-08",
              "subscribers that lag are cut, and a node stands still",
              (c, by) -> {
                c.redis().limitSubscribers("64kb", "32kb");
                victim(c, by).process().freeze();
              },
              (c, by) -> {
                victim(c, by).process().thaw();
                c.redis().limitSubscribers("32mb", "8mb");
              }),
          redis(
              "F-09",
              "messages of the bus are lost, doubled and reordered",
              (c, _) -> trouble(c, LossyBus.Trouble.USUAL),
              (c, _) -> trouble(c, LossyBus.Trouble.NONE)),
          redis(
              "F-09",
              "subscribers are cut by Redis",
              (c, _) -> c.redis().cutSubscribers(),
              (c, _) -> c.redis().cutSubscribers()),
          new Fault(
              "F-33",
              "the slots of all rooms move to other servers of the Redis Cluster",
              Needs.REDIS_CLUSTER,
              (c, _) -> moveRooms(c),
              (c, _) -> moveRooms(c)),
          redis(
              "F-12",
              "a node sees the database and not Redis",
              (c, by) -> victim(c, by).ways().redis().cut(),
              (c, by) -> victim(c, by).ways().redis().mend()),
          redis(
              "F-12",
              "nothing comes to a node from Redis, and nobody is told",
              (c, by) -> victim(c, by).ways().redis().weather(Weather.silent(Weather.Silence.DOWN)),
              (c, by) -> victim(c, by).ways().redis().mend()),
          fault(
              "F-11",
              "the database ends every connection",
              (c, _) -> c.postgres().cutConnections(),
              (c, _) -> c.postgres().cutConnections()),
          fault(
              "F-13",
              "the database is killed",
              (c, _) -> c.postgres().kill(),
              (c, _) -> c.postgres().restart()),
          fault(
              "F-14",
              "the database stands still",
              (c, _) -> c.postgres().freeze(),
              (c, _) -> c.postgres().thaw()),
          fault(
              "F-14",
              "nothing passes between a node and the database",
              (c, by) -> database(c, by).weather(Weather.silent(Weather.Silence.BOTH)),
              (c, by) -> database(c, by).mend()),
          fault(
              "F-14",
              "the database is far away",
              (c, by) -> database(c, by).weather(Weather.late(30, 20)),
              (c, by) -> database(c, by).mend()),
          fault(
              "F-15",
              "the database is read-only",
              (c, _) -> c.postgres().setReadOnly(true),
              (c, _) -> c.postgres().setReadOnly(false)),
          new Fault(
              "F-21",
              "the database's disk is full",
              Needs.DISK,
              (c, _) -> c.postgres().disk().fill(),
              (c, _) -> {
                c.postgres().disk().free();
                c.postgres().restartIfEnded();
              }),
          fault(
              "F-26",
              "nothing comes from a node's clients, and nobody is told",
              (c, by) -> clients(c, by).weather(Weather.silent(Weather.Silence.UP)),
              (c, by) -> clients(c, by).mend()),
          fault(
              "F-26",
              "nothing comes to a node's clients, and nobody is told",
              (c, by) -> clients(c, by).weather(Weather.silent(Weather.Silence.DOWN)),
              (c, by) -> clients(c, by).mend()),
          fault(
              "L-04",
              "a node's clients lose their connections",
              (c, by) -> clients(c, by).breakAll(),
              (c, by) -> clients(c, by).breakAll()),
          fault(
              "L-05",
              "a node's clients lose their connections, and others come without a pause",
              (c, by) -> {
                clients(c, by).breakAll();
                c.storm().begin(c.doors());
              },
              (c, _) -> System.out.println("             " + c.storm().end())),
          fault(
              "W-00",
              "a node's clients have a bad network",
              (c, by) -> clients(c, by).weather(Weather.lossy(20, 2)),
              (c, by) -> clients(c, by).mend()),
          fault(
              "W-00",
              "a node's clients have a narrow network",
              (c, by) -> clients(c, by).weather(Weather.narrow(4_000)),
              (c, by) -> clients(c, by).mend()));

  private Faults() {}

  private static Fault fault(String row, String what, Fault.Deed begin, Fault.Deed heal) {
    return new Fault(row, what, Needs.NOTHING, begin, heal);
  }

  private static Fault redis(String row, String what, Fault.Deed begin, Fault.Deed heal) {
    return new Fault(row, what, Needs.REDIS, begin, heal);
  }

  /// The first fault of this row. Throws `IllegalArgumentException` when there is none.
  static Fault of(String row) {
    return Stream.concat(ALL.stream(), OF_SCENE.stream())
        .filter(fault -> fault.row().equals(row))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault is called " + row));
  }

  private static Node victim(Cluster cluster, RandomGenerator chance) {
    return cluster.nodes().get(chance.nextInt(cluster.nodes().size()));
  }

  private static Relay clients(Cluster cluster, RandomGenerator chance) {
    return victim(cluster, chance).clients();
  }

  private static Relay database(Cluster cluster, RandomGenerator chance) {
    return victim(cluster, chance).ways().database();
  }

  private static void trouble(Cluster cluster, LossyBus.Trouble trouble) {
    cluster.nodes().forEach(node -> node.ways().redis().bus().trouble(trouble));
  }

  private static void moveRooms(Cluster cluster) throws IOException {
    System.out.printf("             %d slots moved%n", cluster.redis().moveRooms());
  }

  private static void restartInTurn(Cluster cluster) throws Exception {
    for (var node : cluster.nodes()) {
      node.stop(STOP_LIMIT);
      node.restart();
    }
  }

  /// Starts the nodes that have ended.
  private static void restart(Cluster cluster, RandomGenerator chance) throws Exception {
    for (var node : cluster.nodes()) {
      if (!node.process().isAlive()) {
        node.restart();
      }
    }
  }
}
