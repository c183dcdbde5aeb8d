package matinee.server.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/// Messages as the bytes that stand on the wire: each one unmasked, unfragmented WebSocket text
/// frame (RFC 6455, section 5.2), one after the other in one buffer.
final class Frames {
  private static final int FINAL_TEXT = 0x81;
  private static final int MAX_HEADER = 10;
  private static final int LENGTH_16_BIT = 126;
  private static final int LENGTH_64_BIT = 127;

  private Frames() {}

  static ByteBuf of(ByteBufAllocator allocator, String message) {
    int length = ByteBufUtil.utf8Bytes(message);
    var buffer = allocator.directBuffer(MAX_HEADER + length);
    write(buffer, message, length);
    return buffer;
  }

  static ByteBuf of(ByteBufAllocator allocator, List<String> messages) {
    var lengths = new int[messages.size()];
    int capacity = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = ByteBufUtil.utf8Bytes(messages.get(i));
      capacity += MAX_HEADER + lengths[i];
    }
    var buffer = allocator.directBuffer(capacity);
    for (int i = 0; i < lengths.length; i++) {
      write(buffer, messages.get(i), lengths[i]);
    }
    return buffer;
  }

  private static void write(ByteBuf buffer, String message, int length) {
    buffer.writeByte(FINAL_TEXT);
    if (length < LENGTH_16_BIT) {
      buffer.writeByte(length);
    } else if (length <= 0xffff) {
      buffer.writeByte(LENGTH_16_BIT).writeShort(length);
    } else {
      buffer.writeByte(LENGTH_64_BIT).writeLong(length);
    }
    ByteBufUtil.reserveAndWriteUtf8(buffer, message, length);
  }
}
