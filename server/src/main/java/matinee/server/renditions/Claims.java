package matinee.server.renditions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.renditions.RenditionRows.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The films that this server is at. Each is claimed in the database, so that no other server is at
/// it too; that of a server that was killed is over after [#LASTS]. Blocks unless said otherwise.
/// Safe for use by any thread.
final class Claims implements AutoCloseable {
  static final Duration LASTS = Duration.ofSeconds(15);
  private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
  private static final int TOKEN_BYTES = 16;
  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

  private final RenditionRows rows;
  private final RandomGenerator chance;
  private final InstantSource clock;

  /// How much of each is made.
  private final Map<Job, Double> held = new ConcurrentHashMap<>();

  private final PeriodicTask renewing;

  Claims(RenditionRows rows, RandomGenerator chance, InstantSource clock) {
    this.rows = rows;
    this.chance = chance;
    this.clock = clock;
    renewing =
        new PeriodicTask(
            Thread.ofVirtual().name("rendition-claims"),
            Pauses.before(RENEWED_EVERY),
            this::renew,
            e -> LOG.warn("could not renew the claims of renditions", e));
  }

  /// The next film for `task`, if one waits.
  Optional<Job> take(Task task) {
    var bytes = new byte[TOKEN_BYTES];
    chance.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    var job = rows.take(task, token, now, now.plus(LASTS));
    job.ifPresent(it -> held.put(it, 0.0));
    return job;
  }

  /// So much of it is made; false if the claim was lost. Does not block.
  boolean note(Job job, double share) {
    return held.computeIfPresent(job, (_, _) -> share) != null;
  }

  void giveBack(Job job) {
    held.remove(job);
  }

  private void renew() {
    if (!held.isEmpty()) {
      var shares = Map.copyOf(held);
      var kept = rows.renew(shares, clock.instant().plus(LASTS));
      shares.keySet().stream().filter(it -> !kept.contains(it)).forEach(held::remove);
    }
  }

  @Override
  public void close() {
    renewing.close();
  }
}
