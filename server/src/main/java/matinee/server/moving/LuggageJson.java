package matinee.server.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.journal.Entry;
import matinee.server.journal.RoomId;
import matinee.server.journal.Snapshot;
import matinee.server.rooms.Luggage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A [Luggage] as the servers of two regions tell it one another.
final class LuggageJson {

  private LuggageJson() {}

  static String write(Luggage luggage) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("room", luggage.room().value())
        .put("createdMs", luggage.created().toEpochMilli())
        .put("epoch", luggage.epoch())
        .put("revision", luggage.base().revision())
        .put("state", luggage.base().body())
        .put("shiftMs", luggage.shiftMs());
    luggage.password().ifPresent(hash -> json.put("password", hash));
    var chat = json.putArray("chat");
    for (var entry : luggage.chat()) {
      chat.addObject()
          .put("revision", entry.revision())
          .put("atMs", entry.at().toEpochMilli())
          .put("kind", entry.kind())
          .put("body", entry.body());
    }
    return json.toString();
  }

  /// Throws `IllegalArgumentException` for what is none.
  static Luggage read(String text) {
    try {
      var json = JsonMapper.shared().readTree(text);
      return new Luggage(
          room(json),
          Instant.ofEpochMilli(json.required("createdMs").asLong()),
          json.required("epoch").asString(),
          new Snapshot(json.required("revision").asLong(), json.required("state").asString()),
          chat(json.required("chat")),
          Optional.ofNullable(json.get("password")).map(JsonNode::asString),
          json.required("shiftMs").asLong());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a room cannot be read: " + e.getMessage(), e);
    }
  }

  private static RoomId room(JsonNode json) {
    return new RoomId(json.required("room").asString());
  }

  private static List<Entry> chat(JsonNode json) {
    var chat = new ArrayList<Entry>();
    for (var entry : json) {
      chat.add(
          new Entry(
              entry.required("revision").asLong(),
              Instant.ofEpochMilli(entry.required("atMs").asLong()),
              entry.required("kind").asString(),
              entry.required("body").asString()));
    }
    return chat;
  }
}
