package matinee.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// F-22: copies of the database's files, each of one instant under load. A server on such a copy
/// has everything that was answered "accepted" a second before that instant.
///
/// It is what a machine that stops leaves to the next one, with one difference: what had been
/// written and had not reached the disk yet is in the copy. A power cut would lose that where the
/// database does not wait for the disk; that is not shown here.
final class Copies {
  private static final double GRACE_MS = 1_000;
  private static final Duration ENTER_LIMIT = Duration.ofSeconds(60);

  private final Trial trial;
  private final Shape shape;
  private final List<Copy> copies = new ArrayList<>();

  /// The files at `atMs` of the trial's clock.
  private record Copy(Path files, double atMs) {}

  Copies(Trial trial, Shape shape) {
    this.trial = trial;
    this.shape = shape;
  }

  /// Makes one more.
  void make() throws IOException {
    var files = shape.folder().resolve("copies").resolve("postgres-" + (copies.size() + 1));
    Files.createDirectories(files.getParent());
    double atMs = trial.nowMs();
    trial.cluster().postgres().copyTo(files);
    copies.add(new Copy(files, atMs));
    trial.say("copied in %.0f ms".formatted(trial.nowMs() - atMs));
  }

  /// Starts a database and a node on each, and lets somebody into each room. What does not hold, in
  /// sentences.
  List<String> broken() throws IOException, SQLException {
    var broken = new ArrayList<String>();
    for (var copy : copies) {
      var found = new ArrayList<String>();
      try (var postgres = Postgres.on(copy.files)) {
        var accepted = trial.crowd().histories().stream().map(it -> before(it, copy)).toList();
        var evidence = new Evidence(accepted, Truth.read(postgres), List.of());
        found.addAll(new AcceptedOnce().broken(evidence));
        found.addAll(visit(postgres));
        long count = accepted.stream().mapToLong(it -> it.all(Entry.Accepted.class).count()).sum();
        trial.say(
            "%s: %,d accepted before it, %s".formatted(copy.files.getFileName(), count, found));
      }
      found.forEach(one -> broken.add(copy.files.getFileName() + ": " + one));
    }
    return broken;
  }

  /// What `history` had until a second before the copy.
  private static History before(History history, Copy copy) {
    var early = new History(history.client(), history.room());
    early.isMember(history.member());
    history.entries().stream()
        .filter(entry -> entry.atMs() < copy.atMs - GRACE_MS)
        .forEach(early::add);
    return early;
  }

  private List<String> visit(Postgres postgres) throws IOException, SQLException {
    var alone =
        new Shape(
            1, false, false, OptionalInt.empty(), shape.folder(), shape.seed(), shape.flags());
    var visitors = new ArrayList<Client>();
    try (var node = Node.start("node-on-copy", alone, postgres.port(), Ports.free());
        var doors = new Doors(List.of(node.door()))) {
      for (var room : trial.crowd().rooms()) {
        var chance = Chance.of(shape.seed(), "visitor of " + room);
        var visitor =
            new Client(
                doors,
                room,
                new Fingerprints(),
                1,
                chance,
                trial::nowMs,
                () -> Double.POSITIVE_INFINITY);
        visitors.add(visitor);
        visitor.begin();
      }
      boolean inside =
          Pause.until(() -> visitors.stream().allMatch(it -> it.copy().live()), ENTER_LIMIT);
      visitors.forEach(Client::end);
      var histories = visitors.stream().map(Client::history).toList();
      var broken =
          new ArrayList<>(
              new OneState().broken(new Evidence(histories, Truth.read(postgres), List.of())));
      if (!inside) {
        broken.add("not every room can be entered");
      }
      return broken;
    }
  }
}
