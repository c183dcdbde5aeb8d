package matinee.server.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A peer at the tracker, by a socket of its own.
final class Peer implements AutoCloseable {
  private static final long PATIENCE_S = 20;

  private final String id;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  /// One called `id`, 20 characters, at the tracker at `port`.
  Peer(HttpClient client, int port, String id) {
    this.id = id;
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/tracker"), new Ear())
            .join();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard.add(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }
  }

  /// The 20 bytes of `hash`, each as the character of its number.
  static String binary(String hash) {
    return new String(HexFormat.of().parseHex(hash), StandardCharsets.ISO_8859_1);
  }

  /// An offer called `offer` of somebody who is reached by `sdp`.
  static ObjectNode offer(String offer, String sdp) {
    var json = JsonNodeFactory.instance.objectNode().put("offer_id", offer);
    json.putObject("offer").put("type", "offer").put("sdp", sdp);
    return json;
  }

  String id() {
    return id;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  /// That it is there, with `offers`.
  void announce(String hash, ObjectNode... offers) {
    var json = message(hash).put("numwant", offers.length).put("left", 1);
    var array = json.putArray("offers");
    for (var offer : offers) {
      array.add(offer);
    }
    send(json.toString());
  }

  /// That it answers the offer called `offer` of `to`.
  void answer(String hash, String to, String offer, String sdp) {
    send(answerOf(id, hash, to, offer, sdp).toString());
  }

  ObjectNode answerOf(String author, String hash, String to, String offer, String sdp) {
    var json = message(hash).put("peer_id", author).put("to_peer_id", to).put("offer_id", offer);
    json.putObject("answer").put("type", "answer").put("sdp", sdp);
    return json;
  }

  ObjectNode message(String hash) {
    var json = JsonNodeFactory.instance.objectNode().put("action", "announce");
    return json.put("info_hash", binary(hash)).put("peer_id", id);
  }

  /// What it hears next.
  JsonNode hear() throws InterruptedException {
    var next = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError(id + " hears nothing");
    }
    return next;
  }

  boolean heardNothingElse() {
    return heard.isEmpty();
  }

  /// How many messages it has heard that nobody has looked at.
  int heard() {
    return heard.size();
  }

  /// Sends `text` again and again, until it cannot.
  void flood(String text, int times) {
    for (int i = 0; i < times && sends(text); i++) {}
  }

  private boolean sends(String text) {
    try {
      send(text);
      return true;
    } catch (CompletionException _) {
      return false;
    }
  }

  /// That it is there, with an offer that may not come through.
  void announceAndForget(String hash, ObjectNode offer) {
    var json = message(hash).put("numwant", 1);
    json.putArray("offers").add(offer);
    var _ = sends(json.toString());
  }

  /// The answer to a scrape, if nothing else has come before it.
  JsonNode hearAfterScrape(String hash) throws InterruptedException {
    send(message(hash).put("action", "scrape").toString());
    return hear();
  }

  /// The code with which it is closed.
  int closed() {
    return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
