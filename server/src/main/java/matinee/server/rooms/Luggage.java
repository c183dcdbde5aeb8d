package matinee.server.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.server.journal.Entry;
import matinee.server.journal.RoomId;
import matinee.server.journal.Snapshot;

/// What goes along when a room moves to another region (RG2): its state after it moved away, by the
/// clock of the region that it leaves, the newest of what stands in its chat, and the hash of the
/// password by which people come in, if there is one. `epoch` is what its history was called there;
/// the clock where it arrives shows `shiftMs` more.
public record Luggage(
    RoomId room,
    Instant created,
    String epoch,
    Snapshot base,
    List<Entry> chat,
    Optional<String> password,
    long shiftMs) {

  public Luggage {
    chat = List.copyOf(chat);
  }
}
