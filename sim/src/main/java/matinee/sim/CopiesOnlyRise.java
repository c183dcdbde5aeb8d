package matinee.sim;

import matinee.wire.ServerMessage;

/// I2, EN4: a page's copy goes on by one event after the other; only a snapshot may skip some, and
/// none goes back within one history.
final class CopiesOnlyRise implements Invariant {

  @Override
  public void applied(World world, Page page, ServerMessage message, String epoch, long revision) {
    long now = page.copy().state().revision();
    boolean follows = now == revision + 1;
    boolean shown = message instanceof ServerMessage.Snapshot;
    boolean other = !page.copy().epoch().equals(epoch);
    if (shown ? !other && now < revision : !follows) {
      throw broken(page + " went from revision " + revision + " to " + now + " by " + message);
    }
  }
}
