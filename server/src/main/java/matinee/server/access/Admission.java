package matinee.server.access;

import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// What a ticket stands for: `member`, called `name`, may open one connection to `room`.
public record Admission(RoomId room, MemberId member, String name) {}
