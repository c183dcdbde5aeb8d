package matinee.server.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The bytes of a film on its way in, from one of them on, as they come: who reads waits for what
/// is not there yet. Throws `EOFException` when nothing came for [#PATIENCE], or nothing will.
final class GrowingStream extends InputStream {
  /// So long it waits for the next byte; players ask again.
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration LOOKS_EVERY = Duration.ofMillis(300);

  private final FileChannel part;
  private final Supplier<OptionalLong> there;
  private final Duration patience;
  private long at;
  private long known;

  /// From the byte `first` of `part` on, which is closed with it; `there` tells how many bytes are
  /// there, and nothing when the film is gone.
  GrowingStream(FileChannel part, long first, Supplier<OptionalLong> there, Duration patience) {
    this.part = part;
    this.there = there;
    this.patience = patience;
    at = first;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    await();
    var bytes = ByteBuffer.wrap(into, from, (int) Math.min(length, known - at));
    int read = part.read(bytes, at);
    if (read > 0) {
      at += read;
    }
    return read;
  }

  private void await() throws IOException {
    for (var waited = Duration.ZERO; known <= at; waited = waited.plus(LOOKS_EVERY)) {
      known = there.get().orElseThrow(() -> new EOFException("the film is gone"));
      if (known > at) {
        return;
      }
      if (waited.compareTo(patience) >= 0) {
        throw new EOFException("nothing more has come");
      }
      try {
        Thread.sleep(LOOKS_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EOFException("the server stops");
      }
    }
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
