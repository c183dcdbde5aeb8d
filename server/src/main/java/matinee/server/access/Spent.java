package matinee.server.access;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/// Which one-use tokens have been used, as all servers know it that take them. Safe for use by any
/// thread.
public interface Spent {

  /// Uses the token called `id`, which nobody takes after `until`. Gives whether it had not been
  /// used before: of all who ask, on any server, one is told so. Fails with the store's failure;
  /// the token is then used or not.
  ///
  /// Never blocks. The answer is told on a thread that must not be held up.
  CompletionStage<Boolean> spend(String id, Instant until);
}
