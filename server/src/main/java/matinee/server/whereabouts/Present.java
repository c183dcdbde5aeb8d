package matinee.server.whereabouts;

import java.util.List;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;

/// A friend who is here, and in which rooms as far as the friend lets it be seen.
public record Present(AccountId friend, List<RoomId> rooms) {}
