package matinee.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<String, Set<Ear>> ears = new ConcurrentHashMap<>();

  /// Somebody who listens, and is told only what is newer than what was told before.
  private record Ear(LongConsumer consumer, AtomicLong last) {
    void tell(long number) {
      if (last.getAndAccumulate(number, Math::max) < number) {
        consumer.accept(number);
      }
    }
  }

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
    var listening = new Ear(ear, new AtomicLong(Long.MIN_VALUE));
    ears.compute(
        account.value(),
        (_, known) -> {
          var set = known == null ? ConcurrentHashMap.<Ear>newKeySet() : known;
          set.add(listening);
          return set;
        });
    listening.tell(number(account));
    return () ->
        ears.computeIfPresent(
            account.value(),
            (_, known) -> {
              known.remove(listening);
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
    ears.getOrDefault(account, Set.of()).forEach(ear -> ear.tell(number));
  }

  @Override
  public void close() {
    task.close();
  }
}
