package matinee.chaos;

import matinee.room.RoomState;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;

/// A number of 64 bits that tells one state of a room from another: FNV-1a over the snapshot that a
/// client would be shown.
final class Fingerprint {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  static long of(RoomState state) {
    var text = ServerMessages.encode(new ServerMessage.Snapshot("e", state));
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
