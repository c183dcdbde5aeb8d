package matinee.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// The little of RFC 6455 that a load generator needs: masked text frames out, unmasked frames in.
final class Frames {
  private static final int MASK = 0x5a17c3e9;

  private Frames() {}

  /// Receives the payload of each whole text frame; `payload` is only valid during the call.
  interface Receiver {
    void text(ByteBuf payload, int offset, int length);

    /// 1005 when the other side gave no code.
    void closed(int code, String reason);
  }

  static void write(ByteBuf out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(0x81);
    if (bytes.length < 126) {
      out.writeByte(0x80 | bytes.length);
    } else {
      out.writeByte(0x80 | 126).writeShort(bytes.length);
    }
    out.writeInt(MASK);
    for (int i = 0; i < bytes.length; i++) {
      out.writeByte(bytes[i] ^ (MASK >>> (24 - 8 * (i & 3))));
    }
  }

  /// Hands every whole frame in `in` to `receiver` and leaves the rest.
  static void read(ByteBuf in, Receiver receiver) {
    while (in.readableBytes() >= 2) {
      int start = in.readerIndex();
      int opcode = in.getByte(start) & 15;
      int header = 2;
      long length = in.getByte(start + 1) & 127;
      if (length == 126 && in.readableBytes() >= 4) {
        length = in.getUnsignedShort(start + 2);
        header = 4;
      } else if (length == 127 && in.readableBytes() >= 10) {
        length = in.getLong(start + 2);
        header = 10;
      } else if (length >= 126) {
        return;
      }
      if (in.readableBytes() < header + length) {
        return;
      }
      if (opcode == 1) {
        receiver.text(in, start + header, (int) length);
      } else if (opcode == 8) {
        close(in, start + header, (int) length, receiver);
      }
      in.skipBytes(header + (int) length);
    }
  }

  private static void close(ByteBuf in, int offset, int length, Receiver receiver) {
    if (length < 2) {
      receiver.closed(1005, "");
    } else {
      var reason = in.toString(offset + 2, length - 2, StandardCharsets.UTF_8);
      receiver.closed(in.getUnsignedShort(offset), reason);
    }
  }
}
