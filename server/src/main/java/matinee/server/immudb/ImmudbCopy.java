package matinee.server.immudb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.background.PeriodicTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings every link of the chain into an immudb, in its order, once, whatever ends or fails in
/// between: how far the copy goes is asked of the immudb itself, and it takes a link only behind
/// the one before. So all servers of a database may copy at the same time. What the immudb does not
/// take now stays in the chain and comes later; nothing else waits for it.
///
/// A chain that was written anew, or another one, is not copied: it does not go on from what is
/// there. That is told once a minute as an error, for it is what the copy is for.
///
/// Bounds: 100 links at a time in memory. Safe for use by any thread.
public final class ImmudbCopy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImmudbCopy.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ROUNDS_BETWEEN_COMPLAINTS = 60;

  /// How many links are copied at once.
  private static final int BATCH = 100;

  private final AuditTrail trail;
  private final ImmudbAddress address;
  private final Immudb immudb;
  private final ImmudbMeter meter;
  private final PeriodicTask task;
  private int failures;

  /// Begins at once.
  public ImmudbCopy(AuditTrail trail, ImmudbAddress address, ImmudbMeter meter) {
    this.trail = trail;
    this.address = address;
    this.immudb = new Immudb(address);
    this.meter = meter;
    task =
        new PeriodicTask(
            Thread.ofPlatform().daemon().name("immudb"),
            PeriodicTask.Pauses.after(PAUSE),
            this::round,
            this::failed);
  }

  private void round() throws InterruptedException {
    try {
      copy();
      meter.copying(true);
      if (failures > 0) {
        LOG.info("{} takes what was done again", address);
      }
      failures = 0;
    } catch (IOException e) {
      failed(new IllegalStateException(e.toString(), e));
    }
  }

  private void copy() throws IOException, InterruptedException {
    var newest = immudb.newest();
    newest.ifPresent(this::check);
    long seq = newest.map(Immudb.Newest::seq).orElse(0L);
    for (var links = next(seq); !links.isEmpty(); links = next(links.getLast().seq())) {
      if (!immudb.append(links)) {
        return; // another server is at it, and the next round sees how far it came
      }
      meter.copied(links.size());
    }
  }

  private List<Link> next(long seq) {
    return trail.after(seq, BATCH);
  }

  /// Is what was copied last still in the chain?
  private void check(Immudb.Newest newest) {
    boolean isThere =
        trail.after(newest.seq() - 1, 1).stream()
            .anyMatch(it -> it.seq() == newest.seq() && it.hash().equals(newest.hash()));
    if (!isThere) {
      throw new IllegalStateException(
          "entry "
              + newest.seq()
              + " is another one there than here: either this database was put back to an older"
              + " state or written anew, or the immudb belongs to another one");
    }
  }

  private void failed(RuntimeException e) {
    meter.copying(false);
    if (failures % ROUNDS_BETWEEN_COMPLAINTS == 0) {
      LOG.error("what was done is not copied to {}: {}", address, e.getMessage());
    }
    failures++;
  }

  @Override
  public void close() {
    task.close();
    immudb.close();
  }
}
