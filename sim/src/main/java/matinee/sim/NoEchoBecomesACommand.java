package matinee.sim;

/// What the program did to a player is never taken for somebody's wish: every command is a wish
/// that a person made, or a report.
final class NoEchoBecomesACommand implements Invariant {

  @Override
  public void made(World world, Ledger.Made made) {
    if (made.origin() == Ledger.Origin.ECHO) {
      throw broken(made.key() + " wishes " + made.wish() + ", which the program did itself");
    }
  }
}
