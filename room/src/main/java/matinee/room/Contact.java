package matinee.room;

import java.time.Instant;

/// Is a member connected, as far as the room is concerned? Short interruptions are not told to the
/// room.
public sealed interface Contact {

  /// Connected.
  enum Here implements Contact {
    HERE
  }

  /// Not connected since `since`; the place in the room is kept for a while (ME3).
  record Lost(Instant since) implements Contact {}
}
