package matinee.sync;

/// What a player can do.
///
/// `pitch`: it can play without keeping the pitch, which costs no jump of its clock. `steadySeeks`:
/// a seek while playing loses about the same time each time, so that it can be aimed.
public record Capabilities(Speeds rate, boolean pitch, boolean steadySeeks) {

  /// Which speeds it follows.
  public enum Speeds {
    /// Factors as near to 1 as 1.0005.
    FINE,
    /// Only those that people notice; small changes stutter or do nothing.
    COARSE,
    /// One.
    NONE
  }
}
