package matinee.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// F-22: copies of what the database and the films are on, each of one instant under load. A server
/// on such a copy has everything that was answered "accepted" a second before that instant, and of
/// every film its bytes.
///
/// Where a disk can be mounted, a copy is what a power cut leaves ([Image]): what had been written
/// and had not reached the disk is not in it. Elsewhere the database's files are copied, with what
/// had not reached the disk, and without films: what a machine leaves that stops.
final class Copies {
  private static final double GRACE_MS = 1_000;
  private static final Duration ENTER_LIMIT = Duration.ofSeconds(60);

  private final Trial trial;
  private final Shape shape;
  private final Uploads uploads;
  private final List<Copy> copies = new ArrayList<>();

  /// What was in the folder `data` at `atMs` of the trial's clock, to be had in `folder`.
  private record Copy(Path folder, double atMs) {
    Path data() {
      return folder.resolve("data");
    }

    Path postgres() {
      return data().resolve("postgres");
    }
  }

  Copies(Trial trial, Shape shape, Uploads uploads) {
    this.trial = trial;
    this.shape = shape;
    this.uploads = uploads;
  }

  /// Makes one more.
  void make() throws IOException {
    var folder = shape.folder().resolve("copies").resolve("" + (copies.size() + 1));
    Files.createDirectories(folder);
    var copy = new Copy(folder, trial.nowMs());
    var cluster = trial.cluster();
    cluster.freeze();
    try {
      if (cluster.image().isPresent()) {
        cluster.image().get().copyTo(folder);
      } else {
        Files.createDirectories(copy.data());
        cluster.postgres().copyTo(copy.postgres());
      }
    } finally {
      cluster.thaw();
    }
    copies.add(copy);
    trial.say("copied in %.0f ms".formatted(trial.nowMs() - copy.atMs));
  }

  /// Starts a database and a node on each, and lets somebody into each room. What does not hold, in
  /// sentences.
  List<String> broken() {
    var broken = new ArrayList<String>();
    for (var copy : copies) {
      brokenOn(copy).forEach(one -> broken.add("copy " + copy.folder.getFileName() + ": " + one));
    }
    return broken;
  }

  private List<String> brokenOn(Copy copy) {
    try {
      return trial.cluster().image().isPresent() ? onDisk(copy) : on(copy);
    } catch (IOException | SQLException e) {
      return List.of("nothing can be started on it: " + e.getMessage());
    }
  }

  private List<String> onDisk(Copy copy) throws IOException, SQLException {
    try (var _ = Image.copied(copy.folder)) {
      return on(copy);
    }
  }

  private List<String> on(Copy copy) throws IOException, SQLException {
    Files.deleteIfExists(copy.postgres().resolve("postmaster.pid"));
    try (var postgres = Postgres.on(copy.postgres(), copy.folder)) {
      var accepted = trial.crowd().histories().stream().map(it -> before(it, copy)).toList();
      var evidence = new Evidence(accepted, Truth.read(postgres), List.of());
      var found = new ArrayList<>(new AcceptedOnce().broken(evidence));
      if (trial.cluster().image().isPresent()) {
        var films = copy.data().resolve("films");
        found.addAll(uploads.broken(postgres, films, copy.atMs - GRACE_MS));
      }
      found.addAll(visit(postgres, copy));
      long count = accepted.stream().mapToLong(it -> it.all(Entry.Accepted.class).count()).sum();
      trial.say(
          "copy %s: %,d accepted before it, %s".formatted(copy.folder.getFileName(), count, found));
      return found;
    }
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

  private List<String> visit(Postgres postgres, Copy copy) throws IOException, SQLException {
    var alone =
        new Shape(
            1,
            Shape.Carrier.NOTHING,
            Shape.Storage.FOLDER,
            OptionalInt.empty(),
            copy.folder,
            shape.seed(),
            shape.flags());
    var visitors = new ArrayList<Client>();
    try (var redis = new RedisServers(alone);
        var node = Node.start("node-on-copy", alone, postgres.port(), redis);
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
