package matinee.server.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads a film from its sender into a draft, and judges it by its first bytes. Used once, by one
/// thread.
final class Receiving {
  private static final int BUFFER_BYTES = 256 * 1024;

  /// Room is reserved in steps of this size when the sender did not announce how much comes.
  private static final long STEP_BYTES = 8L * 1024 * 1024;

  sealed interface Result {}

  /// All of it is in the draft.
  record Received(Format format, long sizeBytes) implements Result {}

  record Refused(Intake why) implements Result {}

  private final FilmBytes bytes;
  private final Draft draft;
  private final long maxBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  Receiving(FilmBytes bytes, Draft draft, long maxBytes) {
    this.bytes = bytes;
    this.draft = draft;
    this.maxBytes = maxBytes;
  }

  /// Throws [SenderGone], [DiskFull], or another `IOException` of the disk.
  Result receive() throws IOException {
    reserve(0);
    int head = bytes.fill(buffer, Formats.HEAD_BYTES);
    if (head == 0) {
      return new Refused(new Intake.Empty());
    }
    var format = Formats.of(Arrays.copyOf(buffer, head));
    if (format.isEmpty()) {
      return new Refused(new Intake.NotPlayable());
    }
    for (int read = head; read > 0; read = bytes.fill(buffer, BUFFER_BYTES)) {
      if (draft.writtenBytes() + read > maxBytes) {
        return new Refused(new Intake.TooLarge(maxBytes));
      }
      reserve(draft.writtenBytes() + read);
      draft.write(ByteBuffer.wrap(buffer, 0, read));
    }
    return new Received(format.get(), draft.writtenBytes());
  }

  private void reserve(long size) throws IOException {
    var announced = bytes.announcedBytes();
    draft.reserve(
        announced.isPresent()
            ? Math.max(announced.getAsLong(), size)
            : Math.min(maxBytes, (size / STEP_BYTES + 1) * STEP_BYTES));
  }
}
