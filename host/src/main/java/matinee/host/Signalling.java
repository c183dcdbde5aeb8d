package matinee.host;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import matinee.room.Device;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage;
import matinee.wire.Signal;

/// Who may signal how often in one room (SI2). Used by one thread.
public final class Signalling {
  private final Map<MemberId, Pace> paces = new HashMap<>();

  /// What the others are told of a signal of `by`, who is on `device` in a room in `state`;
  /// nothing, if it may not signal, or not so soon again.
  public Optional<ServerMessage.Signals> take(
      MemberId by, Device device, Signal signal, RoomState state, Instant now) {
    return state
        .member(by)
        .filter(member -> state.maySignal(member, device))
        .filter(_ -> paces.computeIfAbsent(by, _ -> new Pace()).lets(signal, now))
        .map(_ -> one(by, signal, state.people().giant()));
  }

  /// SI3: in a giant it is not told who cheers.
  private static ServerMessage.Signals one(MemberId by, Signal signal, boolean giant) {
    return switch (signal) {
      case Signal.Typing _ -> ServerMessage.Signals.typing(by);
      case Signal.Cheer(var emoji) ->
          ServerMessage.Signals.cheers(
              new Cheers(emoji, 1, giant ? Optional.empty() : Optional.of(by)));
    };
  }

  /// Forgets whoever has not signalled for a while.
  public void tidy(Instant now) {
    paces.values().removeIf(pace -> pace.isOver(now));
  }
}
