package matinee.server.access;

import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// What a ticket stands for: `member`, called `name`, may open one connection to `room`. Whoever
/// asked for it did so from `address`.
public record Admission(RoomId room, MemberId member, String name, String address) {}
