package matinee.room;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What members say, and what becomes of it: rules CH and OD3.
final class ChatRules {

  private ChatRules() {}

  /// What keeps `by` from writing anything, wherever.
  private static Optional<Reason> silence(RoomState state, Member by) {
    if (by.rank().isSilent()) {
      return Optional.of(Reason.MUTED); // OD3
    }
    return state.mayWrite(by) ? Optional.empty() : Optional.of(Reason.READ_ONLY); // CH10
  }

  /// What keeps `by` from saying something at `now`.
  private static Optional<Reason> hindrance(RoomState state, Member by, Instant now) {
    var silence = silence(state, by);
    if (silence.isPresent()) {
      return silence;
    }
    return state.mayChatFrom(by).filter(now::isBefore).map(_ -> Reason.TOO_SOON); // CH2
  }

  static Outcome say(RoomState state, Member by, Command.Ask ask, Wish.Say wish, Instant now) {
    return hindrance(state, by, now)
        .or(() -> unknown(state, ask, wish.regards()))
        .map(Outcome::refused)
        .orElseGet(() -> Outcome.happens(new Event.Said(wish.text(), wish.regards()))); // CH1
  }

  /// CH5: what it has regard to is there.
  private static Optional<Reason> unknown(RoomState state, Command.Ask ask, Regards regards) {
    if (regards.to().isPresent() && there(ask).isEmpty()) {
      return Optional.of(Reason.NO_SUCH_LINE);
    }
    if (regards.positionMs().isEmpty()) {
      return Optional.empty();
    }
    return switch (state.stage()) {
      case Stage.Idle _ -> Optional.of(Reason.NO_MEDIA);
      case Stage.Loaded loaded when ask.seen() < loaded.loadedRevision() ->
          Optional.of(Reason.STALE); // ID4
      case Stage.Loaded(var media, _, _, _) ->
          media.has(regards.positionMs().getAsLong())
              ? Optional.empty()
              : Optional.of(Reason.OUT_OF_RANGE);
    };
  }

  private static Optional<Line> there(Command.Ask ask) {
    return ask.cited().filter(line -> !line.removed());
  }

  private static Outcome onLine(Command.Ask ask, Function<Line, Outcome> rule) {
    return there(ask).map(rule).orElseGet(() -> Outcome.refused(Reason.NO_SUCH_LINE)); // CH3
  }

  /// CH3. In slow mode too: the line is there already.
  static Outcome edit(RoomState state, Member by, Command.Ask ask, Wish.Edit wish) {
    return onLine(
        ask,
        line -> {
          if (!line.by().equals(by.id())) {
            return Outcome.refused(Reason.NOT_ALLOWED);
          }
          var silence = silence(state, by);
          if (silence.isPresent()) {
            return Outcome.refused(silence.get());
          }
          if (line.text().equals(wish.text())) {
            return Outcome.refused(Reason.NO_CHANGE);
          }
          return changed(line, new Event.LineEdited(wish.line(), wish.text(), wish.mentions()));
        });
  }

  /// CH4: one's own, or that of somebody below, who may be away.
  static Outcome remove(RoomState state, Member by, Command.Ask ask, Wish.RemoveLine wish) {
    return onLine(
        ask,
        line ->
            line.by().equals(by.id()) || by.role().isAbove(roleOf(state, line.by()))
                ? Outcome.happens(new Event.LineRemoved(wish.line(), line.by()))
                : Outcome.refused(Reason.NOT_ALLOWED));
  }

  private static Role roleOf(RoomState state, MemberId id) {
    return state
        .member(id)
        .map(Member::role)
        .or(() -> state.people().absent(id).map(one -> Rank.USUAL.standing(one.standing()).role()))
        .orElse(Rank.USUAL.role());
  }

  /// CH6.
  static Outcome react(RoomState state, Member by, Command.Ask ask, Wish.React wish) {
    return onLine(
        ask,
        line -> {
          var silence = silence(state, by);
          if (silence.isPresent()) {
            return Outcome.refused(silence.get());
          }
          if (line.reactions().contains(new Reaction(wish.emoji(), by.id())) == wish.on()) {
            return Outcome.refused(Reason.NO_CHANGE);
          }
          return wish.on() && line.isFullFor(wish.emoji())
              ? Outcome.refused(Reason.LINE_FULL)
              : changed(line, new Event.Reacted(wish.line(), wish.emoji(), wish.on()));
        });
  }

  /// CH7.
  private static Outcome changed(Line line, Event event) {
    return line.changes() < Line.MOST_CHANGES
        ? Outcome.happens(event)
        : Outcome.refused(Reason.LINE_FULL);
  }
}
