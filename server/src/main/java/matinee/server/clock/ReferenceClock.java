package matinee.server.clock;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import matinee.server.rooms.RoomTime;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import matinee.sync.RoomClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clock of a PostgreSQL server, by which all Matinee servers of it agree what time it is in
/// their rooms: learnt by the filter with which a page learns the room's clock.
///
/// Probes the database 14 times at the start, then once a second, and lets room time run a little
/// faster or slower until it agrees.
public final class ReferenceClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceClock.class);
  private static final double NANOS_PER_MS = 1e6;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NOW = "select extract(epoch from clock_timestamp()) * 1000";

  private final Database database;
  private final LongSupplier nanoTime;
  private final ClockMeter meter;
  private final RoomClock clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  /// Blocks until the clock is known, half a second perhaps. `nanoTime` is monotonic. Throws
  /// `IOException` when it is not known after 10 s.
  public ReferenceClock(Database database, LongSupplier nanoTime, ClockMeter meter)
      throws IOException, InterruptedException {
    this.database = database;
    this.nanoTime = nanoTime;
    this.meter = meter;
    clock = new RoomClock(localMs());
    long deadline = nanoTime.getAsLong() + PATIENCE.toNanos();
    while (!clock.isReady()) {
      if (nanoTime.getAsLong() > deadline) {
        throw new IOException("the database answers too slowly to learn its clock");
      }
      probe();
      TimeUnit.NANOSECONDS.sleep(untilNextProbe());
    }
  }

  /// The common time.
  public Instant now() {
    return Instant.EPOCH.plusNanos((long) (clock.roomTimeAt(localMs()) * NANOS_PER_MS));
  }

  /// Keeps `time` with it from now on, until it is closed.
  public void keep(RoomTime time) {
    Thread.ofVirtual().name("clock").start(() -> run(time));
  }

  private void run(RoomTime time) {
    try {
      while (!closing.await(untilNextProbe(), TimeUnit.NANOSECONDS)) {
        try {
          probe();
          double errorMs = clock.roomTimeAt(localMs()) - time.nowMs();
          time.gain(errorMs);
          meter.measured(errorMs, clock.boundMs());
        } catch (DatabaseFailure e) {
          LOG.debug("the clock of the database was not told", e);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void probe() {
    double sent = localMs();
    clock.probeSent(sent);
    double told =
        database.read(
            session -> {
              try (var rows = session.statement(NOW).executeQuery()) {
                rows.next();
                return rows.getDouble(1);
              }
            });
    clock.sample(sent, told, told, localMs());
  }

  private long untilNextProbe() {
    return (long) (Math.max(0, clock.nextProbeAtMs() - localMs()) * NANOS_PER_MS);
  }

  private double localMs() {
    return nanoTime.getAsLong() / NANOS_PER_MS;
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
