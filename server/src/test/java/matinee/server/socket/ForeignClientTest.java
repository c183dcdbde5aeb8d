package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A WebSocket client that others have written gets along with the server.
final class ForeignClientTest {

  /// Keeps what it is told, message by message.
  private static final class Ears implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        heard.add(part.toString());
        part.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, text, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add("closed " + code + " " + reason);
      return WebSocket.Listener.super.onClose(socket, code, reason);
    }

    private String next() throws InterruptedException {
      return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  @Tag("WI1")
  @Tag("EN2")
  void it_enters_commands_and_leaves() throws Exception {
    try (var server = new TestServer();
        var http = HttpClient.newHttpClient()) {
      var here = "127.0.0.1:" + server.port();
      var ears = new Ears();
      var socket =
          http.newWebSocketBuilder()
              .subprotocols("matinee.1")
              .header("Origin", "http://" + here)
              .buildAsync(URI.create("ws://" + here + "/sync?ticket=" + server.ticket("ann")), ears)
              .join();

      socket.sendText("{\"type\":\"enter\"}", true).join();
      var first = ears.next();
      var second = ears.next();
      socket
          .sendText("{\"type\":\"say\",\"id\":\"a\",\"seen\":2,\"text\":\"hel", false)
          .thenCompose(it -> it.sendText("lo\"}", true))
          .join();
      var third = ears.next();
      var fourth = ears.next();
      socket.sendText("{\"type\":\"leave\"}", true).join();

      assertThat(socket.getSubprotocol()).isEqualTo("matinee.1");
      assertThat(first).startsWith("{\"type\":\"welcome\",\"member\":\"ann\"");
      assertThat(second).startsWith("{\"type\":\"snapshot\"");
      assertThat(third).startsWith("{\"type\":\"said\"").endsWith("\"text\":\"hello\"}");
      assertThat(fourth).isEqualTo("{\"type\":\"accepted\",\"id\":\"a\",\"revision\":3}");
      assertThat(ears.next()).isEqualTo("closed 1000 left");
    }
  }
}
