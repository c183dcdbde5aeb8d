package matinee.server.rooms;

import io.netty.buffer.ByteBufAllocator;
import matinee.server.journal.Journal;

/// What every room has in common.
public record Surroundings(
    Journal journal, RoomTime time, ByteBufAllocator allocator, RoomMeter meter) {}
