package matinee.sim;

import matinee.room.RoomState;
import matinee.wire.ServerMessage;

/// I3, OR3: whoever is at a revision has the state that the history makes of it: every page, and
/// the room in the server's memory.
///
/// What the room remembers of accepted commands is not told to pages.
final class OneState implements Invariant {

  @Override
  public void applied(World world, Page page, ServerMessage message, String epoch, long revision) {
    var state = page.copy().state();
    var book = world.chronicle().book(page.copy().epoch());
    if (!book.epoch().equals(page.copy().epoch()) || state.revision() >= book.states().size()) {
      throw broken(page + " knows of revision " + state.revision() + " that nobody wrote");
    }
    var truth = book.states().get((int) state.revision());
    if (!told(truth).equals(told(state))) {
      throw broken(page + " has " + told(state) + " where the history has " + told(truth));
    }
  }

  @Override
  public void turned(World world, RoomState state) {
    var truth = world.chronicle().book().last();
    if (!state.equals(truth)) {
      throw broken("the server has " + state + " where the history has " + truth);
    }
  }

  private static RoomState told(RoomState state) {
    return new RoomState(
        state.revision(),
        state.at(),
        state.stage(),
        state.settings(),
        state.people(),
        state.agenda(),
        RoomState.NEW.answered());
  }
}
