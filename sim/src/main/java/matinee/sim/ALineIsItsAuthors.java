package matinee.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Reaction;
import matinee.room.Recorded;
import matinee.room.Role;
import matinee.room.RoomState;

/// CH3, CH4, CH6: what happens to a line happens to something that was said and was not removed;
/// its author alone edits it, who removes it is its author or leads, and nobody gives an emoji
/// twice, or takes one back that was not given.
final class ALineIsItsAuthors implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var book = world.chronicle().book();
    for (var event : events) {
      if (event.event() instanceof Event.OfLine about
          && event.author() instanceof Author.ByMember(var by, var _)) {
        int before = (int) event.revision() - 1;
        check(book.events().subList(0, before), book.states().get(before), about, by);
      }
    }
  }

  private void check(List<Recorded> before, RoomState state, Event.OfLine event, MemberId by) {
    var author =
        author(before, event.line())
            .orElseThrow(() -> broken(event + " is about nothing that was said"));
    boolean isGiven = isGiven(before, event.line(), by);
    boolean isWrong =
        switch (event) {
          case Event.LineEdited _ -> !by.equals(author);
          case Event.LineRemoved(_, var member) ->
              !member.equals(author) || !(by.equals(author) || leads(state, by));
          case Event.Reacted(_, _, boolean on) -> on == isGiven;
        };
    if (isWrong || isRemoved(before, event.line())) {
      throw broken(by + " had no business with what " + author + " said: " + event);
    }
  }

  private static Optional<MemberId> author(List<Recorded> before, long line) {
    return line <= before.size()
            && before.get((int) line - 1).event() instanceof Event.Said
            && before.get((int) line - 1).author() instanceof Author.ByMember(var by, var _)
        ? Optional.of(by)
        : Optional.empty();
  }

  private static boolean isRemoved(List<Recorded> before, long line) {
    return before.stream()
        .anyMatch(one -> one.event() instanceof Event.LineRemoved(long of, _) && of == line);
  }

  /// On these days there is one emoji.
  private static boolean isGiven(List<Recorded> before, long line, MemberId by) {
    var standing = new HashSet<Reaction>();
    for (var one : before) {
      if (one.event() instanceof Event.Reacted(long of, var emoji, boolean on)
          && of == line
          && one.author() instanceof Author.ByMember(var giver, var _)) {
        var reaction = new Reaction(emoji, giver);
        boolean _ = on ? standing.add(reaction) : standing.remove(reaction);
      }
    }
    return standing.stream().anyMatch(one -> one.by().equals(by));
  }

  private static boolean leads(RoomState state, MemberId by) {
    return state
        .member(by)
        .map(Member::role)
        .filter(role -> role == Role.OWNER || role == Role.HOST)
        .isPresent();
  }
}
