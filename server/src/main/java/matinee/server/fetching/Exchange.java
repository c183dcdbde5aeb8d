package matinee.server.fetching;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request and its answer. What comes is read by Netty's decoder, which bounds its head; it is
/// not decompressed, for we ask for none that is. One thread.
final class Exchange {
  private static final int MAX_LINE = 4096;
  private static final int MAX_HEAD = 32 * 1024;
  private static final int PIECE = 16 * 1024;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Optional<HttpResponse> head = Optional.empty();
  private boolean isWhole;
  private boolean isBroken;

  private Exchange(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// Asks for `address` by `socket` and reads at most `maxBytes` of what stands there.
  static Answer get(Socket socket, WebAddress address, int maxBytes) throws IOException {
    var request =
        """
        GET %s HTTP/1.1
        Host: %s
        User-Agent: Matinee
        Accept: */*
        Accept-Encoding: identity
        Connection: close

        """
            .formatted(address.target(), address.authority())
            .replace("\n", "\r\n");
    var out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return new Exchange(maxBytes).read(socket);
  }

  private Answer read(Socket socket) throws IOException {
    var decoder =
        new EmbeddedChannel(
            new HttpResponseDecoder(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(MAX_LINE)
                    .setMaxHeaderSize(MAX_HEAD)));
    var in = socket.getInputStream();
    var piece = new byte[PIECE];
    var left = (long) maxBytes + 2 * MAX_HEAD;
    try {
      while (!isDone() && left > 0) {
        var count = in.read(piece);
        if (count < 0) {
          decoder.finish();
          take(decoder);
          break;
        }
        left -= count;
        decoder.writeInbound(Unpooled.copiedBuffer(piece, 0, count));
        take(decoder);
      }
      return answer();
    } finally {
      decoder.finishAndReleaseAll();
    }
  }

  private boolean isDone() {
    return isBroken || isWhole || body.size() > maxBytes || leadsOn().isPresent();
  }

  private void take(EmbeddedChannel decoder) throws IOException {
    for (HttpObject part = decoder.readInbound(); part != null; part = decoder.readInbound()) {
      try {
        take(part);
      } finally {
        ReferenceCountUtil.release(part);
      }
    }
  }

  private void take(HttpObject part) throws IOException {
    isBroken |= part.decoderResult().isFailure();
    if (part instanceof HttpResponse response) {
      head =
          response.status().codeClass() == HttpStatusClass.INFORMATIONAL
              ? Optional.empty()
              : Optional.of(response);
    }
    if (part instanceof HttpContent content && head.isPresent()) {
      content.content().readBytes(body, content.content().readableBytes());
      isWhole |= part instanceof LastHttpContent;
    }
  }

  private Optional<String> leadsOn() {
    return head.filter(it -> REDIRECTS.contains(it.status().code()))
        .flatMap(it -> Optional.ofNullable(it.headers().get(HttpHeaderNames.LOCATION)));
  }

  private Answer answer() {
    if (head.isEmpty() || isBroken || isCompressed(head.get())) {
      return Answer.refused(Refusal.BROKEN);
    }
    var read = body.toByteArray();
    var isCut = read.length > maxBytes;
    if (!isWhole && !isCut && leadsOn().isEmpty()) {
      return Answer.refused(Refusal.BROKEN);
    }
    return new Answer(
        Optional.empty(),
        leadsOn(),
        head.get().status().code(),
        orEmpty(head.get().headers().get(HttpHeaderNames.CONTENT_TYPE)),
        isCut ? Arrays.copyOf(read, maxBytes) : read,
        isWhole && !isCut);
  }

  private static boolean isCompressed(HttpResponse response) {
    var coding = orEmpty(response.headers().get(HttpHeaderNames.CONTENT_ENCODING));
    return !coding.isEmpty() && !coding.equalsIgnoreCase("identity");
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
