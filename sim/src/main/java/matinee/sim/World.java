package matinee.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Available;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.access.Admission;
import matinee.server.journal.Journal;
import matinee.server.rooms.Letter;
import matinee.server.rooms.Tracing;
import matinee.wire.Link;
import matinee.wire.ServerMessage;

/// One run: everything that there is on a bad day, in one thread on virtual time.
///
/// What happens is told to every [Invariant] as it happens.
final class World {
  private static final Instant BEGINNING = Instant.ofEpochMilli(1_790_000_000_000L);

  private final Plan plan;
  private final Build build;
  private final VirtualTime time = new VirtualTime();
  private final Counts counts = new Counts();
  private final Ledger ledger = new Ledger();
  private final Chronicle chronicle = new Chronicle("epoch-0");
  private final List<Person> people = new ArrayList<>();
  private final List<Invariant> invariants;
  private final Disk disk;
  private final Files files;
  private Optional<Node> node = Optional.empty();
  private VirtualTime.Timer restart = VirtualTime.Timer.NONE;
  private long wallClockOffMs;
  private int restored;

  /// The run of `plan` with a journal in `file`, watched by `invariants`.
  World(Plan plan, Build build, Files files, List<Invariant> invariants) {
    this.plan = plan;
    this.build = build;
    this.invariants = invariants;
    this.files = files;
    disk = new Disk(files.journal(), files::nextRoom, chronicle, this::written);
    for (int i = 0; i < plan.people(); i++) {
      people.add(new Person(this, i));
    }
    startNode();
  }

  /// The file in which runs keep their rooms.
  interface Files {
    Journal journal();

    matinee.server.journal.RoomId nextRoom();

    /// Who is told what a room does in one life of the server.
    default Tracing tracing() {
      return Tracing.OFF;
    }
  }

  VirtualTime time() {
    return time;
  }

  Chance chance(String stream) {
    return Chance.of(plan.seed(), stream);
  }

  Build build() {
    return build;
  }

  Disk disk() {
    return disk;
  }

  Tracing tracing() {
    return files.tracing();
  }

  Counts counts() {
    return counts;
  }

  Ledger ledger() {
    return ledger;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  List<Person> people() {
    return people;
  }

  Person person(int who) {
    return people.get(who);
  }

  /// Every page that is open.
  List<Page> pages() {
    return people.stream().flatMap(person -> person.pages().stream()).toList();
  }

  /// Every companion that was taken.
  List<Page> companions() {
    return people.stream().flatMap(person -> person.companions().stream()).toList();
  }

  /// The server's process, if one runs.
  Optional<Node> node() {
    return node;
  }

  /// A connection comes to where the server should be.
  Cable.Port knock(Cable cable, Admission admission) {
    return node.map(it -> it.accept(cable, admission)).orElse(Cable.Port.CLOSED);
  }

  private void startNode() {
    restart.callOff();
    var wall = BEGINNING.plusMillis((long) time.nowMs() + wallClockOffMs);
    node = Optional.of(new Node(this, wall));
    counts.add("node started");
  }

  /// The process dies now. Somebody starts it again later, when its clock has been set.
  void kill(boolean told, double downMs, double clockStepMs) {
    if (node.isPresent()) {
      node.get().die(told);
      down(downMs, clockStepMs);
    }
  }

  /// The process died in the middle of an append.
  void nodeDied() {
    var how = dying;
    counts.add("died at an append");
    kill(how.told(), how.downMs(), how.clockStepMs());
  }

  /// What becomes of the process that dies at the next append.
  void dieAtAppend(Happening.What.Kill how) {
    dying = how;
    disk.getInto(how.when());
  }

  private Happening.What.Kill dying = new Happening.What.Kill(Disk.Trouble.NONE, true, 1_000, 0);

  /// The process is asked to end.
  void stop(double downMs, double clockStepMs) {
    if (node.isPresent()) {
      disk.getInto(Disk.Trouble.NONE);
      node.get().stop();
      down(downMs, clockStepMs);
    }
  }

  private void down(double downMs, double clockStepMs) {
    node = Optional.empty();
    disk.getInto(Disk.Trouble.NONE);
    setWallClock(clockStepMs);
    restart = time.after(downMs, this::startNode);
  }

  /// The wall clock of the server's machine is set: what runs there takes no notice before it
  /// starts anew.
  void setWallClock(double byMs) {
    wallClockOffMs += (long) byMs;
  }

  /// The server is stopped, and its history put back.
  void restore(int byEvents, double downMs) {
    if (node.isPresent()) {
      stop(downMs, 0);
      var book = chronicle.book();
      long revision = book.lastWhole(Math.max(0, book.last().revision() - byEvents));
      disk.restore(revision, "epoch-" + ++restored);
    }
  }

  /// Whoever takes in the film on its way tells the server of it, if one runs.
  void supply(Optional<Available> available) {
    var letter = new Letter.Supplied(Films.ON_ITS_WAY, available);
    node.ifPresent(it -> it.post(disk.room(), letter));
  }

  /// Every trouble is over: what was broken is whole again, whoever wants to be here is.
  void heal() {
    disk.getInto(Disk.Trouble.NONE);
    if (node.isEmpty()) {
      startNode();
    }
    for (var person : people) {
      person.line().heal();
      person.wake();
      person.pages().forEach(page -> page.following().ifPresent(it -> it.player().feed()));
      if (person.page().filter(page -> page.phase() == Link.Phase.OVER).isPresent()) {
        person.page().ifPresent(Page::comeBack);
      }
    }
    if (pages().isEmpty()) {
      person(0).arrive();
    }
    supply(Optional.of(Available.All.ALL));
    invariants.forEach(invariant -> invariant.healed(this));
  }

  private void written(List<Recorded> events) {
    for (var event : events) {
      counts.add("event " + event.event().getClass().getSimpleName());
    }
    invariants.forEach(invariant -> invariant.written(this, events));
  }

  /// A room has taken a turn, after which this is true for it.
  void turned(RoomState state) {
    counts.add("turns");
    invariants.forEach(invariant -> invariant.turned(this, state));
  }

  /// The server sends `text` to somebody who came as `member`.
  void sent(MemberId member, String text) {
    invariants.forEach(invariant -> invariant.sent(this, member, text));
  }

  void made(Ledger.Made made) {
    counts.add("commands");
    invariants.forEach(invariant -> invariant.made(this, made));
  }

  /// `page` has applied `message` to its copy, which was at `revision` of `epoch`.
  void applied(Page page, ServerMessage message, String epoch, long revision) {
    counts.add("messages applied");
    invariants.forEach(invariant -> invariant.applied(this, page, message, epoch, revision));
  }

  /// Asks every invariant whether anything is wrong now.
  void look() {
    invariants.forEach(invariant -> invariant.look(this));
  }

  /// Asks every invariant whether it held.
  void conclude() {
    invariants.forEach(invariant -> invariant.conclude(this));
  }
}
