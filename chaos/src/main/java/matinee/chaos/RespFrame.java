package matinee.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// One whole value that a Redis server has sent (RESP 2 or 3), as its bytes. `published` tells
/// whether it is a message of a channel.
record RespFrame(byte[] bytes, boolean published) {

  /// The next one. Throws `EOFException` at the end and `IOException` where it is no RESP.
  static RespFrame read(InputStream from) throws IOException {
    var reader = new Reader(from);
    reader.value(0);
    var text = reader.bytes.toString(StandardCharsets.ISO_8859_1);
    return new RespFrame(reader.bytes.toByteArray(), isPublished(text));
  }

  /// `*3` or `>3`, the first element of which is `message`, or `smessage` of a sharded channel.
  private static boolean isPublished(String text) {
    int end = text.indexOf("\r\n");
    return (text.startsWith("*3") || text.startsWith(">3"))
        && (text.startsWith("\r\n$7\r\nmessage\r\n", end)
            || text.startsWith("\r\n$8\r\nsmessage\r\n", end));
  }

  /// Keeps what it reads.
  private record Reader(InputStream from, ByteArrayOutputStream bytes) {
    private static final int DEEPEST = 16;

    Reader(InputStream from) {
      this(from, new ByteArrayOutputStream(256));
    }

    void value(int depth) throws IOException {
      if (depth > DEEPEST) {
        throw new IOException("too deep for RESP");
      }
      var line = line();
      switch (line.charAt(0)) {
        case '+', '-', ':', '_', '#', ',', '(' -> {}
        case '$', '=', '!' -> {
          long length = number(line);
          if (length >= 0) {
            copy(length + 2);
          }
        }
        case '*', '~', '>' -> values(number(line), depth);
        case '%', '|' -> values(2 * number(line), depth);
        default -> throw new IOException("no RESP: " + line);
      }
    }

    private void values(long count, int depth) throws IOException {
      for (long i = 0; i < count; i++) {
        value(depth + 1);
      }
    }

    private static long number(String line) throws IOException {
      try {
        return Long.parseLong(line.substring(1));
      } catch (NumberFormatException e) {
        throw new IOException("no RESP: " + line, e);
      }
    }

    /// The next line without its end; at least one character.
    private String line() throws IOException {
      var line = new StringBuilder();
      for (int next = next(); next != '\n'; next = next()) {
        line.append((char) next);
      }
      if (line.length() < 2 || line.charAt(line.length() - 1) != '\r') {
        throw new IOException("no RESP: " + line);
      }
      return line.substring(0, line.length() - 1);
    }

    private void copy(long count) throws IOException {
      for (long i = 0; i < count; i++) {
        next();
      }
    }

    private int next() throws IOException {
      int next = from.read();
      if (next < 0) {
        throw new EOFException();
      }
      bytes.write(next);
      return next;
    }
  }
}
