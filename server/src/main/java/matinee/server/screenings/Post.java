package matinee.server.screenings;

import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Writing;

/// Writes to people, where this server sends letters.
@FunctionalInterface
public interface Post {

  /// Queues a letter that reminds `to` of `screening`, in the transaction in which it is run;
  /// nothing if there is no address to which that may go. Blocks.
  Optional<Writing> reminder(AccountId to, Screening screening);
}
