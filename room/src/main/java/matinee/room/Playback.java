package matinee.room;

import java.time.Instant;

/// How the loaded media moves. Absolute: applying it twice is harmless, applying it late still
/// lands right (PB1).
public sealed interface Playback {

  /// Stands on `positionMs`; would go on at `rate`.
  record Paused(long positionMs, double rate) implements Playback {
    public Paused {
      checkPosition(positionMs);
      Rates.check(rate);
    }
  }

  /// Moves along `timeline`.
  record Playing(Timeline timeline) implements Playback {}

  /// Held on `positionMs` since `since` because members are not ready; goes on at `rate` when all
  /// are, at `until` at the latest (GA3, GA4). Who is waited for: [RoomState#waitedFor]. Where too
  /// little of the film is there it goes on when there is more, without a limit (UP3), see
  /// [Stage.Loaded#isShort].
  record Waiting(long positionMs, double rate, Instant since, Instant until) implements Playback {
    public Waiting {
      checkPosition(positionMs);
      Rates.check(rate);
      if (until.isBefore(since)) {
        throw new IllegalArgumentException("until must not be before since");
      }
    }
  }

  /// The position at `now`, not limited by the media's end.
  default long positionAt(Instant now) {
    return switch (this) {
      case Paused paused -> paused.positionMs;
      case Playing playing -> playing.timeline.positionAt(now);
      case Waiting waiting -> waiting.positionMs;
    };
  }

  /// The speed at which the media moves or would move.
  default double rate() {
    return switch (this) {
      case Paused paused -> paused.rate;
      case Playing playing -> playing.timeline.rate();
      case Waiting waiting -> waiting.rate;
    };
  }

  /// The same with no position beyond what `loaded` has.
  default Playback within(Stage.Loaded loaded) {
    return switch (this) {
      case Paused(long at, double rate) -> new Paused(loaded.clamp(at), rate);
      case Playing(Timeline(var from, long at, double rate)) ->
          new Playing(new Timeline(from, loaded.clamp(at), rate));
      case Waiting(long at, double rate, var since, var until) ->
          new Waiting(loaded.clamp(at), rate, since, until);
    };
  }

  private static void checkPosition(long positionMs) {
    if (positionMs < 0) {
      throw new IllegalArgumentException("positionMs must not be negative");
    }
  }
}
