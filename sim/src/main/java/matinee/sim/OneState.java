package matinee.sim;

import matinee.room.RoomState;
import matinee.wire.ServerMessage;

/// I3, OR3: whoever is at a revision has the state that the history makes of it: every page, and
/// the room in the server's memory.
final class OneState implements Invariant {

  @Override
  public void applied(World world, Page page, ServerMessage message, String epoch, long revision) {
    var state = page.copy().state();
    var book = world.chronicle().book(page.copy().epoch());
    if (!book.epoch().equals(page.copy().epoch()) || state.revision() >= book.states().size()) {
      throw broken(page + " knows of revision " + state.revision() + " that nobody wrote");
    }
    var told = state.withoutAnswers();
    var truth = book.states().get((int) state.revision()).withoutAnswers();
    if (!told.equals(truth)) {
      throw broken(page + " has " + told + " where the history has " + truth);
    }
  }

  @Override
  public void turned(World world, RoomState state) {
    var truth = world.chronicle().book().last();
    if (!state.equals(truth)) {
      throw broken("the server has " + state + " where the history has " + truth);
    }
  }
}
