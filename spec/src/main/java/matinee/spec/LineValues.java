package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.text;
import static matinee.spec.Values.truth;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Event;
import matinee.room.Line;
import matinee.room.MemberId;
import matinee.room.Reaction;
import matinee.room.Reason;
import matinee.room.Regards;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Wish;
import tlc2.value.impl.Value;

/// Wishes of the chat as the module `Rules` has them: it knows whose a line is and whether it is
/// there, but neither texts nor emojis nor positions. What these come to is found here, from the
/// text of the rules, not from the code that decides.
final class LineValues {
  private static final MemberId NOBODY = new MemberId("nobody");
  private static final Optional<Reason> NOTHING = Optional.empty();
  private static final Optional<Reason> NO_CHANGE = Optional.of(Reason.NO_CHANGE);

  private LineValues() {}

  /// Does it belong to chatting, which companions do too (CD2, CH4)?
  static boolean isChat(Command.Ask ask) {
    return switch (ask.wish()) {
      case Wish.Say _, Wish.Edit _, Wish.React _ -> true;
      case Wish.RemoveLine _ -> author(ask).equals(ask.by());
      default -> false;
    };
  }

  private static MemberId author(Command.Ask ask) {
    return ask.cited().map(Line::by).orElse(NOBODY);
  }

  /// The wish of `ask`, which comes to the room `before`.
  static Value wish(RoomState before, Command.Ask ask) {
    return switch (ask.wish()) {
      case Wish.Say(_, var regards) -> named("say", hindered(regarding(before, ask, regards)));
      case Wish.Edit(_, var next, _) ->
          ofLine("edit", ask, line -> line.text().equals(next) ? NO_CHANGE : worn(line));
      case Wish.RemoveLine _ -> ofLine("removeLine", ask, _ -> NOTHING);
      case Wish.React react -> ofLine("react", ask, line -> reacting(line, ask.by(), react));
      default -> throw new IllegalArgumentException(ask + " is not about the chat");
    };
  }

  static Value event(Event.OfLine event) {
    return switch (event) {
      case Event.LineEdited _ -> named("lineEdited");
      case Event.LineRemoved(_, var member) -> FilmValues.ofMember("lineRemoved", member);
      case Event.Reacted _ -> named("reacted");
    };
  }

  private static Value ofLine(
      String type, Command.Ask ask, Function<Line, Optional<Reason>> hindrance) {
    boolean there = ask.cited().filter(line -> !line.removed()).isPresent();
    var fields =
        Stream.concat(
            Stream.of(field("there", truth(there)), field("of", FilmValues.id(author(ask)))),
            Stream.of(hindered(ask.cited().flatMap(hindrance))));
    return named(type, fields.toArray(Values.Field[]::new));
  }

  private static Values.Field[] hindered(Optional<Reason> why) {
    return why.map(reason -> field("hindered", text(reason.name()))).stream()
        .toArray(Values.Field[]::new);
  }

  /// CH7.
  private static Optional<Reason> worn(Line line) {
    return line.changes() >= Line.MOST_CHANGES ? Optional.of(Reason.LINE_FULL) : NOTHING;
  }

  /// CH6.
  private static Optional<Reason> reacting(Line line, MemberId by, Wish.React react) {
    if (line.reactions().contains(new Reaction(react.emoji(), by)) == react.on()) {
      return NO_CHANGE;
    }
    var emojis = line.reactions().stream().map(Reaction::emoji).collect(Collectors.toSet());
    boolean full = emojis.size() >= Line.MOST_EMOJIS && !emojis.contains(react.emoji());
    return react.on() && full ? Optional.of(Reason.LINE_FULL) : worn(line);
  }

  /// CH5.
  private static Optional<Reason> regarding(RoomState before, Command.Ask ask, Regards regards) {
    if (regards.to().isPresent() && ask.cited().filter(line -> !line.removed()).isEmpty()) {
      return Optional.of(Reason.NO_SUCH_LINE);
    }
    if (regards.positionMs().isEmpty()) {
      return NOTHING;
    }
    return switch (before.stage()) {
      case Stage.Idle _ -> Optional.of(Reason.NO_MEDIA);
      case Stage.Loaded(_, long loaded, _, _) when ask.seen() < loaded -> Optional.of(Reason.STALE);
      case Stage.Loaded(var media, _, _, _) ->
          media.has(regards.positionMs().getAsLong()) ? NOTHING : Optional.of(Reason.OUT_OF_RANGE);
    };
  }
}
