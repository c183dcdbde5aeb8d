package matinee.sync;

import java.util.List;

/// What brings a player back to its line.
sealed interface Correction {

  /// Nothing: it is near enough.
  enum None implements Correction {
    NONE
  }

  /// A seek while playing, aimed beyond by the time it loses.
  enum Jump implements Correction {
    JUMP
  }

  /// Pause, be put in place ahead of the line, start when it comes by.
  enum Land implements Correction {
    LAND
  }

  /// A little faster or slower for a while, leg by leg, then at normal speed again.
  record Nudge(List<Leg> legs) implements Correction {}

  /// At `factor` times the wanted speed for `durationMs`.
  record Leg(double factor, double durationMs) {}
}
