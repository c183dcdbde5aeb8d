package matinee.server.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;

/// Gathers the bytes of a frame that has not come whole, by copying them together.
///
/// Netty's own way doubles the room, to 128 KiB for the largest frame, because a few bytes of
/// header came before its 64 KiB. Whoever opens many connections and never ends a frame would be
/// given twice what the frame needs.
final class Gathering implements ByteToMessageDecoder.Cumulator {
  /// The largest frame, its header, and what is read with its end.
  private static final int LARGEST = Assembly.MAX_BYTES + 16 * 1024;

  @Override
  public ByteBuf cumulate(ByteBufAllocator allocator, ByteBuf gathered, ByteBuf next) {
    int total = gathered.readableBytes() + next.readableBytes();
    boolean wouldDouble =
        next.readableBytes() > gathered.writableBytes()
            && gathered.writerIndex() + next.readableBytes() > Assembly.MAX_BYTES
            && total <= LARGEST;
    if (!wouldDouble) {
      return ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, gathered, next);
    }
    try {
      return allocator.buffer(LARGEST).writeBytes(gathered).writeBytes(next);
    } finally {
      gathered.release();
      next.release();
    }
  }
}
