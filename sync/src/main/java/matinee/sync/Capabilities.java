package matinee.sync;

/// What a player can do.
///
/// `pitch`: it can play without keeping the pitch, which costs no jump of its clock. `steadySeeks`:
/// a seek while playing loses about the same time each time, so that it can be aimed.
/// `leastSeekMs`: an error below this is no reason for a seek, however well seeks end; 0 to 1,000
/// ms.
public record Capabilities(Speeds rate, boolean pitch, boolean steadySeeks, double leastSeekMs) {
  private static final double MOST_MS = 1_000;

  public Capabilities {
    if (!(leastSeekMs >= 0 && leastSeekMs <= MOST_MS)) {
      throw new IllegalArgumentException("leastSeekMs must be 0 to " + MOST_MS);
    }
  }

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
