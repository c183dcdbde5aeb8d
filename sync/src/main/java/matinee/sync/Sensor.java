package matinee.sync;

import java.util.Optional;

/// How late the player is, from two witnesses: its clock (`currentTime`) and the frames it shows.
///
/// The clock is believed unless it scatters by more than 6 ms about a line in the first second of
/// steady play and the frames scatter clearly less. Chromium's clock never does, even on a loaded
/// machine (3 ms); its frames are steady too, but lock onto the display up to a frame away from the
/// sound. Firefox's clock is a staircase (12 ms).
final class Sensor {
  private static final double COARSE_CLOCK_MS = 6;
  private static final double CLEARLY_LESS = 0.6;
  private static final double TRIAL_MS = 1_000;
  private static final int TRIAL_CLOCK = 20;
  private static final int TRIAL_FRAMES = 15;

  private enum Witness {
    UNDECIDED,
    CLOCK,
    FRAMES
  }

  private final Sightings clock = new Sightings();
  private final Sightings frames = new Sightings();
  private Witness witness = Witness.UNDECIDED;
  private LineFit clockLine = new LineFit();
  private LineFit frameLine = new LineFit();
  private double trialFromMs = Double.POSITIVE_INFINITY;
  private double shownLateMs = Double.NaN;

  /// Another media: the choice is made again.
  void reset() {
    witness = Witness.UNDECIDED;
    shownLateMs = Double.NaN;
    clear();
  }

  /// After an action what was measured before it says nothing any more.
  void clear() {
    clock.clear();
    frames.clear();
    clockLine = new LineFit();
    frameLine = new LineFit();
    trialFromMs = Double.POSITIVE_INFINITY;
  }

  /// The clock showed that the player is `lateMs` late.
  void clock(double atMs, double lateMs) {
    clock.add(lateMs);
    if (witness == Witness.UNDECIDED) {
      trialFromMs = Math.min(trialFromMs, atMs);
      clockLine.add(atMs, lateMs);
      choose(atMs);
    }
    if (witness != Witness.FRAMES) {
      showFrom(clock);
    }
  }

  /// A frame showed that the player is `lateMs` late.
  void frame(double atMs, double lateMs) {
    frames.add(lateMs);
    if (witness == Witness.UNDECIDED) {
      frameLine.add(atMs, lateMs);
    }
    if (witness == Witness.FRAMES) {
      showFrom(frames);
    }
  }

  /// Is the clock the witness, so that frames may be compared with it?
  boolean believesClock() {
    return witness == Witness.CLOCK;
  }

  /// How late the player is, once that is sure; while nothing is chosen, only when the clock
  /// scatters little.
  Optional<Sightings.Estimate> estimate() {
    return switch (witness) {
      case CLOCK -> clock.estimate();
      case FRAMES -> frames.estimate();
      case UNDECIDED ->
          clockLine.scatter() <= COARSE_CLOCK_MS ? clock.estimate() : Optional.empty();
    };
  }

  /// What was measured last, for showing; outlives [#clear]. NaN while nothing was.
  double lastLateMs() {
    return shownLateMs;
  }

  private void showFrom(Sightings sightings) {
    sightings.estimate().ifPresent(found -> shownLateMs = found.lateMs());
  }

  private void choose(double nowMs) {
    if (nowMs - trialFromMs < TRIAL_MS || clockLine.count() < TRIAL_CLOCK) {
      return;
    }
    boolean framesAreBetter =
        frameLine.count() >= TRIAL_FRAMES
            && clockLine.scatter() > COARSE_CLOCK_MS
            && frameLine.scatter() < CLEARLY_LESS * clockLine.scatter();
    witness = framesAreBetter ? Witness.FRAMES : Witness.CLOCK;
  }
}
