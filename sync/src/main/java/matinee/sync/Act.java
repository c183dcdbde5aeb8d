package matinee.sync;

/// What to do with the player now. Every act but [Hold] ends a [PlayAt] that is still to come.
public sealed interface Act {

  /// Do nothing.
  enum Hold implements Act {
    HOLD
  }

  /// Pause.
  enum Pause implements Act {
    PAUSE
  }

  /// Set the position, playing or not.
  record SeekTo(double positionMs) implements Act {}

  /// Set the speed, and whether it keeps the pitch.
  record SetRate(double rate, boolean preservesPitch) implements Act {}

  /// Begin to play at the local instant `atMs`, as exactly as possible; at once when it is past.
  record PlayAt(double atMs) implements Act {}
}
