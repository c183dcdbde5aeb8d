package matinee.server.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody in a room: a ticket by HTTP, then a WebSocket through the same port.
final class Guest implements AutoCloseable {
  private static final int PATIENCE_S = 10;

  private final House house;
  private final String room;
  private final String member;
  private final String pass;
  private final WebSocket socket;
  private final LinkedBlockingQueue<String> heard;

  private Guest(House house, String room, JsonNode ticket, LinkedBlockingQueue<String> heard) {
    this.house = house;
    this.room = room;
    this.member = ticket.path("member").asString();
    this.pass = ticket.path("pass").asString();
    this.heard = heard;
    var base = "127.0.0.1:" + house.port();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://" + base)
            .buildAsync(
                URI.create("ws://" + base + "/sync?ticket=" + ticket.path("ticket").asString()),
                new Ear(heard))
            .join();
  }

  static Guest enter(House house, String room) throws Exception {
    var ticket = house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}").json();
    var guest = new Guest(house, room, ticket, new LinkedBlockingQueue<>());
    guest.send("{\"type\":\"enter\"}");
    guest.hear("snapshot");
    return guest;
  }

  String member() {
    return member;
  }

  String pass() {
    return pass;
  }

  void send(String message) {
    socket.sendText(message, true).join();
  }

  /// The next message of type `type`; others before it are dropped.
  JsonNode hear(String type) throws InterruptedException {
    while (true) {
      var text = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("no " + type + " came");
      }
      var message = JsonMapper.shared().readTree(text);
      if (message.path("type").asString().equals(type)) {
        return message;
      }
    }
  }

  Answer address(String film) throws IOException {
    return house.ask(
        "POST /api/rooms/" + room + "/films/" + film + "/address", "Authorization: Bearer " + pass);
  }

  /// Goes for good, and waits until the server has said goodbye.
  void leave() throws InterruptedException {
    send("{\"type\":\"leave\"}");
    hear("closed");
  }

  @Override
  public void close() {
    socket.abort();
  }

  /// Puts together what comes in pieces.
  private static final class Ear implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> heard;
    private final StringBuilder text = new StringBuilder();

    Ear(LinkedBlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(text);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      heard.add("{\"type\":\"closed\",\"code\":" + code + "}");
      return CompletableFuture.completedStage(text);
    }
  }
}
