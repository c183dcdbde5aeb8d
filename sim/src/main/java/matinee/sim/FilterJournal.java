package matinee.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.Snapshot;

/// A journal that hands everything on to another: to be extended by one that does something else.
abstract class FilterJournal implements Journal {
  private final Journal good;

  FilterJournal(Journal good) {
    this.good = good;
  }

  @Override
  public History create(RoomId id, String epoch, Instant created) {
    return good.create(id, epoch, created);
  }

  @Override
  public Optional<History> find(RoomId id) {
    return good.find(id);
  }

  @Override
  public Appended append(History history, long expected, List<Entry> entries) {
    return good.append(history, expected, entries);
  }

  @Override
  public List<Entry> since(History history, long revision, int limit) {
    return good.since(history, revision, limit);
  }

  @Override
  public List<Entry> before(History history, long revision, Set<String> kinds, int limit) {
    return good.before(history, revision, kinds, limit);
  }

  @Override
  public List<Entry> about(History history, long first, long last, Set<String> kinds, int limit) {
    return good.about(history, first, last, kinds, limit);
  }

  @Override
  public List<Entry> newestAbout(History history, long first, long last, Set<String> kinds) {
    return good.newestAbout(history, first, last, kinds);
  }

  @Override
  public long head(History history) {
    return good.head(history);
  }

  @Override
  public void keep(History history, Snapshot snapshot) {
    good.keep(history, snapshot);
  }

  @Override
  public Optional<Snapshot> snapshot(History history) {
    return good.snapshot(history);
  }

  @Override
  public void markAlive(Instant now) {
    good.markAlive(now);
  }

  @Override
  public Optional<Instant> lastAlive() {
    return good.lastAlive();
  }
}
