package matinee.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The decoder of requests, which shows every head as a whole to [Heads] before anything is made of
/// it. What comes behind a head that is not sound is thrown away.
///
/// Belongs to the thread of its event loop.
final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String NAME = "httpDecoder";
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final Http1ServerConfig limits;
  private boolean atHead = true;
  private boolean refused;
  private int searched;

  private StrictDecoder(Http1ServerConfig limits) {
    super(limits);
    this.limits = limits;
  }

  /// Has `connection`, of which nothing has been read, decoded strictly within `limits`.
  static void use(HttpConnection connection, Http1ServerConfig limits) {
    var pipeline = ((HttpServerConnection) connection).channelHandlerContext().pipeline();
    pipeline.replace(NAME, NAME, new StrictDecoder(limits));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (atHead) {
      int end = endOfHead(in);
      if (end < 0 && in.readableBytes() <= maxHead()) {
        return;
      }
      var fault = fault(in, end);
      if (fault.isPresent()) {
        refused = true;
        out.add(faulty(fault.get()));
        return;
      }
      atHead = false;
    }
    super.decode(context, in, out);
    if (!out.isEmpty() && out.getLast() instanceof LastHttpContent) {
      atHead = true;
      searched = 0;
    }
  }

  private int maxHead() {
    return limits.getMaxInitialLineLength() + limits.getMaxHeaderSize();
  }

  /// What is wrong with the head in `in`, which has `end` bytes, or more than the limits if that is
  /// below 0.
  private Optional<Exception> fault(ByteBuf in, int end) {
    if (end >= 0 && end <= maxHead()) {
      return Heads.isSound(in.toString(in.readerIndex(), end, StandardCharsets.ISO_8859_1))
          ? Optional.empty()
          : Optional.of(new IllegalArgumentException("the head is not sound"));
    }
    int line = in.bytesBefore((byte) '\n');
    return Optional.of(
        line < 0 || line > limits.getMaxInitialLineLength()
            ? new TooLongHttpLineException(
                "An HTTP line is larger than " + limits.getMaxInitialLineLength() + " bytes.")
            : new TooLongHttpHeaderException(
                "HTTP header is larger than " + limits.getMaxHeaderSize() + " bytes."));
  }

  /// How many bytes the head in `in` has, or -1 when its end is not there yet.
  private int endOfHead(ByteBuf in) {
    int start = in.readerIndex();
    for (int i = Math.max(0, searched - END.length); i + END.length <= in.readableBytes(); i++) {
      if (isEnd(in, start + i)) {
        return i;
      }
    }
    searched = in.readableBytes();
    return -1;
  }

  private static boolean isEnd(ByteBuf in, int at) {
    for (int i = 0; i < END.length; i++) {
      if (in.getByte(at + i) != END[i]) {
        return false;
      }
    }
    return true;
  }

  private static DefaultFullHttpRequest faulty(Exception fault) {
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/faulty");
    request.setDecoderResult(DecoderResult.failure(fault));
    return request;
  }
}
