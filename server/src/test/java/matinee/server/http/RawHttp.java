package matinee.server.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A connection on which a test writes requests as it likes, byte by byte.
final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// One request on a connection of its own: `head` has the request line and further header lines.
  static Answer ask(int port, String... head) throws IOException {
    return ask(port, new byte[0], head);
  }

  /// As [#ask], with a body, whose length is announced.
  static Answer ask(int port, byte[] body, String... head) throws IOException {
    try (var http = new RawHttp(port)) {
      http.send(body, head);
      return http.answer(head[0].startsWith("HEAD "));
    }
  }

  void send(byte[] body, String... head) throws IOException {
    var lines = new ArrayList<>(List.of(head));
    if (body.length > 0) {
      lines.add("Content-Length: " + body.length);
    }
    head(lines.toArray(String[]::new));
    write(body);
  }

  /// The request line, `Host` and the given headers, and the empty line after them.
  void head(String... head) throws IOException {
    var text = new StringBuilder(head[0]).append(" HTTP/1.1\r\n");
    text.append("Host: 127.0.0.1:").append(socket.getPort()).append("\r\n");
    for (int i = 1; i < head.length; i++) {
      text.append(head[i]).append("\r\n");
    }
    write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// One chunk of a chunked body; the last one when `bytes` is empty.
  void chunk(byte[] bytes) throws IOException {
    write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    write(bytes);
    write(new byte[] {'\r', '\n'});
  }

  /// Waits for the first byte of an answer, and leaves it to be read.
  void awaitAnswer() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw new EOFException("the connection ended without an answer");
    }
    in.reset();
  }

  Answer answer(boolean toHead) throws IOException {
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    boolean without = toHead || status == 304 || status < 200;
    if (!without && headers.containsKey("transfer-encoding")) {
      return new Answer(status, headers, chunks());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).getFirst());
    var body = in.readNBytes(without ? 0 : length);
    if (!without && body.length < length) {
      throw new EOFException("only " + body.length + " of " + length + " bytes came");
    }
    return new Answer(status, headers, body);
  }

  /// A chunked body to its end (RFC 9112, section 7.1).
  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      var chunk = in.readNBytes(length);
      if (chunk.length < length) {
        throw new EOFException("a chunk ended early");
      }
      body.writeBytes(chunk);
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkLength() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  /// Does the connection end? Reads whatever comes before that.
  boolean isCut() throws IOException {
    try {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketException _) {
      return true;
    }
  }

  /// Is the connection closed by the other side, with nothing more to read?
  boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended after: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
