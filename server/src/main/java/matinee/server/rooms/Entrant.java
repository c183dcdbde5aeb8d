package matinee.server.rooms;

import java.util.Optional;
import matinee.room.Command;
import matinee.room.Credential;
import matinee.room.Device;
import matinee.room.MemberId;

/// Who comes in by a connection: a member, or a companion of one (CD1).
public sealed interface Entrant {

  MemberId member();

  Device device();

  /// The command by which it comes into the room; a companion comes by none (CD3).
  Optional<Command.Enter> enter();

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

    @Override
    public Optional<Command.Enter> enter() {
      return Optional.of(new Command.Enter(member, name, credential));
    }
  }

  /// The one of the member's companions that is called `id`.
  record OnCompanion(MemberId member, String id) implements Entrant {
    @Override
    public Device device() {
      return Device.COMPANION;
    }

    @Override
    public Optional<Command.Enter> enter() {
      return Optional.empty();
    }
  }
}
