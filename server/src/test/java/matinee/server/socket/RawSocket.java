package matinee.server.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A client without manners: a TCP connection on which a test writes whatever bytes it likes.
final class RawSocket implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket;
  private final DataInputStream in;

  /// A frame as it came in.
  record Frame(boolean last, int opcode, byte[] payload) {

    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    /// The code of a close frame, -1 when it holds none.
    int closeCode() {
      return payload.length < 2 ? -1 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(socket.getInputStream());
  }

  static RawSocket connect(int port) throws IOException {
    return connect(port, 0);
  }

  /// With a receive buffer of `bufferBytes`, 0 for the usual.
  static RawSocket connect(int port, int bufferBytes) throws IOException {
    var socket = new Socket();
    if (bufferBytes > 0) {
      socket.setReceiveBufferSize(bufferBytes);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new RawSocket(socket);
  }

  /// The headers of a good handshake, for a test to spoil.
  static Map<String, String> goodHeaders(int port) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Host", "127.0.0.1:" + port);
    headers.put("Origin", "http://127.0.0.1:" + port);
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Sec-WebSocket-Protocol", "matinee.1");
    return headers;
  }

  /// Sends a handshake for `target` and returns the status of the answer.
  int handshake(String target, Map<String, String> headers) throws IOException {
    sendRequest(target, headers);
    return Integer.parseInt(readHead().split(" ")[1]);
  }

  void sendRequest(String target, Map<String, String> headers) throws IOException {
    var request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    send(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  String readHead() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void sendText(String text) throws IOException {
    send(frame(0x81, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The next frame, or nothing when the connection has ended.
  Optional<Frame> read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    var payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return Optional.of(new Frame((first & 0x80) != 0, first & 0x0f, payload));
  }

  /// The code of the next close frame; what comes before it is dropped.
  int closeCode() throws IOException {
    while (true) {
      var frame = read();
      if (frame.isEmpty()) {
        throw new IOException("the connection ended without a close frame");
      }
      if (frame.get().opcode() == 8) {
        return frame.get().closeCode();
      }
    }
  }

  /// A masked frame with this first byte.
  static byte[] frame(int first, byte[] payload) {
    var out = new ByteArrayOutputStream();
    out.write(first);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) payload.length >> shift));
      }
    }
    byte[] mask = {0x12, 0x34, 0x56, 0x78};
    out.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ mask[i & 3]);
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
