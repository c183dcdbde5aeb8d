package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.RoomState;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that are no message: each is answered by an error, the connection stays, and the room does
/// not change.
@Tag("WI2")
@Tag("WI3")
final class MalformedMessageTest {
  private static TestServer server;

  /// A text, and the field that the answer is to name.
  private record Case(String text, String field) {

    @Override
    public String toString() {
      return field + " of " + (text.length() > 200 ? text.substring(0, 200) : text);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server = new TestServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @MethodSource({"fields", "numbers"})
  void a_wrong_field_is_named_and_the_connection_stays(Case wrong) throws Exception {
    try (var client = server.entered("ann")) {
      client.untilNow();
      var before = state();

      client.sendText(wrong.text());

      assertThat(client.await(ServerMessage.Error.class).field()).isEqualTo(wrong.field());
      assertThat(client.untilNow()).allMatch(ServerMessage.Presence.class::isInstance);
      assertThat(state()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_text_that_is_not_one_json_object_is_answered_and_the_connection_stays(String text)
      throws Exception {
    try (var client = server.entered("ann")) {
      client.untilNow();

      client.sendText(text);

      assertThat(client.await(ServerMessage.Error.class).message()).isNotBlank();
      assertThat(client.untilNow()).allMatch(ServerMessage.Presence.class::isInstance);
    }
  }

  private static RoomState state() {
    return server.rooms.state(server.room).orElseThrow();
  }

  /// Every message with each of its fields left out, null, of a wrong type, or with one more.
  static Stream<Case> fields() {
    var cases = new ArrayList<Case>();
    for (var message : messages()) {
      for (var field : message.keySet()) {
        var rest = new LinkedHashMap<>(message);
        rest.remove(field);
        cases.add(new Case(json(rest), field));
        for (var value : List.of("null", "[]", "true")) {
          var changed = new LinkedHashMap<>(message);
          changed.put(field, value);
          cases.add(new Case(json(changed), field));
        }
      }
      var more = new LinkedHashMap<>(message);
      more.put("__proto__", "{\"a\":1}");
      cases.add(new Case(json(more), "__proto__"));
    }
    cases.add(new Case("{\"type\":\"jump\",\"id\":\"a\",\"seen\":1}", "type"));
    cases.add(new Case("{\"type\":\"SEEK\",\"id\":\"a\",\"seen\":1,\"positionMs\":1}", "type"));
    return cases.stream();
  }

  static Stream<Case> numbers() {
    var cases = new ArrayList<Case>();
    for (var position : List.of("-1", "1.5", "1e308", "1e999999", "9007199254740993")) {
      cases.add(new Case(seek(position), "positionMs"));
    }
    for (var rate : List.of("0", "-1", "100", "0.2", "4.1", "1e400")) {
      var text = "{\"type\":\"setRate\",\"id\":\"a\",\"seen\":1,\"rate\":" + rate + "}";
      cases.add(new Case(text, "rate"));
    }
    for (var seen : List.of("-1", "0.5", "1e300")) {
      cases.add(new Case("{\"type\":\"play\",\"id\":\"a\",\"seen\":" + seen + "}", "seen"));
    }
    return cases.stream();
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"play\"",
        "{",
        "}",
        "{\"type\"}",
        "{\"type\":}",
        "{'type':'leave'}",
        "{type:\"leave\"}",
        "{\"type\":\"leave\",}",
        "{\"type\":\"leave\"} x",
        "{\"type\":\"leave\"}{\"type\":\"leave\"}",
        "\uFEFF{\"type\":\"leave\"}",
        "{\"type\":\"leave\",\"type\":\"leave\"}",
        "{\"type\":\"say\",\"id\":\"a\",\"id\":\"a\",\"seen\":1,\"text\":\"x\"}",
        "{\"type\":\"say\",\"id\":\"a\",\"seen\":1,\"text\":\"\\ud800\"}",
        "{\"type\":\"say\",\"id\":\"a\",\"seen\":1,\"text\":\"\\udc00\\ud800\"}",
        "{\"type\":\"say\",\"id\":\"a\",\"seen\":1,\"text\":\"\\x\"}",
        "{\"type\":\"say\",\"id\":\"a\",\"seen\":1,\"text\":\"a\nb\"}",
        seek("NaN"),
        seek("Infinity"),
        seek("-"),
        seek("01"),
        seek("+1"),
        seek("0x10"),
        seek("9".repeat(60_000)),
        seek("[".repeat(33) + "]".repeat(33)),
        seek("[".repeat(1_000)),
        seek("[".repeat(30_000) + "]".repeat(30_000)),
        manyKeys());
  }

  private static String seek(String position) {
    return "{\"type\":\"seek\",\"id\":\"a\",\"seen\":1,\"positionMs\":" + position + "}";
  }

  private static String manyKeys() {
    var text = new StringBuilder("{\"type\":\"leave\"");
    for (int i = 0; text.length() < 60_000; i++) {
      text.append(",\"k").append(i).append("\":1");
    }
    return text.append('}').toString();
  }

  private static List<Map<String, String>> messages() {
    return List.of(
        fields("heartbeat", "t0", "1.5", "condition", "\"WATCHING\""),
        command("play"),
        command("pause"),
        command("seek", "positionMs", "1000"),
        command("setRate", "rate", "1.5"),
        command(
            "setControl",
            "control",
            "{\"load\":\"EVERYONE\",\"playPause\":\"EVERYONE\",\"seek\":\"HOST_ONLY\",\"speed\":\"EVERYONE\"}"),
        command("setStanding", "member", "\"bob\"", "standing", "\"GUEST\""),
        command("handOver", "member", "\"bob\""),
        command("say", "text", "\"hello\""),
        command("rename", "name", "\"Ann\""),
        command(
            "load",
            "media",
            "{\"ref\":{\"type\":\"address\",\"url\":\"https://example.org/b\"},\"title\":\"B\"}"),
        command("reportReady"),
        command("reportBuffering"),
        command("reportUnable"));
  }

  private static Map<String, String> command(String type, String... more) {
    var all = fields(type, "id", "\"a-1\"", "seen", "1");
    all.putAll(pairs(more));
    return all;
  }

  private static Map<String, String> fields(String type, String... more) {
    var all = new LinkedHashMap<String, String>();
    all.put("type", "\"" + type + "\"");
    all.putAll(pairs(more));
    return all;
  }

  private static Map<String, String> pairs(String... namesAndValues) {
    var pairs = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
