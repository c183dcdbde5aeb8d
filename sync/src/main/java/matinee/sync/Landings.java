package matinee.sync;

import matinee.sync.Phase.Lesson;

/// Starting on the line: pause, be put where the line will be, begin as much earlier as the player
/// takes to begin.
///
/// The position is set always, even when the player is there already: after a pause and a play
/// without a seek Chromium's picture stays up to 48 ms behind the sound. `seeked` does not mean
/// that it plays again: only its clock tells. Pure.
final class Landings {
  private static final double MARGIN_MS = 60;
  private static final double PER_SEEK_TIME = 1.5;
  private static final double LATE_ENOUGH_MS = 20;
  private static final int MAX_ATTEMPTS = 4;
  private static final double BELIEVED_MS_PER_ATTEMPT = 1_000;
  private static final double IN_PLACE_MS = 1;
  private static final double NEAR_MS = 250;
  private static final double PATIENCE_MS = 1_000;
  private static final double MOVED_MS = 1;
  private static final double AFTER_START_MS = 60;

  private Landings() {}

  /// A landing at the room's start if that is to come, else as soon as a seek of `seekTimeMs`
  /// allows.
  static Phase.Landing plan(double nowMs, int attempt, double seekTimeMs, Bearings bearings) {
    double soonMs = nowMs + PER_SEEK_TIME * seekTimeMs + MARGIN_MS + bearings.learnt().start().ms();
    var course = bearings.course();
    double startAtMs = course.isMovingAt(nowMs) ? soonMs : course.movingFrom(nowMs);
    double positionMs = course.positionAt(startAtMs);
    return new Phase.Landing(startAtMs, positionMs, attempt, false);
  }

  static Turn land(Phase.Landing landing, PlayerSample now, Bearings bearings) {
    if (!now.state().paused()) {
      return new Turn(landing, Act.Pause.PAUSE);
    }
    if (!landing.tuned()) {
      var tuned =
          new Phase.Landing(landing.startAtMs(), landing.positionMs(), landing.attempt(), true);
      return new Turn(tuned, bearings.setRate(bearings.rateAt(landing.startAtMs()), 1));
    }
    if (canResume(landing, now, bearings.can())) {
      double playAtMs = landing.startAtMs() - bearings.learnt().resume().ms();
      return arm(landing, playAtMs, now, Lesson.RESUME);
    }
    var placing = new Phase.Placing(landing, now.atMs());
    return new Turn(placing, new Act.SeekTo(landing.positionMs()));
  }

  /// Waits until the player is ready in its place; too late for the start, it lands again further
  /// ahead. How long the seek took is believed the more the more often it was long: the first wait
  /// may have been for the media to load, and says nothing about the next one.
  static Turn place(Phase.Placing placing, PlayerSample now, Bearings bearings) {
    if (!isPlaced(placing, now)) {
      return Turn.hold(placing);
    }
    var landing = placing.landing();
    double playAtMs = landing.startAtMs() - bearings.learnt().start().ms();
    double tookMs = now.atMs() - placing.soughtAtMs();
    if (now.atMs() > playAtMs + LATE_ENOUGH_MS && landing.attempt() < MAX_ATTEMPTS) {
      double believedMs = Math.min(tookMs, BELIEVED_MS_PER_ATTEMPT * landing.attempt());
      return land(plan(now.atMs(), landing.attempt() + 1, believedMs, bearings), now, bearings);
    }
    return arm(landing, playAtMs, now, Lesson.START);
  }

  /// Waits for the play that is to come; one that does not come is given up.
  static Turn await(Phase.Armed armed, PlayerSample now) {
    if (!now.state().paused()) {
      return Turn.hold(new Phase.Starting(armed.playAtMs(), armed.positionMs(), armed.lesson()));
    }
    boolean givenUp = now.atMs() > armed.playAtMs() + PATIENCE_MS;
    return Turn.hold(givenUp ? new Phase.Adrift(1) : armed);
  }

  /// Waits for the player's clock to leave its place.
  static Turn start(Phase.Starting starting, PlayerSample now, Bearings bearings) {
    double rate = bearings.rateAt(now.atMs());
    if (now.positionMs() > starting.positionMs() + MOVED_MS) {
      double fromMs = now.atMs() + AFTER_START_MS;
      return Turn.hold(new Phase.Following(rate, fromMs, starting.lesson()));
    }
    boolean stuck = now.atMs() > starting.playAtMs() + PATIENCE_MS;
    return Turn.hold(stuck ? new Phase.Following(rate, now.atMs(), Lesson.NONE) : starting);
  }

  /// Plays at once if it is late; that teaches nothing about the player. One that stands at the end
  /// of its media is left there: asked to play, it would begin anew.
  private static Turn arm(Phase.Landing landing, double playAtMs, PlayerSample now, Lesson lesson) {
    if (now.state().ended()) {
      return Turn.hold(new Phase.Following(now.state().rate(), now.atMs(), Lesson.NONE));
    }
    boolean late = playAtMs < now.atMs();
    double atMs = late ? now.atMs() : playAtMs;
    var armed = new Phase.Armed(atMs, landing.positionMs(), late ? Lesson.NONE : lesson);
    return new Turn(armed, new Act.PlayAt(atMs));
  }

  /// Where seeks are coarse, a player that stands in its place is better left there.
  private static boolean canResume(Phase.Landing landing, PlayerSample now, Capabilities can) {
    return can.rate() != Capabilities.Speeds.FINE
        && now.state().canContinue()
        && Math.abs(now.positionMs() - landing.positionMs()) <= IN_PLACE_MS;
  }

  /// Players may answer late to a seek, or go to the nearest key frame instead.
  private static boolean isPlaced(Phase.Placing placing, PlayerSample now) {
    boolean near = Math.abs(now.positionMs() - placing.landing().positionMs()) <= NEAR_MS;
    boolean longAgo = now.atMs() - placing.soughtAtMs() > PATIENCE_MS;
    return now.state().canContinue() && (near || longAgo);
  }
}
