package matinee.wire;

import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;

/// Signals as JSON.
final class SignalJson {

  private SignalJson() {}

  static void write(JsonWriter json, Signal signal) {
    switch (signal) {
      case Signal.Typing _ -> json.field("kind", "typing");
      case Signal.Cheer(var emoji) -> json.field("kind", "cheer").field("emoji", emoji);
    }
  }

  static Signal read(Fields fields) {
    return switch (fields.text("kind")) {
      case "typing" -> Signal.Typing.TYPING;
      case "cheer" -> {
        var emoji = fields.text("emoji");
        yield fields.built("emoji", () -> new Signal.Cheer(emoji));
      }
      default -> throw fields.fault("kind", "must be typing or cheer");
    };
  }

  /// The fields of what a whole room has signalled.
  static void write(JsonWriter json, ServerMessage.Signals signals) {
    json.openList("typing");
    signals.typing().forEach(one -> json.open().field("member", one.value()).close());
    json.closeList().openList("cheers");
    for (var cheers : signals.cheers()) {
      json.open().field("emoji", cheers.emoji()).field("count", cheers.count());
      cheers.by().ifPresent(by -> json.field("by", by.value()));
      json.close();
    }
    json.closeList();
  }

  static ServerMessage.Signals readAll(Fields fields) {
    List<MemberId> typing = fields.list("typing", one -> one.member("member"));
    return new ServerMessage.Signals(typing, fields.list("cheers", SignalJson::readCheers));
  }

  private static Cheers readCheers(Fields fields) {
    var emoji = fields.text("emoji");
    long count = fields.revision("count");
    Optional<MemberId> by = fields.has("by") ? Optional.of(fields.member("by")) : Optional.empty();
    return fields.built("emoji", () -> new Cheers(emoji, count, by));
  }
}
