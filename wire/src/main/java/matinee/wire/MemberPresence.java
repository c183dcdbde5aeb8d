package matinee.wire;

import matinee.room.MemberId;

/// The last that is known of one member's player and line.
public record MemberPresence(MemberId member, Vitals vitals) {}
