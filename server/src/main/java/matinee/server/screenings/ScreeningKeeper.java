package matinee.server.screenings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
    each(State.PLANNED, clock.instant().plus(AHEAD), this::attend);
    if (!clock.instant().isBefore(lookForEndedAt)) {
      lookForEndedAt = clock.instant().plus(LOOK_FOR_ENDED);
      each(State.BEGUN, clock.instant().minus(EMPTY), this::endIfEmpty);
    }
  }

  /// What is done with one.
  @FunctionalInterface
  private interface Attending {
    void attend(Screening screening) throws InterruptedException;
  }

  /// Attends to all in `state` that begin at `until` at the latest.
  private void each(State state, Instant until, Attending attending) throws InterruptedException {
    var some = rows.due(state, until, Optional.empty(), AT_ONCE);
    while (!some.isEmpty()) {
      for (var screening : some) {
        attending.attend(screening);
      }
      some = rows.due(state, until, Optional.of(some.getLast()), AT_ONCE);
    }
  }

  /// Where somebody is, a server keeps the room: that is the one that looks after it.
  private void attend(Screening due) throws InterruptedException {
    var room = rooms.kept(due.room());
    if (room.filter(it -> hasBegun(it, due)).isPresent()) {
      rows.become(due, State.BEGUN);
      return;
    }
    var now = clock.instant();
    if (room.filter(RoomState::isOver).isPresent()
        || now.isAfter(due.time().instant().plus(LATEST))) {
      rows.become(due, State.ENDED);
      return;
    }
    if (room.filter(it -> it.members().stream().anyMatch(Member::isHere)).isPresent()
        && rows.claim(due, node, now, now.plus(CLAIM))) {
      waitFor(due.time().instant().minus(Moment.leadFor(Duration.ZERO)));
      var _ =
          rooms.post(
              due.room(), new Letter.Begin(command(due), due.film().ref(), due.film().title()));
    }
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
    return new CommandId("screening-%s-%d".formatted(screening.id().value(), screening.sequence()));
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
