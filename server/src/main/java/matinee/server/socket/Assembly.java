package matinee.server.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts text messages together from their fragments: at most 64 KiB (WI1) in at most 128 fragments.
/// Belongs to the thread of its event loop.
final class Assembly {
  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_FRAGMENTS = 128;
  private static final int FIRST_BYTES = 1_024;
  private static final char REPLACEMENT = '\uFFFD';

  private @Nullable ByteBuf partial;
  private int fragments;

  /// The message that `frame` completes, if it does. Throws what the connection is to be closed for
  /// when the message grows too large or is not UTF-8.
  Optional<String> add(WebSocketFrame frame, ByteBufAllocator allocator) {
    if (partial == null && frame.isFinalFragment()) {
      return Optional.of(text(frame.content()));
    }
    var joined = join(frame, allocator);
    if (!frame.isFinalFragment()) {
      return Optional.empty();
    }
    var text = text(joined);
    drop();
    return Optional.of(text);
  }

  private ByteBuf join(WebSocketFrame frame, ByteBufAllocator allocator) {
    var joined = partial;
    if (joined == null) {
      joined = allocator.buffer(FIRST_BYTES, MAX_BYTES);
      partial = joined;
    }
    fragments++;
    if (fragments > MAX_FRAGMENTS
        || joined.readableBytes() + frame.content().readableBytes() > MAX_BYTES) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG, "the message is too large");
    }
    joined.writeBytes(frame.content());
    return joined;
  }

  /// Forgets what has gathered.
  void drop() {
    if (partial != null) {
      partial.release();
      partial = null;
    }
    fragments = 0;
  }

  /// Decodes fast, and looks closer only at a text that holds the replacement character: whether it
  /// stood there or stands for something that is no UTF-8.
  private static String text(ByteBuf bytes) {
    var text = bytes.toString(StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(bytes.nioBuffer());
      } catch (CharacterCodingException e) {
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "the message is not UTF-8", e);
      }
    }
    return text;
  }
}
