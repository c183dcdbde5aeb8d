package matinee.server.conversations;

import java.util.Optional;
import matinee.server.accounts.AccountId;

/// With whom somebody has a conversation, by the name of the account; empty if that was deleted.
public record Partner(AccountId id, Optional<String> name) {}
