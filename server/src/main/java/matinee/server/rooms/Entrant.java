package matinee.server.rooms;

import matinee.room.Credential;
import matinee.room.Device;
import matinee.room.MemberId;

/// Who comes in by a connection: a member, or a companion of one (CD1).
public sealed interface Entrant {

  MemberId member();

  Device device();

  /// The member where it watches, who wants to be called `name`, and of whom the door has seen
  /// `credential`.
  record OnScreen(MemberId member, String name, Credential credential) implements Entrant {

    /// With nothing but the link.
    public OnScreen(MemberId member, String name) {
      this(member, name, Credential.Nothing.NOTHING);
    }

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
