package matinee.server.rooms;

import io.netty.buffer.ByteBufAllocator;
import matinee.room.Decider;
import matinee.server.bus.Bus;
import matinee.server.journal.Journal;

/// What every room has in common.
public record Surroundings(
    Journal journal,
    RoomTime time,
    ByteBufAllocator allocator,
    RoomMeter meter,
    Rules rules,
    Tracing tracing,
    Bus bus) {

  /// With the rules of protocol/ROOM.md, nobody who is told what rooms do, and no other server.
  public Surroundings(Journal journal, RoomTime time, ByteBufAllocator allocator, RoomMeter meter) {
    this(journal, time, allocator, meter, Decider::decide, Tracing.OFF, Bus.ALONE);
  }
}
