package matinee.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import matinee.server.accounts.AccountId;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells who listens that something is new for a person, whichever server it was done on: within
/// half a second, by reading whose number has changed. What is new it does not say. Safe for use by
/// any thread.
public final class NewsDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  /// So far back is read again: clocks differ, and a change may be committed long after its time
  /// was taken.
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private static final String SINCE = "select account, news from person where news_ms > ?";
  private static final String OF = "select news from person where account = ?";

  private final Database database;
  private final InstantSource clock;
  private final PeriodicTask task;

  /// Who listens, by account.
  private final Map<String, Set<LongConsumer>> ears = new ConcurrentHashMap<>();

  /// What each account that is listened to was told last. Belongs to the thread of the task.
  private final Map<String, Long> told = new HashMap<>();

  /// `clock` agrees with that of the other servers to some seconds.
  public NewsDesk(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("people-news"),
            Pauses.after(PERIOD),
            this::round,
            e -> LOG.warn("could not read what is new for people", e));
  }

  /// Tells `ear` the number of `account` whenever it changes, on a thread that must not be held up,
  /// until what is given back is run. Blocks; gives the number as it is now to `ear` before that.
  public Runnable listen(AccountId account, LongConsumer ear) {
    ears.compute(
        account.value(),
        (_, known) -> {
          var set = known == null ? ConcurrentHashMap.<LongConsumer>newKeySet() : known;
          set.add(ear);
          return set;
        });
    ear.accept(number(account));
    return () ->
        ears.computeIfPresent(
            account.value(),
            (_, known) -> {
              known.remove(ear);
              return known.isEmpty() ? null : known;
            });
  }

  private long number(AccountId account) {
    return database.read(
        session -> {
          var select = session.statement(OF);
          select.setString(1, account.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }

  private void round() {
    told.keySet().retainAll(ears.keySet());
    if (!ears.isEmpty()) {
      since(clock.instant().minus(AGAIN)).forEach(this::tell);
    }
  }

  private Map<String, Long> since(Instant time) {
    return database.read(
        session -> {
          var select = session.statement(SINCE);
          select.setLong(1, time.toEpochMilli());
          var changed = new HashMap<String, Long>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              changed.put(rows.getString(1), rows.getLong(2));
            }
          }
          return changed;
        });
  }

  private void tell(String account, long number) {
    var listening = ears.get(account);
    if (listening != null && !Long.valueOf(number).equals(told.put(account, number))) {
      listening.forEach(ear -> ear.accept(number));
    }
  }

  /// What was just done here is told at once.
  public void wake() {
    task.wake();
  }

  @Override
  public void close() {
    task.close();
  }
}
