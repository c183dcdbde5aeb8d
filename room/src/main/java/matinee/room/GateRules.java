package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Waiting for those who are not ready, and its end: rules GA and PB8.
final class GateRules {
  /// How long a room waits at most (GA4).
  static final Duration WAIT_LIMIT = Duration.ofSeconds(10);

  private GateRules() {}

  static Outcome reportReady(RoomState state, Member by, Stage.Loaded loaded, Length length) {
    var events = new ArrayList<Event>();
    if (length instanceof Length.Known known && teaches(by, loaded.media().length(), known)) {
      events.add(new Event.LengthLearnt(known));
    }
    if (by.readiness() != Readiness.READY && !state.people().giant()) { // GI2
      events.add(new Event.ReadinessChanged(by.id(), Readiness.READY));
    }
    return events.isEmpty() ? Outcome.refused(Reason.NO_CHANGE) : new Outcome.Happens(events);
  }

  /// GA1: anybody may tell the room what it does not know, the host corrects what it was told.
  private static boolean teaches(Member by, Length known, Length.Known reported) {
    return known instanceof Length.Unknown || (by.isHost() && !known.equals(reported));
  }

  /// LJ2: only who has been ready can hold the room; who is catching up goes on catching up. Nor
  /// does the room wait for whom it has waited for enough (GA7).
  static Outcome reportBuffering(Member by, Instant now) {
    if (by.readiness() != Readiness.READY) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    return readiness(by, by.grace().isUsedUp(now) ? Readiness.CATCHING_UP : Readiness.BUFFERING);
  }

  static Outcome reportUnable(Member by) {
    return by.readiness() == Readiness.CATCHING_UP
        ? Outcome.refused(Reason.NO_CHANGE)
        : readiness(by, Readiness.CATCHING_UP); // GA5
  }

  static Outcome setGate(RoomState state, GatePolicy gate) {
    return state.settings().gate().equals(gate)
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.GateChanged(gate)); // GA6
  }

  static Outcome setExcused(Member by, boolean excused) {
    return by.grace().excused() == excused
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.ExcusedChanged(by.id(), excused)); // GA8
  }

  static Outcome tick(RoomState state, Moment moment) {
    var events = new ArrayList<>(AskRules.expired(state, moment.now())); // AS4
    boolean isDue = state.playbackDeadline().filter(due -> !moment.now().isBefore(due)).isPresent();
    if (isDue
        && state.stage() instanceof Stage.Loaded loaded
        && passed(state, loaded, moment) instanceof Outcome.Happens(var more)) {
      events.addAll(more);
    }
    events.addAll(QueueRules.tick(state, moment)); // QU5
    return events.isEmpty() ? Outcome.refused(Reason.NO_CHANGE) : new Outcome.Happens(events);
  }

  private static Outcome passed(RoomState state, Stage.Loaded loaded, Moment moment) {
    return switch (loaded.playback()) {
      case Playback.Waiting waiting -> expire(state, waiting, moment);
      case Playback.Playing _ ->
          PlaybackRules.isEnd(loaded.media(), loaded.positionAt(moment.now()))
              ? ended(state, loaded, moment.now())
              : Outcome.happens(SupplyRules.awaited(loaded, moment)); // UP3
      case Playback.Paused _ -> Outcome.refused(Reason.NO_CHANGE);
    };
  }

  private static Outcome ended(RoomState state, Stage.Loaded loaded, Instant now) {
    var events = new ArrayList<Event>();
    events.add(new Event.PlaybackChanged(Cause.ENDED, PlaybackRules.standing(loaded, now))); // PB8
    events.addAll(QueueRules.ended(state, now));
    return new Outcome.Happens(events);
  }

  /// GA4: the room goes on; the late ones catch up.
  private static Outcome expire(RoomState state, Playback.Waiting waiting, Moment moment) {
    var events = new ArrayList<Event>();
    for (var late : state.waitedFor()) {
      events.add(new Event.ReadinessChanged(late.id(), Readiness.CATCHING_UP));
    }
    events.add(
        new Event.PlaybackChanged(
            Cause.WAIT_EXPIRED,
            PlaybackRules.startAt(waiting.positionMs(), waiting.rate(), moment)));
    return new Outcome.Happens(events);
  }

  /// What follows by itself from the events that led to `state`: a wait begins or ends (GA3).
  static List<Event> settle(RoomState state, Moment moment) {
    if (!(state.stage() instanceof Stage.Loaded loaded)) {
      return List.of();
    }
    boolean nobodyHere = state.people().members().here() == 0;
    boolean allReady = state.waitedFor().isEmpty();
    return switch (loaded.playback()) {
      case Playback.Waiting waiting when allReady && !nobodyHere && !loaded.isShort() ->
          List.of(
              new Event.PlaybackChanged(
                  Cause.WAIT_ENDED,
                  PlaybackRules.startAt(waiting.positionMs(), waiting.rate(), moment)));
      case Playback.Playing playing when !allReady ->
          List.of(
              new Event.PlaybackChanged(
                  Cause.WAIT_STARTED,
                  waitAt(
                      state,
                      loaded.positionAt(moment.now()),
                      playing.timeline().rate(),
                      moment.now())));
      case Playback.Waiting _, Playback.Playing _, Playback.Paused _ -> List.of();
    };
  }

  /// GA4, GA7: a wait is as long as the grace of one of those waited for, and no longer than the
  /// limit.
  static Playback.Waiting waitAt(RoomState state, long positionMs, double rate, Instant now) {
    var longest =
        state.waitedFor().stream()
            .map(late -> late.grace().left(now))
            .max(Duration::compareTo)
            .filter(left -> left.compareTo(WAIT_LIMIT) < 0)
            .orElse(WAIT_LIMIT);
    return new Playback.Waiting(positionMs, rate, now, now.plus(longest));
  }

  private static Outcome readiness(Member by, Readiness readiness) {
    return Outcome.happens(new Event.ReadinessChanged(by.id(), readiness));
  }
}
