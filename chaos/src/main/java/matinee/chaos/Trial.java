package matinee.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One run: a cluster, a crowd that wishes for things, faults, and what the checkers find in the
/// end. It prints what happens.
final class Trial implements AutoCloseable {
  private static final int SHOWN = 10;

  private final Shape shape;
  private final PrintStream out;
  private final Cluster cluster;
  private final Doors doors;
  private final Held before;
  private final Crowd crowd;
  private final double talkMs;
  private final Map<String, Integer> suffered = new TreeMap<>();
  private final long start = System.nanoTime();

  /// What a trial came to: everything that did not hold, in sentences.
  record Verdict(List<String> broken, Evidence evidence) {
    boolean isGood() {
      return broken.isEmpty();
    }
  }

  /// The clients did not converge, or the cluster did not come to rest, in time.
  static final class NotConverged extends Exception {
    private static final long serialVersionUID = 1;

    private NotConverged(String why) {
      super(why);
    }
  }

  private Trial(Shape shape, Crowd.Size size, PrintStream out) throws IOException, SQLException {
    this.shape = shape;
    this.out = out;
    talkMs = size.everyMs();
    cluster = Cluster.start(shape);
    doors = new Doors(cluster.doors());
    try {
      before = Held.by(cluster);
      crowd = Crowd.gather(doors, size, shape.seed(), this::nowMs);
    } catch (IOException | SQLException | RuntimeException e) {
      doors.close();
      cluster.close();
      throw e;
    }
    say(
        "%d nodes%s, %d rooms of %d"
            .formatted(shape.nodes(), shape.carrier(), size.rooms(), size.members()));
  }

  /// Starts the cluster and lets the crowd in; everybody begins to wish.
  static Trial begin(Shape shape, Crowd.Size size, PrintStream out)
      throws IOException, SQLException {
    var trial = new Trial(shape, size, out);
    trial.talk();
    return trial;
  }

  /// Milliseconds since the trial began.
  double nowMs() {
    return (System.nanoTime() - start) / 1e6;
  }

  Cluster cluster() {
    return cluster;
  }

  Crowd crowd() {
    return crowd;
  }

  void say(String what) {
    out.printf("%8.1f s  %s%n", nowMs() / 1e3, what);
  }

  /// Everybody wishes for things, as often as the size of the crowd says.
  void talk() {
    crowd.talk(talkMs);
  }

  /// Lets `fault` be for `holdMs`, while everybody wishes on, and heals it. `number` tells its
  /// chance from that of others.
  void suffer(Fault fault, int number, long holdMs) throws Exception {
    say("%s, for %.1f s".formatted(fault, holdMs / 1e3));
    var part = fault + " " + number;
    fault.begin().to(cluster, Chance.of(shape.seed(), part));
    Pause.ms(holdMs);
    fault.heal().to(cluster, Chance.of(shape.seed(), part));
    suffered.merge(fault.row(), 1, Integer::sum);
    say("healed");
  }

  /// How often what went wrong, and what that came to on the ways between the processes.
  private void tellWhatBit() {
    out.println("faults       " + suffered);
    long broken = 0;
    long dropped = 0;
    long doubled = 0;
    long reordered = 0;
    double missed = 0;
    for (var node : cluster.nodes()) {
      var ways = node.ways();
      broken += node.clients().broken() + ways.database().broken() + ways.redis().broken();
      dropped += ways.redis().bus().dropped.get();
      doubled += ways.redis().bus().doubled.get();
      reordered += ways.redis().bus().reordered.get();
      missed += node.metric("matinee_bus_missed_total");
    }
    out.printf(
        "ways         %,d connections broken; of the bus %,d messages dropped, %,d doubled, %,d"
            + " reordered; %,.0f times a room read what it had not been told, since the last starts%n",
        broken, dropped, doubled, reordered, missed);
  }

  /// Lets nobody wish for anything, and waits until all clients agree with the database (I4).
  /// Returns how long that took.
  Duration converge(Duration limit) throws NotConverged, SQLException {
    crowd.quiet();
    double from = nowMs();
    for (var lacks = crowd.lacks(cluster.postgres());
        lacks.isPresent();
        lacks = crowd.lacks(cluster.postgres())) {
      if (nowMs() - from > limit.toMillis()) {
        throw new NotConverged("I4 Convergence: not within " + limit + ": " + lacks.get());
      }
      Pause.ms(20);
    }
    var took = Duration.ofNanos((long) ((nowMs() - from) * 1e6));
    say("all agree after %.2f s".formatted(took.toMillis() / 1e3));
    return took;
  }

  /// Lets everybody leave, and waits until the rooms are forgotten and all that was held for them
  /// is given back (I7).
  void rest(Duration limit) throws NotConverged, IOException, SQLException {
    double from = nowMs();
    crowd.leave();
    var now = Held.by(cluster);
    for (var more = now.beyond(before); more.isPresent(); more = now.beyond(before)) {
      if (nowMs() - from > limit.toMillis()) {
        throw new NotConverged("I7 Held: not given back within " + limit + ": " + more.get());
      }
      Pause.ms(500);
      now = Held.by(cluster);
    }
    say("at rest after %.0f s: %s; before %s".formatted((nowMs() - from) / 1e3, now, before));
  }

  /// F-17: into each room, which nobody keeps, somebody comes at each node in turn. What they are
  /// shown is compared with the room's history in the end.
  void comeBack() {
    for (var node : cluster.nodes()) {
      var through = cluster.keep(new Doors(List.of(node.door())));
      for (var room : crowd.rooms()) {
        crowd.join(through, room, Chance.of(shape.seed(), node.name() + " " + room));
      }
    }
  }

  /// Asks every checker. What does not hold is printed, and the histories are kept beside the logs.
  Verdict conclude(Optional<NotConverged> failure) throws IOException, SQLException {
    crowd.quiet();
    tellWhatBit();
    var stories = new ArrayList<Evidence.NodeStory>();
    for (var node : cluster.nodes()) {
      stories.add(node.story());
    }
    // The rooms' own deadlines go on: what clients are told after this, the truth may not have.
    var histories = crowd.histories();
    var evidence = new Evidence(histories, Truth.read(cluster.postgres()), stories);
    var broken = new ArrayList<String>();
    failure.ifPresent(it -> broken.add(String.valueOf(it.getMessage())));
    for (var check : Check.ALL) {
      check.broken(evidence).forEach(one -> broken.add(check.name() + ": " + one));
    }
    broken.stream().limit(SHOWN).forEach(out::println);
    if (!broken.isEmpty()) {
      out.printf("%d violations; histories and logs: %s%n", broken.size(), shape.folder());
      keep(evidence);
    }
    return new Verdict(List.copyOf(broken), evidence);
  }

  private void keep(Evidence evidence) throws IOException {
    try (var file = Files.newBufferedWriter(shape.folder().resolve("histories.txt"))) {
      for (var history : evidence.histories()) {
        for (var entry : history.entries()) {
          file.write(history + " " + history.member().value() + " " + entry + "\n");
        }
      }
    }
    try (var file = Files.newBufferedWriter(shape.folder().resolve("rooms.txt"))) {
      for (var truth : evidence.truths().entrySet()) {
        for (var event : truth.getValue().events()) {
          file.write(truth.getKey() + " " + event + "\n");
        }
      }
    }
  }

  @Override
  public void close() {
    crowd.close();
    doors.close();
    cluster.close();
  }
}
