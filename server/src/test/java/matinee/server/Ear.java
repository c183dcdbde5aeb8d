package matinee.server;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hears what a server says over a socket, and puts together what comes in pieces. The end of the
/// connection is heard as a message of type `closed` with its `code`.
public final class Ear implements WebSocket.Listener {
  private static final int PATIENCE_S = 60;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final StringBuilder begun = new StringBuilder();

  /// The next message of type `type`; others before it are dropped. Throws `AssertionError` when
  /// none comes, or a message that is `unwanted`.
  public JsonNode next(String type, String... unwanted) throws InterruptedException {
    while (true) {
      var message = next();
      var told = message.path("type").asString();
      if (told.equals(type)) {
        return message;
      }
      for (var bad : unwanted) {
        if (told.equals(bad)) {
          throw new AssertionError("instead of " + type + " came " + message);
        }
      }
    }
  }

  /// The next message. Throws `AssertionError` when none comes.
  public JsonNode next() throws InterruptedException {
    var text = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing came for " + PATIENCE_S + " s");
    }
    return JsonMapper.shared().readTree(text);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
    begun.append(piece);
    if (last) {
      heard.add(begun.toString());
      begun.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    heard.add("{\"type\":\"closed\",\"code\":" + code + "}");
    return null;
  }

  /// As when a server is killed: the end that nobody announced (RFC 6455, 7.1.5).
  @Override
  public void onError(WebSocket from, Throwable error) {
    onClose(from, 1006, String.valueOf(error));
  }
}
