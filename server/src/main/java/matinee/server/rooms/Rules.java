package matinee.server.rooms;

import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.RoomState;

/// By which rules rooms decide; those of protocol/ROOM.md are [matinee.room.Decider#decide].
@FunctionalInterface
public interface Rules {

  /// What `command` does to a room in `state` at `moment`. Pure.
  Decision decide(RoomState state, Command command, Moment moment);
}
