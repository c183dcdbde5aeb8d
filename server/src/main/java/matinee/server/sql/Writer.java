package matinee.server.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It commits what has gathered since its last commit in one
/// transaction, so that many changes share the cost of one commit.
///
/// When a change of a batch fails, the batch is undone and each change is tried alone: the failure
/// of one is not the failure of another. A change that the database undid so that another server's
/// could go on is made again, up to 8 times. When the connection breaks, all of the batch fail, and
/// whether they were committed is not known. Whoever asks for a change waits for its commit; at
/// most 10,000 changes wait, more callers block until there is room. If the writer itself breaks,
/// those who wait are told, and so is whoever comes later.
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int QUEUE = 10_000;
  private static final int MAX_BATCH = 2_000;
  private static final int TRIES = 8;

  private final Session session;
  private final WriteMeter meter;
  private final BlockingQueue<Change<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile boolean open = true;
  private volatile boolean restartWanted;

  /// For a session whose connection commits after each statement, until told otherwise.
  Writer(Session session, WriteMeter meter) {
    this.session = session;
    this.meter = meter;
    thread = Thread.ofPlatform().name("journal-writer").start(this::run);
  }

  /// Runs `query` on the writing connection and waits until it is committed. Within a batch,
  /// changes are made in the order of `place`: writers that change the same places in the same
  /// order do not wait for one another in a ring.
  <T> T write(long place, Query<T> query) {
    return later(place, query).get();
  }

  /// As [#write], but does not wait: the result is asked for later, or never.
  <T> Supplier<T> later(long place, Query<T> query) {
    var change = new Change<>(place, query);
    if (!open) {
      throw new IllegalStateException("the database is closed");
    }
    try {
      queue.put(change);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFailure("interrupted before writing", e);
    }
    return change::await;
  }

  /// As [#later], but never blocks: fails at once when as many changes wait as may. The outcome is
  /// told on the writer's thread, which is not to be held up.
  <T> CompletionStage<T> offer(long place, Query<T> query) {
    var change = new Change<>(place, query);
    return open && queue.offer(change)
        ? change.outcome()
        : CompletableFuture.failedStage(new DatabaseFailure("too many changes wait"));
  }

  /// How many transactions have been committed.
  long commits() {
    return commits.get();
  }

  /// Lets the log be written from its beginning again, as soon as no change waits to be committed;
  /// see [Checkpointer].
  void restartLog() {
    restartWanted = true;
    later(0, _ -> true);
  }

  /// Commits what waits, then closes the connection.
  @Override
  public void close() {
    open = false;
    queue.add(new Change<>(0, _ -> true));
    try {
      thread.join();
      session.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new DatabaseFailure("closing the database", e);
    }
  }

  private void run() {
    try {
      commitUntilClosed();
    } catch (RuntimeException | Error e) {
      open = false;
      LOG.error("the writer broke; nothing more is written", e);
      var left = new ArrayList<Change<?>>();
      queue.drainTo(left);
      left.forEach(change -> change.fail(e));
    }
  }

  private void commitUntilClosed() {
    var batch = new ArrayList<Change<?>>();
    while (open || !queue.isEmpty()) {
      gather(batch);
      long began = System.nanoTime();
      commit(batch);
      meter.committed(batch.size(), System.nanoTime() - began);
      batch.clear();
      if (restartWanted) {
        restartWanted = false;
        Checkpointer.restart(session);
      }
    }
  }

  private void gather(List<Change<?>> batch) {
    try {
      batch.add(queue.take());
      Thread.yield(); // who else is about to write may do so first, if a processor is short
      queue.drainTo(batch, MAX_BATCH - 1);
      batch.sort(Comparator.comparingLong(Change::place));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer", e);
    }
  }

  private void commit(List<Change<?>> batch) {
    if (batch.size() == 1) {
      commitAlone(batch.getFirst());
      return;
    }
    try {
      commitOnce(batch);
    } catch (SQLException | RuntimeException e) {
      if (isUndone(batch, e)) {
        batch.forEach(this::commitAlone);
      }
    }
  }

  private void commitAlone(Change<?> change) {
    var alone = List.<Change<?>>of(change);
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        commitOnce(alone);
        return;
      } catch (SQLException | RuntimeException e) {
        if (!isUndone(alone, e)) {
          return;
        }
        if (tries == TRIES || !Session.gaveWay(e)) {
          change.fail(e);
          return;
        }
      }
    }
  }

  private void commitOnce(List<Change<?>> batch) throws SQLException {
    session.begin();
    for (var change : batch) {
      change.run(session);
    }
    session.commit();
    commits.incrementAndGet();
    batch.forEach(Change::complete);
  }

  /// After `failure`: is all of `batch` undone for certain, and may be made again? If not, those
  /// who wait for it have been told.
  private boolean isUndone(List<Change<?>> batch, Exception failure) {
    if (session.broke(failure)) {
      LOG.warn("the connection to the database broke; it is opened again", failure);
      batch.forEach(change -> change.fail(failure));
      return false;
    }
    rollBack(batch);
    return true;
  }

  private void rollBack(List<Change<?>> batch) {
    try {
      session.rollBack();
    } catch (SQLException e) {
      batch.forEach(change -> change.fail(e));
      throw new DatabaseFailure("rolling back", e);
    }
  }
}
