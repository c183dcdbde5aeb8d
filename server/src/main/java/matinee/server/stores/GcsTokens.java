package matinee.server.stores;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/// The access token of one account, kept until shortly before its end. Whoever needs one while
/// another thread fetches it waits for that, and hears of it if none is to be had; whoever comes
/// later tries anew. Safe for use by any thread.
final class GcsTokens {
  /// How long before its end a token is fetched anew. A metadata server has another from about four
  /// minutes before it on.
  static final Duration EARLY = Duration.ofMinutes(3);

  private final GcsAccount account;
  private final InstantSource clock;
  private final AtomicReference<FutureTask<AccessToken>> newest;

  GcsTokens(GcsAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
    var none = fetching();
    none.cancel(false);
    newest = new AtomicReference<>(none);
  }

  private FutureTask<AccessToken> fetching() {
    return new FutureTask<>(() -> account.fetch(clock.instant()));
  }

  /// One that is good for some minutes. Blocks while it is fetched. Throws [StoreAway] when none is
  /// to be had.
  String token() throws IOException {
    var task = newest.updateAndGet(it -> isOfUse(it) ? it : fetching());
    task.run(); // in one thread; in others it does nothing
    try {
      return task.get().text();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreAway away) {
        throw new StoreAway(away);
      }
      throw new IllegalStateException("fetching an access token", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("an access token was not waited for", e);
    }
  }

  private boolean isOfUse(FutureTask<AccessToken> task) {
    return switch (task.state()) {
      case RUNNING -> true;
      case SUCCESS -> clock.instant().isBefore(task.resultNow().end().minus(EARLY));
      case FAILED, CANCELLED -> false;
    };
  }
}
