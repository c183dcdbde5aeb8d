package matinee.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Somebody in a room, who follows it to wherever it lives, and sends again there what has no
/// answer (CO1). Used by one thread.
final class RegionGuest implements AutoCloseable {
  private static final int PATIENCE_S = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, ObjectNode> unanswered = new LinkedHashMap<>();
  private final String room;
  private final String name;
  private String address;

  /// From the present connection; what an older one still says nobody hears.
  private Ear ear = new Ear();

  private String pass = "";
  private String epoch = "";
  private long seen;
  private int sent;
  private @Nullable WebSocket socket;

  RegionGuest(String address, String room, String name) throws Exception {
    this.address = address;
    this.room = room;
    this.name = name;
    enter();
  }

  /// Where the room was last.
  String address() {
    return address;
  }

  /// What its history was called there.
  String epoch() {
    return epoch;
  }

  /// Wishes, and waits for the answer wherever it comes from.
  JsonNode wish(ObjectNode wish) throws Exception {
    return again(wish.put("id", name + "-" + sent++).put("seen", seen));
  }

  /// Sends `wish` once more, and waits for the answer.
  JsonNode again(ObjectNode wish) throws Exception {
    var id = wish.path("id").asString();
    unanswered.put(id, wish);
    send(wish);
    while (true) {
      var message = next();
      if (message.path("id").asString("").equals(id)) {
        unanswered.remove(id);
        return message;
      }
    }
  }

  JsonNode get(String path) throws Exception {
    return read(request(path).GET().build());
  }

  /// Waits until it is where the room lives, at `there`: it hears of that when it says something.
  void awaitMove(String there) throws Exception {
    for (int i = 0; i < PATIENCE_S * 10 && !address.equals(there); i++) {
      wish(json("say").put("text", "are we there yet"));
      TimeUnit.MILLISECONDS.sleep(100);
    }
    if (!address.equals(there)) {
      throw new AssertionError("the room is at " + address + " and not at " + there);
    }
  }

  /// What was said and begins with `line`.
  List<String> lines() throws Exception {
    return said().stream().filter(text -> text.startsWith("line ")).toList();
  }

  /// What was said, as the chat has it, in its order.
  List<String> said() throws Exception {
    var said = new ArrayList<String>();
    long before = 1L << 53;
    boolean isMore = true;
    while (isMore) {
      var page = get("/api/rooms/" + room + "/chat?limit=100&before=" + before);
      var texts = new ArrayList<String>();
      for (var event : page.required("events")) {
        if (event.path("type").asString().equals("said")) {
          texts.add(event.path("text").asString());
        }
      }
      said.addAll(0, texts);
      isMore = page.required("more").asBoolean();
      before = isMore ? page.path("events").path(0).path("revision").asLong() : before;
    }
    return said;
  }

  private void send(ObjectNode message) {
    var open = socket;
    if (open != null && !open.isOutputClosed()) {
      open.sendText(message.toString(), true).exceptionally(_ -> null).join();
    }
  }

  /// What comes next, here or where the room is then.
  private JsonNode next() throws Exception {
    var message = message();
    while (message.isEmpty()) {
      enter();
      message = message();
    }
    return message.get();
  }

  /// What comes next; nothing when the connection has ended.
  private Optional<JsonNode> message() throws InterruptedException {
    var message = ear.next();
    if (message.path("type").asString().equals("closed")) {
      return Optional.empty();
    }
    seen = Math.max(seen, message.path("revision").asLong(0));
    epoch = message.path("epoch").asString(epoch);
    return Optional.of(message);
  }

  /// Comes in, and says again what was not answered.
  private void enter() throws Exception {
    boolean isIn;
    do {
      isIn = connect() && isShown();
    } while (!isIn);
    for (var wish : unanswered.values()) {
      send(wish.put("again", true));
    }
  }

  /// Returns whether it could; not if the server was killed a moment ago, or the room has moved.
  private boolean connect() throws Exception {
    close();
    ear = new Ear();
    var ticket = ticket().path("ticket").asString();
    var there = URI.create(address.replaceFirst("^http", "ws") + "/sync?ticket=" + ticket);
    try {
      socket =
          http.newWebSocketBuilder()
              .subprotocols("matinee.1")
              .header("Origin", address)
              .buildAsync(there, ear)
              .join();
      send(json("enter"));
      return true;
    } catch (CompletionException _) {
      return false;
    }
  }

  /// Waits until the room is shown; not if the connection ends before.
  private boolean isShown() throws InterruptedException {
    var message = message();
    while (message.isPresent() && !message.get().path("type").asString().equals("snapshot")) {
      message = message();
    }
    return message.isPresent();
  }

  /// From now on `password` is that of the room; by its owner.
  void setPassword(String password) throws Exception {
    var request =
        request("/api/rooms/" + room + "/password")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(passwordOf(password)))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 204) {
      throw new AssertionError("the password could not be set: " + status);
    }
  }

  private static String passwordOf(String password) {
    return JsonMapper.shared().createObjectNode().put("password", password).toString();
  }

  private JsonNode ticket() throws Exception {
    var body = json("").put("name", name);
    body.remove("type");
    if (!pass.isEmpty()) {
      body.put("pass", pass);
    }
    for (int tries = 0; tries < PATIENCE_S * 10; tries++) {
      try {
        var answer =
            read(
                request("/api/rooms/" + room + "/tickets")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build());
        if (answer.has("ticket")) {
          pass = answer.path("pass").asString();
          return answer;
        }
        address = answer.path("address").asString(address);
      } catch (IOException _) {
        // away for a moment
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no ticket came");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + pass);
  }

  private JsonNode read(HttpRequest request) throws Exception {
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  static ObjectNode json(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }

  @Override
  public void close() {
    var open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
