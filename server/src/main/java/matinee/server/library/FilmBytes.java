package matinee.server.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// The bytes of a film on their way in: read once, from the beginning, by one thread. Reading
/// blocks until the sender has sent; `stream` throws `IOException` when the sender went away before
/// the end. Nothing is asked of the sender before the first read.
public record FilmBytes(InputStream stream, OptionalLong announcedBytes) {

  /// Fills `into` as far as there are bytes; gives their number, 0 at the end. Throws [SenderGone].
  int fill(byte[] into, int wanted) throws SenderGone {
    try {
      return stream.readNBytes(into, 0, wanted);
    } catch (IOException e) {
      throw new SenderGone(e);
    }
  }
}
