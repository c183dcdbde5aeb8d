package matinee.sim;

import java.io.Serial;

/// Something happened that must not: `invariant` says what was to hold.
final class Violation extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String invariant;

  Violation(String invariant, String what) {
    super(invariant + ": " + what);
    this.invariant = invariant;
  }

  Violation(String invariant, Throwable cause) {
    super(invariant + ": " + cause, cause);
    this.invariant = invariant;
  }

  String invariant() {
    return invariant;
  }
}
