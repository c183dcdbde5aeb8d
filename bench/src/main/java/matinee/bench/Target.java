package matinee.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A server under load: how to get a connection of a room's member, and how to say something to the
/// room.
sealed interface Target {

  /// The port that the generator's sockets connect to.
  int port();

  /// The request of the handshake for `member` of `room`, up to and including the empty line.
  String handshake(int room, int member) throws IOException;

  /// What a connection has to say when it is open; empty for nothing.
  String greeting();

  /// A message to all of the room that holds `text`; `seen` is the last revision that the sender
  /// knows of.
  String say(String id, long seen, String text);

  /// What keeps the connection alive; empty for nothing.
  String heartbeat();

  /// A hub without rules: whatever is sent to it goes to all of the room, unchanged.
  record Hub(int port) implements Target {
    @Override
    public String handshake(int room, int member) {
      return "GET /room" + room + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + UPGRADE;
    }

    @Override
    public String greeting() {
      return "";
    }

    /// As long as the event that Matinee would send, so that both move the same bytes.
    @Override
    public String say(String id, long seen, String text) {
      return "{\"type\":\"said\",\"revision\":100000,\"atMs\":1795230000000,\"by\":\"0123456789abcdefghijkl\","
          + "\"command\":\""
          + id
          + "\",\"text\":\""
          + text
          + "\"}";
    }

    @Override
    public String heartbeat() {
      return "";
    }
  }

  /// Matinee itself: a ticket by HTTP, then the socket. Each member asks from a loopback address of
  /// its own block, as people far apart would, so that limits per address stay on.
  record Matinee(int httpPort, int port, Map<Integer, String> rooms) implements Target {

    Matinee(int httpPort, int port) {
      this(httpPort, port, new ConcurrentHashMap<>());
    }

    @Override
    public String handshake(int room, int member) throws IOException {
      var id = rooms.get(room);
      if (id == null) {
        id = Http.field(Http.post(httpPort, room, "/api/rooms", "{}"), "room");
        rooms.put(room, id);
      }
      var answer =
          Http.post(
              httpPort,
              room * 64 + member,
              "/api/rooms/" + id + "/tickets",
              "{\"name\":\"Member " + member + "\"}");
      return handshake(Http.field(answer, "ticket"));
    }

    /// The request of the handshake with `ticket`.
    String handshake(String ticket) {
      return "GET /sync?ticket="
          + ticket
          + " HTTP/1.1\r\nHost: 127.0.0.1:"
          + httpPort
          + "\r\nOrigin: http://127.0.0.1:"
          + httpPort
          + "\r\nSec-WebSocket-Protocol: matinee.1\r\n"
          + UPGRADE;
    }

    /// The same rooms, reached at another port.
    Matinee at(int newHttpPort) {
      return new Matinee(newHttpPort, port, rooms);
    }

    /// How far the counter `name` of the server has come.
    long counted(String name) throws IOException {
      return Http.get(httpPort, "/metrics")
          .lines()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }

    @Override
    public String greeting() {
      return "{\"type\":\"enter\"}";
    }

    @Override
    public String say(String id, long seen, String text) {
      return "{\"type\":\"say\",\"id\":\""
          + id
          + "\",\"seen\":"
          + seen
          + ",\"text\":\""
          + text
          + "\"}";
    }

    @Override
    public String heartbeat() {
      return "{\"type\":\"heartbeat\",\"t0\":1.0,\"condition\":\"READY\"}";
    }
  }

  String UPGRADE =
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: bWF0aW5lZSBiZW5jaG1hcg==\r\n\r\n";
}
