package matinee.server.rooms;

import matinee.room.Device;
import matinee.room.MemberId;

/// Who comes in by a connection: a member, or a companion of one (CD1).
public sealed interface Entrant {

  MemberId member();

  Device device();

  /// The member where it watches, who wants to be called `name`.
  record OnScreen(MemberId member, String name) implements Entrant {
    @Override
    public Device device() {
      return Device.SCREEN;
    }
  }

  /// The one of the member's companions that is called `id`.
  record OnCompanion(MemberId member, String id) implements Entrant {
    @Override
    public Device device() {
      return Device.COMPANION;
    }
  }
}
