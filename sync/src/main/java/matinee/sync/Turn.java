package matinee.sync;

/// A transition of the follower: what it is about from now on, and what is to be done with the
/// player.
record Turn(Phase next, Act act) {

  static Turn hold(Phase next) {
    return new Turn(next, Act.Hold.HOLD);
  }
}
