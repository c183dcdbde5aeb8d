package matinee.sim;

import java.util.List;
import java.util.Optional;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;

/// Says that everything is written as soon as it has it, and writes it with what comes next.
final class HastyJournal extends FilterJournal {
  private Optional<Held> held = Optional.empty();

  private record Held(History history, long expected, List<Entry> entries) {}

  HastyJournal(Journal good) {
    super(good);
  }

  @Override
  public Appended append(History history, long expected, List<Entry> entries) {
    write();
    held = Optional.of(new Held(history, expected, entries));
    return Appended.ACCEPTED;
  }

  @Override
  public List<Entry> since(History history, long revision, int limit) {
    write();
    return super.since(history, revision, limit);
  }

  private void write() {
    var now = held;
    held = Optional.empty();
    now.ifPresent(it -> super.append(it.history, it.expected, it.entries));
  }
}
