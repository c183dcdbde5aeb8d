package matinee.sim;

import java.util.HashMap;
import java.util.Map;
import matinee.room.Author;
import matinee.room.Event;
import matinee.sim.Ledger.Answer;

/// I1: a command that was answered with "accepted" is in the history once, as the event that the
/// answer named; one that was rejected takes no effect; one without an answer at most once.
///
/// What was accepted before the history was put back may be gone with it, and be accepted again.
final class AcceptedOnce implements Invariant {

  @Override
  public void conclude(World world) {
    for (var book : world.chronicle().books()) {
      var found = new HashMap<Ledger.Key, Long>();
      for (var event : book.events()) {
        if (event.author() instanceof Author.ByMember(var member, var command)
            && !(event.event() instanceof Event.Refused)) {
          count(new Ledger.Key(member, command), event.revision(), book, found);
        }
      }
      boolean whole = world.chronicle().books().size() == 1;
      world.ledger().all().forEach(made -> check(made, book.epoch(), found, whole));
    }
  }

  /// The events of one command stand together: one further on is a second effect.
  private void count(
      Ledger.Key key, long revision, Chronicle.Book book, Map<Ledger.Key, Long> found) {
    var first = found.putIfAbsent(key, revision);
    if (first == null) {
      return;
    }
    var author = book.events().get((int) revision - 1).author();
    if (!book.events().get((int) revision - 2).author().equals(author)) {
      throw broken(key + " took effect at " + first + " and again at " + revision);
    }
  }

  private void check(Ledger.Made made, String epoch, Map<Ledger.Key, Long> found, boolean whole) {
    for (var answer : made.answers()) {
      switch (answer) {
        case Answer.Accepted(var to, long revision) when to.equals(epoch) -> {
          var at = found.get(made.key());
          if (at == null || at != revision) {
            throw broken(made + " was accepted, but stands at " + at);
          }
        }
        case Answer.Rejected(_, var reason) when whole && found.containsKey(made.key()) ->
            throw broken(made + " was rejected as " + reason + ", but stands in the history");
        case Answer.Accepted _, Answer.Rejected _ -> {}
      }
    }
  }
}
