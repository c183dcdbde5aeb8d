package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import matinee.room.Action;
import matinee.room.Device;
import matinee.room.Right;
import matinee.room.Role;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Decoded;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The matrix of rights over the socket: whoever has a place in a room sends each kind of
/// wish that protocol/messages has, about a watcher if it is about somebody, and hears that it is
/// not allowed where the table of [Action] says so, and only there.
final class SocketRightsTest {
  private static final Path MESSAGES = Path.of("../protocol/messages/client.valid.json");

  /// From those who may least, for some wishes end what others would ask for.
  private static final List<Caller> IN_TURN =
      List.of(
          Caller.WATCHER, Caller.GUEST, Caller.MEMBER, Caller.COMPANION, Caller.HOST, Caller.OWNER);

  /// Each cheers with another one, the owner, who hears them all, last.
  private static final SequencedMap<Caller, String> EMOJIS = emojis();

  private static final Set<String> FORBIDDEN = Set.of("NOT_ALLOWED", "NOT_ON_COMPANION");

  @Test
  @Tag("A-01")
  @Tag("RI1")
  @Tag("CD2")
  void each_wish_is_open_to_whom_the_table_names_and_to_nobody_else(@TempDir Path data)
      throws Exception {
    var found = new ArrayList<String>();
    var written = new ArrayList<String>();
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
      for (var wish : wishes().entrySet()) {
        house.advanceMs(600_000);
        found.add(wish.getKey() + " " + letIn(house, film, wish.getValue().text()));
        written.add(wish.getKey() + " " + mayAsk(wish.getValue().wish()));
      }
    }

    assertThat(found).containsExactlyElementsOf(written);
  }

  @Test
  @Tag("A-01")
  void the_guide_shows_the_matrix_of_the_code() throws Exception {
    var roles = Stream.of(Role.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    var lines = new ArrayList<String>();
    lines.add(RightsGuide.line(row("wish", roles, "companion")));
    lines.add(RightsGuide.rule(2 + roles.size()));
    for (var wish : wishes().entrySet()) {
      var action = Action.in(wish.getValue().wish());
      var rights = Stream.of(Role.values()).map(it -> words(action.of(it))).toList();
      lines.add(
          RightsGuide.line(
              row("`" + wish.getKey() + "`", rights, words(action.of(Device.COMPANION)))));
    }

    var rights = Stream.of(Role.values()).map(it -> words(Action.CHAT.of(it))).toList();
    lines.add(RightsGuide.line(row("`signal`", rights, words(Action.CHAT.of(Device.COMPANION)))));

    assertThat(RightsGuide.table("Over the socket")).containsExactlyElementsOf(lines);
  }

  @Test
  @Tag("A-01")
  @Tag("SI2")
  void a_signal_passes_from_whom_may_chat_and_from_nobody_else(@TempDir Path data)
      throws Exception {
    var found = EnumSet.noneOf(Caller.class);
    try (var house = new House(data)) {
      var film = house.upload("a.webm", Samples.webm(1_000, 1)).json().path("film").asString();
      try (var evening = new Evening(house, film)) {
        for (var cheer : EMOJIS.entrySet()) {
          evening.cheers(cheer.getKey(), cheer.getValue());
        }
        var heard = evening.signalsUntil(EMOJIS.lastEntry().getValue());
        EMOJIS.forEach(
            (caller, emoji) -> {
              if (heard.contains(emoji)) {
                found.add(caller);
              }
            });
      }
    }

    assertThat(found)
        .containsExactlyInAnyOrder(
            Caller.GUEST, Caller.MEMBER, Caller.COMPANION, Caller.OWNER, Caller.HOST);
  }

  private static SequencedMap<Caller, String> emojis() {
    var emojis = new LinkedHashMap<Caller, String>();
    emojis.put(Caller.WATCHER, "👀");
    emojis.put(Caller.GUEST, "👍");
    emojis.put(Caller.MEMBER, "🎉");
    emojis.put(Caller.COMPANION, "📱");
    emojis.put(Caller.HOST, "🎬");
    emojis.put(Caller.OWNER, "👑");
    return emojis;
  }

  private static List<String> row(String first, List<String> between, String last) {
    var row = new ArrayList<>(between);
    row.addFirst(first);
    row.addLast(last);
    return row;
  }

  private static String words(Right right) {
    return switch (right) {
      case ALWAYS -> "yes";
      case AS_CONTROL_SAYS -> "as control says";
      case ON_LOWER -> "to those below";
      case NEVER -> "·";
    };
  }

  private record Sample(String text, Wish wish) {}

  /// One of each kind.
  private static Map<String, Sample> wishes() throws Exception {
    var wishes = new LinkedHashMap<String, Sample>();
    for (var message : JsonMapper.shared().readTree(Files.readString(MESSAGES))) {
      var text = message.path("canonical").asString();
      if (ClientMessages.decode(text)
          instanceof Decoded.Value<ClientMessage>(ClientMessage.Request request)) {
        var type = JsonMapper.shared().readTree(text).path("type").asString();
        wishes.putIfAbsent(type, new Sample(text, request.wish()));
      }
    }
    return wishes;
  }

  private static Set<Caller> letIn(House house, String film, String text) throws Exception {
    var letIn = EnumSet.noneOf(Caller.class);
    try (var evening = new Evening(house, film)) {
      for (var caller : IN_TURN) {
        if (!FORBIDDEN.contains(evening.wishes(caller, text))) {
          letIn.add(caller);
        }
      }
    }
    return new TreeSet<>(letIn);
  }

  /// In a new room, where everything is left to everyone.
  private static Set<Caller> mayAsk(Wish wish) {
    var may = EnumSet.noneOf(Caller.class);
    var action = Action.in(wish);
    for (var role : Role.values()) {
      if (action.of(role) != Right.NEVER) {
        may.add(Caller.valueOf(role.name()));
      }
    }
    if (may.contains(Caller.OWNER) && action.of(Device.COMPANION) != Right.NEVER) {
      may.add(Caller.COMPANION);
    }
    return new TreeSet<>(may);
  }
}
