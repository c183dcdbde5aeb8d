package matinee.sim;

import java.util.List;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;

/// Writes one event after the other, each by itself.
final class PiecemealJournal extends FilterJournal {

  PiecemealJournal(Journal good) {
    super(good);
  }

  @Override
  public Appended append(History history, long expected, List<Entry> entries) {
    long before = expected;
    for (var entry : entries) {
      if (super.append(history, before, List.of(entry)) == Appended.CONFLICT) {
        return Appended.CONFLICT;
      }
      before++;
    }
    return Appended.ACCEPTED;
  }
}
