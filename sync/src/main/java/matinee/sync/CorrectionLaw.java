package matinee.sync;

import java.util.List;
import java.util.Optional;

/// Which correction an error asks for. Pure.
/// - up to 2 ms, or three standard errors of the measurement: none;
/// - up to 30 ms: a nudge of 1 % at most, resampled; of 2 % as the first thing after a start or a
///   jump, which has broken the sound anyway. Near normal speed Chromium copies samples through,
///   and changing to its pitch-keeping mode costs 20 ms each time (audio_renderer_algorithm): a
///   nudge that keeps the pitch would make the error it corrects. At another speed wished by people
///   the mode stays and nudges go up to 4 %;
/// - up to 150 ms and beyond: a jump if seeks are steady and the data is there, else a landing.
///
/// Players without fine speeds only seek, with a dead band of twice what their seeks miss by, 40 to
/// 80 ms, and no less than the player says that a seek is worth. Source: the thresholds were
/// measured on Chromium 156; the best published figure for browsers is Arntzen's MediaSync, about 7
/// ms.
final class CorrectionLaw {
  private static final double DEAD_BAND_MS = 2;
  private static final double DEAD_BAND_ERRORS = 3;
  private static final double PITCH_KEEPING_DEAD_BAND_MS = 25;
  private static final double LONGEST_NUDGE_MS = 3_000;
  private static final double NUDGE_OVER_MS = 800;
  private static final double MAX_RESAMPLED = 0.01;
  private static final double MAX_AFTER_BREAK = 0.02;
  private static final double MAX_PITCH_KEPT = 0.04;
  private static final double SEEK_ONLY_LEAST_MS = 40;
  private static final double SEEK_ONLY_MOST_MS = 80;

  /// This near to normal speed the pitch may go with the speed: a third of a semitone.
  private static final double NEAR_NORMAL = 0.02;

  private CorrectionLaw() {}

  /// Should the player keep the pitch while the room moves at `rate`?
  static boolean preservesPitch(double rate, Capabilities can) {
    return !can.pitch() || Math.abs(rate - 1) > NEAR_NORMAL;
  }

  /// The speed for a player that should move at `rate`.
  static double feasible(double rate, Capabilities can) {
    return can.rate() == Capabilities.Speeds.NONE ? 1 : rate;
  }

  /// How far off the player may be without anything being done, ms.
  static double toleranceMs(Sightings.Estimate estimate, Capabilities can, Learnt learnt) {
    if (can.rate() != Capabilities.Speeds.FINE) {
      double misses = Math.clamp(2 * learnt.seekMiss().ms(), SEEK_ONLY_LEAST_MS, SEEK_ONLY_MOST_MS);
      return Math.max(misses, can.leastSeekMs());
    }
    double least = can.pitch() ? DEAD_BAND_MS : PITCH_KEEPING_DEAD_BAND_MS;
    return Math.max(least, DEAD_BAND_ERRORS * estimate.errorMs());
  }

  /// The correction for a player that is `estimate` late as it follows; `buffered`: the data around
  /// the target is there.
  static Correction correct(
      Sightings.Estimate estimate,
      Phase.Following following,
      boolean buffered,
      Capabilities can,
      Learnt learnt) {
    double lateMs = estimate.lateMs();
    double rate = following.rate();
    if (Math.abs(lateMs) <= toleranceMs(estimate, can, learnt)) {
      return Correction.None.NONE;
    }
    if (isNudgeable(lateMs, rate, can)) {
      boolean afterBreak = following.lesson() != Phase.Lesson.NONE && !preservesPitch(rate, can);
      double most = afterBreak ? MAX_AFTER_BREAK : most(rate, can);
      return nudge(lateMs, LONGEST_NUDGE_MS, rate, most);
    }
    return can.steadySeeks() && buffered ? Correction.Jump.JUMP : Correction.Land.LAND;
  }

  /// Would a nudge make it good within three seconds?
  private static boolean isNudgeable(double lateMs, double rate, Capabilities can) {
    return can.rate() == Capabilities.Speeds.FINE
        && Math.abs(lateMs) <= LONGEST_NUDGE_MS * rate * most(rate, can);
  }

  /// What can be done about an error while the next seek has to wait for `waitMs`, or is not
  /// wanted: a nudge for as long, if the player has fine speeds.
  static Optional<Correction.Nudge> meanwhile(
      double lateMs, double waitMs, double rate, Capabilities can) {
    double longestMs =
        waitMs <= 0 ? LONGEST_NUDGE_MS : Math.clamp(waitMs, NUDGE_OVER_MS, LONGEST_NUDGE_MS);
    return can.rate() == Capabilities.Speeds.FINE
        ? Optional.of(nudge(lateMs, longestMs, rate, most(rate, can)))
        : Optional.empty();
  }

  /// The nudge that makes good `lateMs`, or what it can in `longestMs`; of at least 0.8 s.
  private static Correction.Nudge nudge(double lateMs, double longestMs, double rate, double most) {
    double share = Math.clamp(lateMs / (rate * NUDGE_OVER_MS), -most, most);
    double durationMs = Math.min(longestMs, lateMs / (rate * share));
    return new Correction.Nudge(List.of(new Correction.Leg(1 + share, durationMs)));
  }

  /// Stays well away from normal speed where the pitch is kept: passing through it costs a step of
  /// the clock.
  private static double most(double rate, Capabilities can) {
    if (!preservesPitch(rate, can)) {
      return MAX_RESAMPLED;
    }
    return can.pitch() ? Math.min(MAX_PITCH_KEPT, Math.abs(rate - 1) / 2) : MAX_PITCH_KEPT;
  }
}
