package matinee.server.relays;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Between a relay and its user: messages, and data of channels, go by UDP or by TCP.
interface Line extends AutoCloseable {
  int PATIENCE_MS = 20_000;

  void send(byte[] message) throws IOException;

  /// The next message or data of a channel. Throws `SocketTimeoutException` when nothing comes.
  byte[] receive() throws IOException;

  @Override
  void close() throws IOException;

  static Line udp(InetSocketAddress relay) throws IOException {
    var socket = new DatagramSocket();
    socket.connect(relay);
    socket.setSoTimeout(PATIENCE_MS);
    return new Line() {
      @Override
      public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
      }

      @Override
      public byte[] receive() throws IOException {
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }

  static Line tcp(InetSocketAddress relay) throws IOException {
    var socket = new Socket(relay.getAddress(), relay.getPort());
    socket.setSoTimeout(PATIENCE_MS);
    var in = new DataInputStream(socket.getInputStream());
    return new Line() {
      @Override
      public void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
      }

      @Override
      public byte[] receive() throws IOException {
        var head = new byte[4];
        in.readFully(head);
        int length = ByteBuffer.wrap(head).getShort(2) & 0xffff;
        boolean isMessage = head[0] < 0x40;
        int rest = isMessage ? StunMessage.HEAD_BYTES - 4 + length : (length + 3) & ~3;
        var all = Arrays.copyOf(head, 4 + rest);
        in.readFully(all, 4, rest);
        return all;
      }

      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }
}
