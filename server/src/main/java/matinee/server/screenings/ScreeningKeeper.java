package matinee.server.screenings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import matinee.room.CommandId;
import matinee.room.Member;
import matinee.room.Moment;
import matinee.room.RoomState;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.rooms.Letter;
import matinee.server.rooms.RoomRegistry;
import matinee.server.screenings.Screening.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that screenings begin, and that they end when nobody is there any more. Several
/// servers may do so at once.
///
/// Whoever claims one in the database asks its room, by a command whose id follows from the
/// screening, and looks a moment later whether the room has it in its history: then it has begun.
/// So a server that is killed in between leaves nothing that the next one, after the claim, would
/// not make good, and what is asked twice happens once (ID1).
final class ScreeningKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScreeningKeeper.class);

  /// How late one begins at most, at the first moment when somebody is there. After that it is
  /// over.
  static final Duration LATEST = Duration.ofHours(1);

  /// For how long the room of one that has begun may be empty, counted from its time.
  static final Duration EMPTY = Duration.ofMinutes(10);

  /// So long before its time one is claimed.
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private static final Duration CLAIM = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final Duration LOOK_FOR_ENDED = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final ScreeningRows rows;
  private final RoomRegistry rooms;
  private final String node;
  private final InstantSource clock;
  private final PeriodicTask task;
  private Instant lookForEndedAt = Instant.MIN;

  /// Begins at once, as the server `node`.
  ScreeningKeeper(ScreeningRows rows, RoomRegistry rooms, String node, InstantSource clock) {
    this.rows = rows;
    this.rooms = rooms;
    this.node = node;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("screenings"),
            Pauses.after(PAUSE),
            this::look,
            e -> LOG.warn("could not look after screenings", e));
  }

  private void look() throws InterruptedException {
    var claimed = new ArrayList<Screening>();
    each(State.PLANNED, clock.instant().plus(AHEAD), due -> claimed.addAll(claim(due)));
    for (var screening : claimed) {
      begin(screening);
    }
    if (!clock.instant().isBefore(lookForEndedAt)) {
      lookForEndedAt = clock.instant().plus(LOOK_FOR_ENDED);
      each(State.BEGUN, clock.instant().minus(EMPTY), begun -> begun.forEach(this::endIfEmpty));
    }
  }

  /// Hands `some` all in `state` that begin at `until` at the latest, the earliest first, not all
  /// at once.
  private void each(State state, Instant until, Consumer<List<Screening>> some) {
    var page = rows.due(state, until, Optional.empty(), AT_ONCE);
    while (!page.isEmpty()) {
      some.accept(page);
      page = rows.due(state, until, Optional.of(page.getLast()), AT_ONCE);
    }
  }

  /// Those of `due` that are this server's to begin, in the same order. All are claimed at once:
  /// many begin at the same second, and a claim waits for the disk.
  private List<Screening> claim(List<Screening> due) {
    var now = clock.instant();
    var awaited = due.stream().filter(it -> isAwaited(it, now)).toList();
    return awaited.isEmpty() ? awaited : rows.claim(awaited, node, now, now.plus(CLAIM));
  }

  /// Whether somebody waits for it here; notes it where it has begun, or is over. Where somebody
  /// is, a server keeps the room: that is the one that looks after it.
  private boolean isAwaited(Screening due, Instant now) {
    var room = rooms.kept(due.room());
    if (room.filter(it -> hasBegun(it, due)).isPresent()) {
      rows.become(due, State.BEGUN);
      return false;
    }
    if (room.filter(RoomState::isOver).isPresent()
        || now.isAfter(due.time().instant().plus(LATEST))) {
      rows.become(due, State.ENDED);
      return false;
    }
    return room.filter(it -> it.members().stream().anyMatch(Member::isHere)).isPresent();
  }

  private void begin(Screening screening) throws InterruptedException {
    waitFor(screening.time().instant().minus(Moment.leadFor(Duration.ZERO)));
    var film = screening.film();
    var _ =
        rooms.post(
            screening.room(), new Letter.Begin(command(screening), film.ref(), film.title()));
  }

  private void endIfEmpty(Screening begun) {
    if (rooms.state(begun.room()).filter(it -> !it.members().isEmpty()).isEmpty()) {
      rows.become(begun, State.ENDED);
    }
  }

  private void waitFor(Instant instant) throws InterruptedException {
    var left = Duration.between(clock.instant(), instant);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  /// Another plan is another command.
  static CommandId command(Screening screening) {
    return CommandId.planned("%s-%d".formatted(screening.id().value(), screening.sequence()));
  }

  private static boolean hasBegun(RoomState room, Screening screening) {
    var command = command(screening);
    return room.answered().answers().stream()
        .anyMatch(it -> it.command().equals(command) && it.refusal().isEmpty());
  }

  @Override
  public void close() {
    task.close();
  }
}
