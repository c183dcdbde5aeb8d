package matinee.browser;

import matinee.host.Keeper;
import matinee.room.RoomState;
import org.teavm.jso.JSExport;

/// What the ES module for rooms without a server exports; keeper.d.ts. Only pages that keep such a
/// room load it.
public final class PeerRoom {
  private PeerRoom() {}

  /// A keeper of a new room, whose history is called `epoch`.
  @JSExport
  public static PageKeeper createKeeper(String epoch, double nowMs) {
    return new PageKeeper(new Keeper(epoch, RoomState.NEW, nowMs));
  }
}
