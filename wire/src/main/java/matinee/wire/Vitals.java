package matinee.wire;

/// The state of a member's player and line, for the others to see.
///
/// `roundTripMs`: a probe and back. `syncErrorMs`: actual position less expected position, positive
/// when ahead. `bufferedMs`: how far the player could go on without loading more.
public record Vitals(
    Condition condition, Measured roundTripMs, Measured syncErrorMs, Measured bufferedMs) {

  /// A condition alone, nothing measured.
  public static Vitals of(Condition condition) {
    return new Vitals(condition, Measured.Not.NOT, Measured.Not.NOT, Measured.Not.NOT);
  }
}
