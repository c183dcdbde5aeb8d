package matinee.server.stores;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/// An answer of a store. Closed before its end the connection is cut, for otherwise all that is
/// left of a film would be fetched first.
final class Abortable extends FilterInputStream {
  private final ResponseInputStream<?> answer;
  private boolean isOver;

  Abortable(ResponseInputStream<?> answer) {
    super(answer);
    this.answer = answer;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    isOver |= read < 0;
    return read;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    isOver |= read < 0;
    return read;
  }

  @Override
  public void close() throws IOException {
    if (!isOver) {
      answer.abort();
    }
    super.close();
  }
}
