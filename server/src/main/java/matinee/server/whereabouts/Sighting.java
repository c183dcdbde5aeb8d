package matinee.server.whereabouts;

import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;

/// Somebody who is signed in is here: in `room`, or with a page open that is no room.
public record Sighting(AccountId account, Optional<RoomId> room) {}
