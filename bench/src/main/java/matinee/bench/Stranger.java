package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// A member of a room of the target that may do what no page does: send without end, or not read.
///
/// Sending and reading may happen on two threads.
final class Stranger implements AutoCloseable {
  private static final int READ_AT_ONCE = 16_384;

  private final Socket socket;
  private final AtomicLong said = new AtomicLong();
  private final AtomicLong saidBytes = new AtomicLong();
  private volatile long revision;

  private Stranger(Socket socket) {
    this.socket = socket;
  }

  /// Enters. The kernel keeps `receiveBuffer` bytes that have not been read, or a little more.
  static Stranger enter(Target target, int room, int member, int receiveBuffer) throws IOException {
    return enter(target, target.handshake(room, member), receiveBuffer);
  }

  /// Enters by `handshake`.
  static Stranger enter(Target target, String handshake, int receiveBuffer) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
    var stranger = new Stranger(socket);
    stranger.send(handshake.getBytes(StandardCharsets.US_ASCII));
    stranger.awaitUpgrade();
    stranger.say(target.greeting());
    return stranger;
  }

  private void awaitUpgrade() throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the handshake was answered by " + head);
      }
      head.append((char) next);
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("the handshake was answered by " + head);
    }
  }

  /// Sends `text` as one message.
  void say(String text) throws IOException {
    var frame = Unpooled.buffer(text.length() * 2 + 16);
    Frames.write(frame, text);
    send(bytes(frame));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// Reads from now on, on a thread of its own, until the connection ends.
  Stranger reading() {
    Thread.ofPlatform().daemon().start(this::read);
    return this;
  }

  private void read() {
    try (var in = socket.getInputStream()) {
      receive(in);
    } catch (IOException _) {
      // The end of the connection, by either side.
    }
  }

  private void receive(InputStream in) throws IOException {
    var rest = Unpooled.buffer();
    var buffer = new byte[READ_AT_ONCE];
    var receiver =
        new Frames.Receiver() {
          @Override
          public void text(ByteBuf payload, int offset, int length) {
            if (payload.toString(offset, 14, StandardCharsets.US_ASCII).contains("\"said\"")) {
              said.incrementAndGet();
              saidBytes.addAndGet(length);
            }
            revision = Math.max(revision, LoadMember.revision(payload, offset, length));
          }

          @Override
          public void closed(int code, String reason) {
            // The end of the stream follows.
          }
        };
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      rest.writeBytes(buffer, 0, count);
      Frames.read(rest, receiver);
      rest.discardReadBytes();
    }
  }

  /// The last revision that has been read.
  long revision() {
    return revision;
  }

  /// How many messages said in the room have been read.
  long said() {
    return said.get();
  }

  /// How many bytes these had.
  long saidBytes() {
    return saidBytes.get();
  }

  private static byte[] bytes(ByteBuf frame) {
    var bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
