package matinee.server.viewings;

import java.time.Instant;
import matinee.room.MediaRef;
import matinee.server.accounts.AccountId;

/// That `friend`, whom the one who asks calls `name`, watched an upload, last at `last`; is it
/// still being watched, as far as is known?
public record FriendsViewing(
    AccountId friend, String name, MediaRef.Upload film, Instant last, boolean isNow) {}
