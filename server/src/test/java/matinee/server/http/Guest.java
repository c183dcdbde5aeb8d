package matinee.server.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import matinee.server.Ear;
import tools.jackson.databind.JsonNode;

/// Somebody in a room: a ticket by HTTP, then a WebSocket through the same port.
final class Guest implements AutoCloseable {
  private final House house;
  private final String room;
  private final String member;
  private final String pass;
  private final WebSocket socket;
  private final Ear ear = new Ear();

  private Guest(House house, String room, JsonNode ticket) {
    this.house = house;
    this.room = room;
    this.member = ticket.path("member").asString();
    this.pass = ticket.path("pass").asString();
    var base = "127.0.0.1:" + house.port();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("matinee.1")
            .header("Origin", "http://" + base)
            .buildAsync(
                URI.create("ws://" + base + "/sync?ticket=" + ticket.path("ticket").asString()),
                ear)
            .join();
  }

  static Guest enter(House house, String room) throws Exception {
    return enter(house, room, "{\"name\":\"Ann\"}");
  }

  /// Who is signed in in `browser`, with a place of the account's.
  static Guest enter(House house, String room, Browser browser) throws Exception {
    var tickets = "POST /api/rooms/" + room + "/tickets";
    return with(house, room, browser.send(tickets, "{\"name\":\"Ann\"}").json());
  }

  /// The same member comes in anew.
  Guest again() throws Exception {
    return enter(house, room, "{\"name\":\"Ann\",\"pass\":\"" + pass + "\"}");
  }

  /// Somebody who asks for a ticket by `wanted`, connected.
  static Guest enter(House house, String room, String wanted) throws Exception {
    return with(house, room, house.post("/api/rooms/" + room + "/tickets", wanted).json());
  }

  /// Whoever has this ticket, connected.
  static Guest with(House house, String room, JsonNode ticket) throws Exception {
    var guest = new Guest(house, room, ticket);
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
    return ear.next(type);
  }

  /// The next message.
  JsonNode hear() throws InterruptedException {
    return ear.next();
  }

  /// Drops what has been heard up to the next message of type `type` that holds `text`; gives all
  /// of that type.
  String hearAll(String type, String text) throws InterruptedException {
    var heard = new StringBuilder();
    while (heard.indexOf(text) < 0) {
      heard.append(hear(type));
    }
    return heard.toString();
  }

  /// Sends the wish `message`, whose id is `id`; gives why it is rejected, or nothing.
  String answer(String message, String id) throws InterruptedException {
    send(message);
    while (true) {
      var heard = ear.next();
      if (heard.path("id").asString().equals(id)) {
        return heard.path("reason").asString();
      }
      if (heard.path("type").asString().equals("closed") && heard.has("code")) {
        throw new AssertionError("closed instead of an answer to " + message);
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

  /// As [#leave], unless the server has said goodbye before.
  void end() throws InterruptedException {
    try {
      leave();
    } catch (CompletionException e) {
      ear.next("closed");
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
