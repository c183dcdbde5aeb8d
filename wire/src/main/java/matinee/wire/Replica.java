package matinee.wire;

import matinee.room.Evolution;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// A client's copy of the room, kept up to date by the messages of one connection after the other
/// (EN4).
///
/// Used by one thread. Before the first snapshot it stands for a room in which nothing has
/// happened, and takes no event: nobody can say what that would follow.
public final class Replica {
  private String epoch = "";
  private RoomState state = RoomState.NEW;

  /// What became of a message.
  public enum Taken {
    APPLIED,
    /// Applied already.
    KNOWN,
    /// It does not follow what is known: connect again and resume.
    GAP,
    /// It says nothing about the room's state.
    IGNORED
  }

  /// Takes in one message of the server.
  public Taken apply(ServerMessage message) {
    return switch (message) {
      case ServerMessage.Snapshot snapshot -> take(snapshot);
      case ServerMessage.Crowd crowd -> take(crowd);
      case ServerMessage.Happened(var recorded) -> take(recorded);
      case ServerMessage.Welcome _,
          ServerMessage.Accepted _,
          ServerMessage.Rejected _,
          ServerMessage.Error _,
          ServerMessage.HeartbeatAnswer _,
          ServerMessage.Presence _,
          ServerMessage.Signals _ ->
          Taken.IGNORED;
    };
  }

  private Taken take(ServerMessage.Snapshot snapshot) {
    epoch = snapshot.epoch();
    state = snapshot.state();
    return Taken.APPLIED;
  }

  private Taken take(ServerMessage.Crowd crowd) {
    if (epoch.isEmpty()) {
      return Taken.GAP;
    }
    if (crowd.revision() < state.revision()) {
      return Taken.KNOWN;
    }
    state =
        new RoomState(
            crowd.revision(),
            state.at(),
            state.stage(),
            state.settings(),
            state.people().shown(crowd.shown(), crowd.gone()),
            state.agenda(),
            state.answered());
    return Taken.APPLIED;
  }

  private Taken take(Recorded recorded) {
    if (epoch.isEmpty() || recorded.revision() > state.revision() + 1) {
      return Taken.GAP;
    }
    if (recorded.revision() <= state.revision()) {
      return Taken.KNOWN;
    }
    state = Evolution.evolve(state, recorded);
    return Taken.APPLIED;
  }

  /// The room as last known.
  public RoomState state() {
    return state;
  }

  /// The history's name; empty before the first snapshot.
  public String epoch() {
    return epoch;
  }

  /// From where to go on after a reconnect (EN2).
  public Resume resume() {
    return epoch.isEmpty() ? Resume.Fresh.FRESH : new Resume.From(epoch, state.revision());
  }
}
