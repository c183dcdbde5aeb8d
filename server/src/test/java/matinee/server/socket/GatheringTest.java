package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GatheringTest {
  private static final int HEADER = 14;
  private static final int READ = 16 * 1024;

  @Test
  void the_largest_frame_takes_no_more_room_than_it_and_one_read() {
    var bytes = new byte[HEADER + Assembly.MAX_BYTES - 1];
    new Random(1).nextBytes(bytes);

    var gathered = gather(bytes);

    assertThat(ByteBufUtil.getBytes(gathered)).isEqualTo(payload(bytes));
    assertThat(gathered.capacity()).isEqualTo(Assembly.MAX_BYTES + READ);
    gathered.release();
  }

  @Test
  void frames_behind_the_largest_are_gathered_too() {
    var bytes = new byte[2 * Assembly.MAX_BYTES];
    new Random(2).nextBytes(bytes);

    var gathered = gather(bytes);

    assertThat(ByteBufUtil.getBytes(gathered)).isEqualTo(payload(bytes));
    gathered.release();
  }

  private static byte[] payload(byte[] bytes) {
    return Arrays.copyOfRange(bytes, HEADER, bytes.length);
  }

  /// As a decoder has it: the header is read as soon as it is there.
  private static ByteBuf gather(byte[] bytes) {
    var gathering = new Gathering();
    var gathered = Unpooled.EMPTY_BUFFER;
    for (int from = 0; from < bytes.length; from += READ) {
      var next = UnpooledByteBufAllocator.DEFAULT.buffer(READ);
      next.writeBytes(bytes, from, Math.min(READ, bytes.length - from));
      gathered = gathering.cumulate(UnpooledByteBufAllocator.DEFAULT, gathered, next);
      gathered.skipBytes(from == 0 ? HEADER : 0);
    }
    return gathered;
  }
}
