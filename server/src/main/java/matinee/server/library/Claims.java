package matinee.server.library;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which uploads requests of this server write to. Each is claimed in the database, so that nobody
/// else writes to it, at whatever server; the claim is renewed as long as the request lasts, and
/// that of a server that was killed is over after [#LASTS]. Blocks. Safe for use by any thread.
final class Claims implements AutoCloseable {
  static final Duration LASTS = Duration.ofSeconds(15);
  private static final Duration RENEWED_EVERY = Duration.ofSeconds(3);
  private static final int TOKEN_BYTES = 16;
  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

  private final UploadRows rows;
  private final RandomGenerator chance;
  private final InstantSource clock;

  /// Until when each counts that a request here has, in milliseconds of `clock`.
  private final Map<Claim, Long> held = new ConcurrentHashMap<>();

  private final PeriodicTask renewing;

  Claims(UploadRows rows, RandomGenerator chance, InstantSource clock) {
    this.rows = rows;
    this.chance = chance;
    this.clock = clock;
    renewing =
        new PeriodicTask(
            Thread.ofVirtual().name("upload-claims"),
            Pauses.before(RENEWED_EVERY),
            this::renew,
            e -> LOG.warn("could not renew the claims of uploads", e));
  }

  /// One on the upload `id`, unless somebody has it.
  Optional<Claim> take(FilmId id) {
    var bytes = new byte[TOKEN_BYTES];
    chance.nextBytes(bytes);
    var claim = new Claim(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    var now = clock.instant();
    var until = now.plus(LASTS);
    if (!rows.take(claim, now, until)) {
      return Optional.empty();
    }
    held.put(claim, until.toEpochMilli());
    return Optional.of(claim);
  }

  private void renew() {
    if (held.isEmpty()) {
      return;
    }
    var until = clock.instant().plus(LASTS);
    for (var claim : rows.renew(List.copyOf(held.keySet()), until)) {
      held.computeIfPresent(claim, (_, _) -> until.toEpochMilli());
    }
  }

  /// Does nobody else write to the upload of `claim`? Does not block.
  boolean counts(Claim claim) {
    return held.getOrDefault(claim, 0L) > clock.millis();
  }

  void giveBack(Claim claim) {
    held.remove(claim);
    rows.giveBack(claim);
  }

  @Override
  public void close() {
    renewing.close();
  }
}
