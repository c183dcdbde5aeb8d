package matinee.server.socket;

import java.util.function.LongSupplier;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;

/// What every [Conversation] works with. `nanoTime` is monotonic and drives the limits; room time
/// is what members are told.
record Desk(
    RoomRegistry rooms,
    RoomTime time,
    LongSupplier nanoTime,
    Allowances commands,
    SocketMeter meter,
    Watches watches) {}
