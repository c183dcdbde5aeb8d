package matinee.chaos;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// One direction of one relayed connection: a thread that reads and stamps each piece with the
/// instant at which it may go on, and one that writes it then. At most 64 pieces wait between them;
/// beyond that nothing is read.
final class Pipe {
  private static final int WAITING = 64;
  private static final int LOST_PACKET_MS = 200;
  private static final int LOOK_MS = 5;
  private static final double MS_PER_S = 1e3;

  private final Source source;
  private final Socket to;
  private final Weather.Direction direction;
  private final Supplier<Weather> weather;
  private final RandomGenerator chance;
  private final Ends ends;
  private final BlockingQueue<Piece> waiting = new ArrayBlockingQueue<>(WAITING);
  private long latestNanos = System.nanoTime();

  /// What a pipe tells of its end.
  interface Ends {
    /// It has carried everything.
    void drained();

    /// The connection is broken.
    void broken();
  }

  /// Bytes that may go on at this instant; none at the end.
  private record Piece(long atNanos, byte[] bytes) {}

  Pipe(
      Source source,
      Socket to,
      Weather.Direction direction,
      Supplier<Weather> weather,
      RandomGenerator chance,
      Ends ends) {
    this.source = source;
    this.to = to;
    this.direction = direction;
    this.weather = weather;
    this.chance = chance;
    this.ends = ends;
  }

  /// Carries from now on, on two of these threads.
  void begin(Thread.Builder threads) {
    threads.start(this::read);
    threads.start(this::write);
  }

  private void read() {
    try {
      while (true) {
        for (var bytes : source.next()) {
          stamp(bytes);
        }
      }
    } catch (EOFException _) {
      end();
    } catch (IOException _) {
      ends.broken();
      end();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stamp(byte[] bytes) throws IOException, InterruptedException {
    var now = weather.get();
    double ms = now.delayMs();
    if (now.jitterMs() > 0) {
      ms += chance.nextDouble() * now.jitterMs();
    }
    int drawn = chance.nextInt(1_000);
    if (drawn < now.resetsPerMille()) {
      throw new IOException("reset");
    }
    if (drawn >= 1_000 - now.stallsPerMille()) {
      ms += LOST_PACKET_MS * (1 + chance.nextInt(3));
    }
    long nanos = System.nanoTime() + (long) (ms * 1e6);
    latestNanos = Math.max(latestNanos, nanos); // in order, as TCP delivers
    waiting.put(new Piece(latestNanos, bytes));
  }

  private void end() {
    try {
      waiting.put(new Piece(latestNanos, new byte[0]));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      for (var piece = waiting.take(); piece.bytes.length > 0; piece = waiting.take()) {
        long leftNanos = piece.atNanos - System.nanoTime();
        if (leftNanos > 0) {
          Thread.sleep(leftNanos / 1_000_000, (int) (leftNanos % 1_000_000));
        }
        while (weather.get().silence().holds(direction)) {
          Thread.sleep(LOOK_MS);
        }
        to.getOutputStream().write(piece.bytes);
        long perSecond = weather.get().bytesPerSecond();
        if (perSecond < Long.MAX_VALUE) {
          Thread.sleep((long) (piece.bytes.length * MS_PER_S / perSecond));
        }
      }
      to.shutdownOutput();
      ends.drained();
    } catch (IOException _) {
      ends.broken();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
