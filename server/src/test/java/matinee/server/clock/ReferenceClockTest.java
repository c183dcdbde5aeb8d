package matinee.server.clock;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import matinee.server.rooms.RoomTime;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.Test;

/// Servers with wrong clocks of their own, on a real PostgreSQL.
final class ReferenceClockTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void servers_whose_own_clocks_are_seconds_apart_agree_by_that_of_the_database() throws Exception {
    var measured = new ConcurrentLinkedQueue<Double>();
    try (var database = Database.open(TestPostgres.newDatabase(), (_, _) -> {});
        var fast = clock(database, 3_000, measured);
        var slow = clock(database, -3_000, measured)) {
      var here = new RoomTime(fast.now(), () -> nanos(3_000));
      var there = new RoomTime(slow.now(), () -> nanos(-3_000));

      fast.keep(here);
      slow.keep(there);

      await().atMost(LONG).until(() -> measured.size() >= 6);
      await().atMost(LONG).until(() -> Math.abs(here.nowMs() - there.nowMs()) < 5);
      await().atMost(LONG).until(() -> Math.abs(here.nowMs() - Instant.now().toEpochMilli()) < 5);
    }
  }

  private static ReferenceClock clock(
      Database database, long aheadMs, ConcurrentLinkedQueue<Double> measured)
      throws IOException, InterruptedException {
    return new ReferenceClock(
        database, () -> nanos(aheadMs), (errorMs, _) -> measured.add(errorMs));
  }

  private static long nanos(long aheadMs) {
    return System.nanoTime() + Duration.ofMillis(aheadMs).toNanos();
  }
}
