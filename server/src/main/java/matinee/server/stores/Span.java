package matinee.server.stores;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The first `length` bytes of a stream.
final class Span extends FilterInputStream {
  private long left;

  Span(InputStream stream, long length) {
    super(stream);
    left = length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int read = super.read(into, from, (int) Math.min(most, left));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
