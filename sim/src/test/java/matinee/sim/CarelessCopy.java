package matinee.sim;

import matinee.room.Evolution;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.wire.Replica.Taken;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;

/// A copy of the room that asks to go on from `off` revisions after what it has, and, if it `takes`
/// everything, applies every event whatever it has.
final class CarelessCopy implements Build.Copy {
  private final int off;
  private final boolean takes;
  private String epoch = "";
  private RoomState state = RoomState.NEW;

  CarelessCopy(int off, boolean takes) {
    this.off = off;
    this.takes = takes;
  }

  @Override
  public Taken apply(ServerMessage message) {
    if (message instanceof ServerMessage.Snapshot(var name, var shown)) {
      epoch = name;
      state = shown;
      return Taken.APPLIED;
    }
    return message instanceof ServerMessage.Happened(var event) ? apply(event) : Taken.IGNORED;
  }

  private Taken apply(Recorded event) {
    if (!takes && event.revision() <= state.revision()) {
      return Taken.KNOWN;
    }
    var before =
        new RoomState(
            event.revision() - 1,
            state.at(),
            state.stage(),
            state.settings(),
            state.people(),
            state.agenda(),
            state.answered());
    state = Evolution.evolve(before, event);
    return Taken.APPLIED;
  }

  @Override
  public RoomState state() {
    return state;
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public Resume resume() {
    return epoch.isEmpty()
        ? Resume.Fresh.FRESH
        : new Resume.From(epoch, Math.max(0, state.revision() + off));
  }
}
