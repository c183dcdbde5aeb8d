package matinee.wire;

import java.util.List;
import java.util.OptionalLong;
import matinee.room.Line;
import matinee.room.MemberId;
import matinee.room.Reaction;
import matinee.room.Regards;
import matinee.room.Wish;

/// The JSON of what is said, and of lines of the chat.
final class LineJson {

  private LineJson() {}

  /// The field `text`, as far as a member may say it (CH1).
  static String readText(Fields fields) {
    var text = fields.text("text");
    return fields.built("text", () -> new Wish.Say(text).text());
  }

  /// The field `emoji` (CH6).
  static String readEmoji(Fields fields) {
    var emoji = fields.text("emoji");
    return fields.built("emoji", () -> new Wish.React(1, emoji, true).emoji());
  }

  /// The fields of what is said besides its text, which are left out where there is nothing (CH5).
  static Regards readRegards(Fields fields) {
    var to = fields.has("to") ? OptionalLong.of(fields.revision("to")) : OptionalLong.empty();
    var mentions = readMentions(fields);
    var at =
        fields.has("positionMs")
            ? OptionalLong.of(fields.count("positionMs"))
            : OptionalLong.empty();
    return new Regards(to, mentions, at);
  }

  /// The field `mentions`, which is left out where nobody is mentioned.
  static List<MemberId> readMentions(Fields fields) {
    var mentions = fields.has("mentions") ? fields.members("mentions") : List.<MemberId>of();
    if (fields.has("mentions") && mentions.isEmpty()) {
      throw fields.fault("mentions", "must be left out where nobody is mentioned");
    }
    return fields.built("mentions", () -> Regards.mentioning(mentions).mentions());
  }

  static void write(JsonWriter json, String text, Regards regards) {
    json.field("text", text);
    regards.to().ifPresent(to -> json.field("to", to));
    writeMentions(json, regards.mentions());
    regards.positionMs().ifPresent(at -> json.field("positionMs", at));
  }

  static void writeMentions(JsonWriter json, List<MemberId> mentions) {
    if (!mentions.isEmpty()) {
      json.openList("mentions");
      mentions.forEach(member -> json.item(member.value()));
      json.closeList();
    }
  }

  /// A line as the history has it, for traces.
  static Line read(Fields fields) {
    return new Line(
        fields.member("by"),
        readText(fields),
        fields.flagIfAny("removed"),
        (int) Math.min(fields.count("changes"), Integer.MAX_VALUE),
        fields.list("reactions", each -> new Reaction(readEmoji(each), each.member("by"))));
  }

  static void write(JsonWriter json, Line line) {
    json.open().field("by", line.by().value()).field("text", line.text());
    if (line.removed()) {
      json.field("removed", true);
    }
    json.field("changes", line.changes()).openList("reactions");
    for (var reaction : line.reactions()) {
      json.open().field("emoji", reaction.emoji()).field("by", reaction.by().value()).close();
    }
    json.closeList().close();
  }
}
