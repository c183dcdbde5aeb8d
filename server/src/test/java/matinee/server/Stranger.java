package matinee.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses a server over HTTP and sockets, by nothing but what the protocol says, from an
/// address of their own if the server trusts a proxy on this machine.
final class Stranger {
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
  Visit enter(String ticket) throws InterruptedException {
    return enter(ticket, "{\"type\":\"enter\"}");
  }

  /// Comes in with `ticket` and these first words.
  Visit enter(String ticket, String words) throws InterruptedException {
    var ear = new Ear();
    var socket =
        http.newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://127.0.0.1:" + port)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/sync?ticket=" + ticket), ear)
            .join();
    socket.sendText(words, true).join();
    return new Visit(socket, ear, ear.next("snapshot"));
  }

  /// An open connection that has been let in, and was shown a snapshot.
  record Visit(WebSocket socket, Ear ear, JsonNode snapshot) implements AutoCloseable {

    /// Asks for what the members `fields` of a command say, and returns the answer when it is
    /// accepted.
    JsonNode ask(String type, String id, String fields) throws InterruptedException {
      send(type, id, fields).join();
      return ear.next("accepted", "rejected");
    }

    /// Asks as [#ask] does, of a server that may be gone: how that ended, `accepted`, `rejected` or
    /// `closed`.
    String tryToAsk(String type, String id, String fields) throws InterruptedException {
      if (send(type, id, fields).isCompletedExceptionally()) {
        return "closed";
      }
      while (true) {
        var told = ear.next().path("type").asString();
        if (Set.of("accepted", "rejected", "closed").contains(told)) {
          return told;
        }
      }
    }

    private CompletableFuture<WebSocket> send(String type, String id, String fields) {
      var text = "{\"type\":\"%s\",\"id\":\"%s\",\"seen\":1,%s}".formatted(type, id, fields);
      return socket.sendText(text, true);
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
