package matinee.server.bus;

import matinee.wire.BusMessage;

/// What a room learns of the other servers. It may come twice, late, or not at all.
public sealed interface News {

  /// One of them said so.
  record Said(BusMessage message) implements News {}

  /// The journal of the room has an event with this revision.
  record Reached(long revision) implements News {}

  /// The server of this name is gone, with all who were connected to it.
  record Died(String node) implements News {}
}
