package matinee.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether the picture hangs behind or ahead of the sound, and the cure.
///
/// A renderer locks onto the display with a hysteresis of about a frame: after a start the picture
/// may stay up to 48 ms behind the clock until the next seek (Chromium). A blip of +2 % and -2 %,
/// 400 ms each, costs the clock nothing and makes it lock anew. Measured over 30 frames; -14 to 22
/// ms is good at 30 frames a second, in proportion otherwise. Three blips a start at most.
final class PicturePhase {
  private static final int FRAMES = 30;
  private static final int MAX_BLIPS = 3;
  private static final double REFRESH_MS = 1_000.0 / 60;
  private static final double MOST_BEHIND = 14.0 * 30 / 1_000;
  private static final double MOST_AHEAD = 22.0 * 30 / 1_000;
  private static final Correction.Nudge BLIP =
      new Correction.Nudge(List.of(new Correction.Leg(1.02, 400), new Correction.Leg(0.98, 400)));

  private final double[] phases = new double[FRAMES];
  private final double[] positions = new double[FRAMES];
  private int count;
  private int blips;

  /// Playback began anew.
  void started() {
    clear();
    blips = 0;
  }

  void clear() {
    count = 0;
  }

  /// A frame of `mediaTimeMs` is shown when the clock stands at `clockMs`.
  void frame(double mediaTimeMs, double clockMs) {
    if (count < FRAMES) {
      positions[count] = mediaTimeMs;
      phases[count++] = mediaTimeMs - clockMs;
    }
  }

  /// A blip, if the picture hangs at normal speed.
  Optional<Correction.Nudge> cure() {
    if (count < FRAMES) {
      return Optional.empty();
    }
    double phaseMs = Median.of(phases);
    double unitMs = Math.max(REFRESH_MS, frameMs());
    clear();
    boolean hangs = phaseMs < -MOST_BEHIND * unitMs || phaseMs > MOST_AHEAD * unitMs;
    if (!hangs || blips == MAX_BLIPS) {
      return Optional.empty();
    }
    blips++;
    return Optional.of(BLIP);
  }

  private double frameMs() {
    var gaps = new double[FRAMES - 1];
    Arrays.setAll(gaps, i -> positions[i + 1] - positions[i]);
    return Median.of(gaps);
  }
}
