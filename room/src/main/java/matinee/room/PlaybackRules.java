package matinee.room;

import java.time.Duration;
import java.time.Instant;

/// Playing, pausing, seeking, changing speed: rules PB.
final class PlaybackRules {

  /// For how long people go on watching while nobody keeps the room (PB9).
  private static final Duration ABSENCE_LIMIT = Duration.ofSeconds(60);

  private PlaybackRules() {}

  static Outcome play(RoomState state, Stage.Loaded loaded, Moment moment) {
    if (!(loaded.playback() instanceof Playback.Paused(long standing, double rate))) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    long from = isEnd(loaded.media(), standing) ? 0 : standing; // PB2
    return changed(Cause.PLAYED, startOrWait(state, loaded, from, rate, moment));
  }

  /// A start from `positionMs` on, or a wait there: for the film (UP3), or for one another (GA3).
  static Playback startOrWait(
      RoomState state, Stage.Loaded loaded, long positionMs, double rate, Moment moment) {
    if (loaded.isShortAt(positionMs)) {
      return SupplyRules.waitAt(positionMs, rate, moment);
    }
    return state.waitedFor().isEmpty()
        ? startAt(positionMs, rate, moment)
        : GateRules.waitAt(state, positionMs, rate, moment.now());
  }

  static Outcome pause(Stage.Loaded loaded, Moment moment) {
    if (loaded.playback() instanceof Playback.Paused) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    return changed(Cause.PAUSED, standing(loaded, moment.now())); // PB4
  }

  static Outcome seek(RoomState state, Stage.Loaded loaded, long wished, Moment moment) {
    if (!loaded.media().has(wished)) {
      return Outcome.refused(Reason.OUT_OF_RANGE); // PB6
    }
    long to = loaded.clamp(wished); // UP2
    return switch (loaded.playback()) {
      case Playback.Paused paused when paused.positionMs() == to ->
          Outcome.refused(Reason.NO_CHANGE);
      case Playback.Paused paused -> changed(Cause.SEEKED, new Playback.Paused(to, paused.rate()));
      case Playback.Playing(var line) ->
          changed(Cause.SEEKED, startOrWait(state, loaded, to, line.rate(), moment));
      case Playback.Waiting wait when loaded.isShort() || loaded.isShortAt(to) ->
          wait.positionMs() == to
              ? Outcome.refused(Reason.NO_CHANGE)
              : changed(Cause.SEEKED, startOrWait(state, loaded, to, wait.rate(), moment));
      case Playback.Waiting wait ->
          changed(Cause.SEEKED, new Playback.Waiting(to, wait.rate(), wait.since(), wait.until()));
    };
  }

  /// PB5: while playing, the new line begins where the old one will be when it takes effect, so
  /// nobody jumps.
  static Outcome setRate(Stage.Loaded loaded, double rate, Moment moment) {
    if (loaded.playback().rate() == rate) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    return switch (loaded.playback()) {
      case Playback.Paused paused ->
          changed(Cause.RATE_CHANGED, new Playback.Paused(paused.positionMs(), rate));
      case Playback.Playing(var line) -> {
        var effect = later(line.anchorTime(), moment.effect());
        long there = loaded.clamp(line.positionAt(effect));
        yield changed(Cause.RATE_CHANGED, new Playback.Playing(new Timeline(effect, there, rate)));
      }
      case Playback.Waiting wait ->
          changed(
              Cause.RATE_CHANGED,
              new Playback.Waiting(wait.positionMs(), rate, wait.since(), wait.until()));
    };
  }

  /// PB9: what happened last was kept, so the room was kept at least until then.
  static Outcome interrupt(RoomState state, Instant since, Instant now) {
    var kept = later(since, state.at());
    if (Duration.between(kept, now).compareTo(ABSENCE_LIMIT) <= 0) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    return switch (state.stage()) {
      case Stage.Loaded loaded when !(loaded.playback() instanceof Playback.Paused) ->
          changed(Cause.ABANDONED, standing(loaded, kept));
      case Stage.Loaded _ when state.queue().due().isPresent() ->
          Outcome.happens(new Event.AdvanceCancelled()); // QU5
      case Stage.Loaded _, Stage.Idle _ -> Outcome.refused(Reason.NO_CHANGE);
    };
  }

  static Playback.Playing startAt(long positionMs, double rate, Moment moment) {
    return new Playback.Playing(new Timeline(moment.effect(), positionMs, rate)); // PB3
  }

  static Playback.Paused standing(Stage.Loaded loaded, Instant now) {
    return new Playback.Paused(loaded.positionAt(now), loaded.playback().rate());
  }

  static boolean isEnd(Media media, long positionMs) {
    return switch (media.length()) {
      case Length.Known(long ms) -> positionMs >= ms;
      case Length.Unknown _ -> false;
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Outcome changed(Cause cause, Playback playback) {
    return Outcome.happens(new Event.PlaybackChanged(cause, playback));
  }
}
