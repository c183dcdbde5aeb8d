package matinee.server.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import matinee.wire.TraceLine;
import matinee.wire.TraceLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file in which one process writes its trace, a line feed after each line. Its name begins
/// with the time at which the process started, so that the files of a folder stand in their order.
///
/// Lines are made and written by a thread of its own, from a queue of 1,024 entries; who finds it
/// full is told that nothing was taken, and does not wait. The last line of a process that stopped
/// in order says so; the last line of a killed one may be torn. When the file cannot be written to,
/// nothing more is.
public final class TraceFile implements TraceSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraceFile.class);
  private static final int CAPACITY = 1_024;
  private static final Supplier<List<TraceLine>> END = List::of;

  private final BlockingQueue<Supplier<List<TraceLine>>> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong lost = new AtomicLong();
  private final OutputStream out;
  private final Thread thread;

  private TraceFile(OutputStream out) {
    this.out = out;
    thread = Thread.ofPlatform().name("trace").daemon().start(this::run);
  }

  /// Begins the file of the process `pid` that starts at `start`, in `folder`, which is made if it
  /// is not there.
  public static TraceFile begin(Path folder, Instant start, long pid) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve(start.toEpochMilli() + "-" + pid + ".jsonl");
    return new TraceFile(
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
  }

  @Override
  public boolean take(Supplier<List<TraceLine>> made) {
    boolean taken = queue.offer(made);
    if (!taken) {
      lost.incrementAndGet();
    }
    return taken;
  }

  private void run() {
    try (out) {
      var taken = new ArrayList<Supplier<List<TraceLine>>>();
      while (!taken.contains(END)) {
        taken.clear();
        taken.add(queue.take());
        queue.drainTo(taken);
        for (var each : taken) {
          write(each.get());
        }
        out.flush();
      }
      write(List.of(new TraceLine.Ended(lost.get())));
    } catch (IOException e) {
      LOG.error("the trace cannot be written any further", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<TraceLine> lines) throws IOException {
    for (var line : lines) {
      out.write((TraceLines.encode(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Writes what has been taken, and that the process stopped in order. To be called when nobody
  /// gives anything any more.
  @Override
  public void close() throws InterruptedException {
    while (thread.isAlive() && !queue.offer(END, 100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      // the thread is writing
    }
    thread.join();
  }
}
