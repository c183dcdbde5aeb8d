package matinee.sim;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.Config.CommandLimits;
import matinee.server.access.Admission;
import matinee.server.bus.Bus;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.load.Headroom;
import matinee.server.rooms.Letter;
import matinee.server.rooms.LetterBox;
import matinee.server.rooms.Room;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.rooms.Tracing;
import matinee.server.socket.Desk;
import matinee.wire.CloseCode;

/// One life of the server's process, from its start to its end. A later start is another node on
/// the same disk.
///
/// The room takes its turns here as [matinee.server.rooms.RoomLoop] lets it in the server: the same
/// room, the same letters, in one thread.
final class Node implements LetterBox, Cable.Listener {
  private static final int CAPACITY = 1_024;
  private static final int MOST_A_TURN = 256;
  private static final double ALIVE_EVERY_MS = 5_000;
  private static final double SECOND_MS = 1_000;
  private static final double LONGEST_TURN_MS = 2;
  private static final double MOST_PPM = 100;
  private static final double NANOS_PER_MS = 1e6;

  private final World world;
  private final VirtualTime time;
  private final Chance chance;
  private final double startedAtMs;
  private final double fast;
  private final Journal journal;
  private final RoomTime roomTime;
  private final Optional<Instant> keptBefore;
  private final Desk desk;
  private final Tracing tracing;
  private final List<ServerEnd> ends = new ArrayList<>();
  private List<Letter> mailbox = new ArrayList<>();
  private Optional<Room> room = Optional.empty();
  private VirtualTime.Timer wake = VirtualTime.Timer.NONE;
  private double wakeAtMs = Double.POSITIVE_INFINITY;
  private double busyUntilMs;
  private long busyForMs;
  private boolean taking = true;
  private boolean alive = true;

  Node(World world, Instant wallClock) {
    this.world = world;
    time = world.time();
    startedAtMs = time.nowMs();
    chance = world.chance("node " + startedAtMs);
    fast = world.chance("server clock " + startedAtMs).between(-MOST_PPM, MOST_PPM) * 1e-6;
    journal = world.build().journal().apply(world.disk());
    keptBefore = journal.lastAlive();
    roomTime = RoomTime.resuming(wallClock, keptBefore, this::nanos);
    tracing = world.tracing();
    desk =
        new Desk(
            this,
            roomTime,
            this::nanos,
            new CommandLimits(20, 40, 200, 2_000),
            Headroom.ample(),
            Unmetered.UNMETERED);
    journal.markAlive(roomTime.now());
    time.every(ALIVE_EVERY_MS, () -> alive, () -> journal.markAlive(roomTime.now()));
    time.every(SECOND_MS, () -> alive, this::passSecond);
  }

  /// What the machine's monotonic clock shows, which runs wrong by up to 100 ppm.
  private long nanos() {
    double passedMs = time.nowMs() - startedAtMs;
    return (long) ((startedAtMs + passedMs * (1 + fast)) * NANOS_PER_MS);
  }

  RoomTime roomTime() {
    return roomTime;
  }

  /// The room, if it is in memory.
  Optional<Room> room() {
    return room;
  }

  boolean isBusy() {
    return time.nowMs() < busyUntilMs;
  }

  /// How long it was busy the last time; zero when that is over for long.
  Duration lastBusy() {
    return time.nowMs() - busyUntilMs < SECOND_MS ? Duration.ofMillis(busyForMs) : Duration.ZERO;
  }

  /// Does nothing until then, as when its memory is being tidied up.
  void beBusyUntil(double untilMs) {
    busyForMs = (long) (untilMs - time.nowMs());
    busyUntilMs = Math.max(busyUntilMs, untilMs);
  }

  @Override
  public Cable.Port accept(Cable cable, Admission admission) {
    if (!alive || !taking) {
      return Cable.Port.CLOSED;
    }
    var end = new ServerEnd(desk, admission, cable, text -> sending(admission, text));
    ends.add(end);
    return new Cable.Port() {
      @Override
      public void received(String text) {
        whenFree(() -> end.receive(text), end);
      }

      @Override
      public void broken() {
        whenFree(end::broken, end);
      }
    };
  }

  private String sending(Admission admission, String text) {
    world.sent(admission.entrant().member(), text);
    return world.build().frames().apply(text);
  }

  private void whenFree(Runnable what, ServerEnd end) {
    if (!alive) {
      return;
    }
    if (isBusy()) {
      time.at(busyUntilMs, () -> whenFree(what, end));
      return;
    }
    what.run();
    end.pump();
  }

  private void passSecond() {
    if (isBusy()) {
      return;
    }
    for (var end : ends) {
      end.pass((long) SECOND_MS);
      end.pump();
    }
    ends.removeIf(end -> !end.isOpen());
  }

  @Override
  public boolean post(RoomId id, Letter letter) {
    if (!alive || !taking || mailbox.size() >= CAPACITY) {
      return false;
    }
    mailbox.add(world.build().letters().apply(letter));
    wakeAt(time.nowMs() + LONGEST_TURN_MS * chance.share());
    return true;
  }

  private void wakeAt(double atMs) {
    double notBefore = Math.max(atMs, busyUntilMs);
    if (notBefore < wakeAtMs) {
      wake.callOff();
      wakeAtMs = notBefore;
      wake = time.at(notBefore, this::turn);
    }
  }

  private void turn() {
    wakeAtMs = Double.POSITIVE_INFINITY;
    if (!alive) {
      return;
    }
    if (isBusy()) {
      wakeAt(busyUntilMs);
      return;
    }
    try {
      turn(take());
    } catch (NodeDied _) {
      world.nodeDied();
      return;
    } catch (Disk.Failed _) {
      fail();
    }
    pump();
    room.ifPresent(this::wakeWhenDue);
  }

  private void turn(List<Letter> letters) {
    if (room.isEmpty() && letters.isEmpty()) {
      return;
    }
    var kept = room.orElseGet(this::open);
    room = Optional.of(kept);
    kept.turn(letters);
    world.turned(kept.state());
    if (kept.isIdle() && mailbox.isEmpty()) {
      kept.putAway();
      room = Optional.empty();
      world.counts().add("room put away");
    }
  }

  private Room open() {
    var history = journal.find(world.disk().room()).orElseThrow();
    var around =
        new Surroundings(
            journal,
            roomTime,
            ByteBufAllocator.DEFAULT,
            Unmetered.UNMETERED,
            new Witness(world.build().rules(), world.counts()),
            tracing,
            Bus.ALONE);
    return Room.open(history, around, keptBefore, _ -> {});
  }

  private List<Letter> take() {
    if (mailbox.size() <= MOST_A_TURN) {
      var all = mailbox;
      mailbox = new ArrayList<>();
      return all;
    }
    var first = List.copyOf(mailbox.subList(0, MOST_A_TURN));
    mailbox.subList(0, MOST_A_TURN).clear();
    wakeAt(time.nowMs());
    return first;
  }

  /// As a room loop does when the journal fails: everybody is sent away, and the room is read anew
  /// when somebody comes.
  private void fail() {
    world.counts().add("room failed");
    room.ifPresent(broken -> broken.closeAll(CloseCode.FAILED));
    room = Optional.empty();
    mailbox.forEach(letter -> letter.close(CloseCode.FAILED));
    mailbox.clear();
  }

  private void wakeWhenDue(Room kept) {
    var due = kept.due();
    if (due.isBefore(Instant.MAX)) {
      double leftMs = Duration.between(roomTime.now(), due).toMillis();
      wakeAt(time.nowMs() + Math.max(1, leftMs));
    }
  }

  private void pump() {
    for (var end : List.copyOf(ends)) {
      end.pump();
    }
  }

  /// The process is killed. `told`: its machine lives, and closes the connections.
  void die(boolean told) {
    alive = false;
    ends.forEach(end -> end.die(told));
    ends.clear();
  }

  /// Sends everybody away, does what was asked for, writes the room down and ends.
  void stop() {
    try {
      taking = false;
      desk.sendAway(chance.random(), Duration.ZERO);
      ends.forEach(end -> end.pass(0));
      pump();
      room.ifPresent(
          kept -> {
            kept.turn(take());
            world.turned(kept.state());
            kept.putAway();
          });
      pump();
      journal.markAlive(roomTime.now());
    } catch (NodeDied | Disk.Failed _) {
      world.counts().add("died while stopping");
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a run", e);
    }
    die(true);
  }
}
