package matinee.chaos;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/// Where a relay reads pieces from.
interface Source {

  /// The next pieces, in the order in which they go on; none that wait for others is an empty list.
  /// Throws `EOFException` at the end.
  List<byte[]> next() throws IOException;

  /// Whatever has come, as it has come.
  static Source plain(InputStream from) {
    var buffer = new byte[16 * 1024];
    return () -> {
      int length = from.read(buffer);
      if (length < 0) {
        throw new EOFException();
      }
      return List.of(Arrays.copyOf(buffer, length));
    };
  }
}
