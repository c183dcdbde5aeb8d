package matinee.sync;

/// What a player is doing this instant. `ready`: could play from here now. `rate` is what was asked
/// of it, corrections included.
public record PlayerState(
    boolean paused, boolean seeking, boolean ready, boolean ended, double rate) {

  /// Has it what it needs to go on from where it is?
  boolean canContinue() {
    return ready && !seeking;
  }
}
