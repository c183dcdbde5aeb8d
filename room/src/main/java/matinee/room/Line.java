package matinee.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `by` said, as it is after everything that has happened to it since (CH): `text` is the
/// newest; `changes` counts the events about it. The room's state holds no lines: whoever keeps the
/// room looks up in the history the one that a wish is about, and gives it to the room to decide
/// on.
public record Line(
    MemberId by, String text, boolean removed, int changes, List<Reaction> reactions) {
  /// How often a line is edited or reacted to, in all (CH7): what a look at it can cost.
  public static final int MOST_CHANGES = 200;

  /// How many different emojis a line has at a time (CH6).
  public static final int MOST_EMOJIS = 20;

  public Line {
    reactions = List.copyOf(reactions);
  }

  /// The line that `events` tell: first what was said, then what happened to it, oldest first.
  /// Nothing, if the first is nothing that a member said.
  public static Optional<Line> of(List<Recorded> events) {
    if (events.isEmpty()
        || !(events.getFirst().event() instanceof Event.Said(var text, _))
        || !(events.getFirst().author() instanceof Author.ByMember(var by, _))) {
      return Optional.empty();
    }
    var line = new Line(by, text, false, 0, List.of());
    for (var recorded : events.subList(1, events.size())) {
      line = line.after(recorded);
    }
    return Optional.of(line);
  }

  /// Does `recorded` tell of the line that is named by this revision: that it was said, or what
  /// happened to it?
  public static boolean isAbout(Recorded recorded, long line) {
    return recorded.event() instanceof Event.OfLine ofLine
        ? ofLine.line() == line
        : recorded.revision() == line;
  }

  private Line after(Recorded recorded) {
    if (!(recorded.event() instanceof Event.OfLine event)
        || !(recorded.author() instanceof Author.ByMember(var author, _))) {
      return this;
    }
    int more = changes + 1;
    return switch (event) {
      case Event.LineEdited(_, var next, _) -> new Line(by, next, removed, more, reactions);
      case Event.LineRemoved _ -> new Line(by, text, true, more, reactions);
      case Event.Reacted(_, var emoji, boolean on) ->
          new Line(by, text, removed, more, reactions(new Reaction(emoji, author), on));
    };
  }

  private List<Reaction> reactions(Reaction reaction, boolean on) {
    var next = new ArrayList<>(reactions);
    next.remove(reaction);
    if (on) {
      next.add(reaction);
    }
    return next;
  }

  /// Would `emoji` be one more than a line has (CH6)?
  boolean isFullFor(String emoji) {
    var emojis = reactions.stream().map(Reaction::emoji).distinct().toList();
    return emojis.size() >= MOST_EMOJIS && !emojis.contains(emoji);
  }
}
