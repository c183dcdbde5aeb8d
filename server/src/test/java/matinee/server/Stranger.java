package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses a server over HTTP and sockets, by nothing but what the protocol says, from an
/// address of their own if the server trusts a proxy on this machine.
final class Stranger {
  private static final int PATIENCE_S = 60;

  private final HttpClient http;
  private final int port;
  private final Optional<String> address;

  Stranger(HttpClient http, int port, Optional<String> address) {
    this.http = http;
    this.port = port;
    this.address = address;
  }

  Stranger(HttpClient http, int port) {
    this(http, port, Optional.empty());
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    address.ifPresent(it -> request.header("X-Forwarded-For", it));
    return request;
  }

  String newRoom() throws Exception {
    return JsonMapper.shared().readTree(post("/api/rooms", "{}").body()).path("room").asString();
  }

  String ticket(String room) throws Exception {
    var answer = post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}");
    return JsonMapper.shared().readTree(answer.body()).path("ticket").asString();
  }

  /// Comes in with `ticket`, as somebody new.
  Visit enter(String ticket) {
    return enter(ticket, "{\"type\":\"enter\"}");
  }

  /// Comes in with `ticket` and these first words.
  Visit enter(String ticket, String words) {
    var heard = new LinkedBlockingQueue<String>();
    var socket =
        http.newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://127.0.0.1:" + port)
            .buildAsync(
                URI.create("ws://127.0.0.1:" + port + "/sync?ticket=" + ticket), new Ear(heard))
            .join();
    socket.sendText(words, true).join();
    return new Visit(socket, heard, Visit.next(heard, "snapshot"));
  }

  /// An open connection that has been let in, and was shown a snapshot.
  record Visit(WebSocket socket, BlockingQueue<String> heard, JsonNode snapshot)
      implements AutoCloseable {

    /// Asks for what the members `fields` of a command say, and returns the answer when it is
    /// accepted.
    JsonNode ask(String type, String id, String fields) {
      socket
          .sendText(
              "{\"type\":\"%s\",\"id\":\"%s\",\"seen\":1,%s}".formatted(type, id, fields), true)
          .join();
      return next(heard, "accepted");
    }

    private static JsonNode next(BlockingQueue<String> heard, String type) {
      try {
        while (true) {
          var text = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
          if (text == null) {
            throw new AssertionError("no " + type + " came");
          }
          var message = JsonMapper.shared().readTree(text);
          assertThat(message.path("type").asString()).isNotEqualTo("rejected");
          if (message.path("type").asString().equals(type)) {
            return message;
          }
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      socket.abort();
    }
  }

  /// Puts messages together that come in parts.
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<String> heard;
    private final StringBuilder begun = new StringBuilder();

    Ear(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      begun.append(text);
      if (last) {
        heard.add(begun.toString());
        begun.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
