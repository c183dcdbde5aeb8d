package matinee.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A journal that is gone with the process: for tests, which may also make it fail.
public class MemoryJournal implements Journal {
  private final Map<RoomId, Kept> rooms = new LinkedHashMap<>();
  private Optional<Instant> alive = Optional.empty();

  private static final class Kept {
    private final History history;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Snapshot> snapshot = Optional.empty();

    private Kept(History history) {
      this.history = history;
    }
  }

  @Override
  public synchronized History create(RoomId id, String epoch, Instant created) {
    if (rooms.containsKey(id)) {
      throw new IllegalStateException("there is such a room");
    }
    var history = new History(rooms.size() + 1L, id, epoch, created);
    rooms.put(id, new Kept(history));
    return history;
  }

  @Override
  public synchronized Optional<History> find(RoomId id) {
    return Optional.ofNullable(rooms.get(id)).map(kept -> kept.history);
  }

  @Override
  public synchronized Appended append(History history, long expected, List<Entry> entries) {
    Entry.checkFollowing(expected, entries);
    var kept = kept(history);
    if (kept.entries.size() != expected) {
      return Appended.CONFLICT;
    }
    kept.entries.addAll(entries);
    return Appended.ACCEPTED;
  }

  @Override
  public synchronized List<Entry> since(History history, long revision, int limit) {
    return kept(history).entries.stream()
        .filter(entry -> entry.revision() > revision)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Entry> before(
      History history, long revision, Set<String> kinds, int limit) {
    var fitting =
        kept(history).entries.stream()
            .filter(entry -> entry.revision() < revision && kinds.contains(entry.kind()))
            .collect(Collectors.toList());
    return List.copyOf(fitting.subList(Math.max(0, fitting.size() - limit), fitting.size()));
  }

  @Override
  public synchronized List<Entry> about(
      History history, long first, long last, Set<String> kinds, int limit) {
    return allAbout(history, first, last, kinds).limit(limit).toList();
  }

  @Override
  public synchronized List<Entry> newestAbout(
      History history, long first, long last, Set<String> kinds) {
    return allAbout(history, first, last, kinds)
        .collect(Collectors.toMap(Entry::about, Function.identity(), (_, newer) -> newer))
        .values()
        .stream()
        .sorted(Comparator.comparingLong(Entry::revision))
        .toList();
  }

  private Stream<Entry> allAbout(History history, long first, long last, Set<String> kinds) {
    return kept(history).entries.stream()
        .filter(entry -> kinds.contains(entry.kind()))
        .filter(entry -> entry.about().orElse(0) >= first && entry.about().orElse(0) <= last);
  }

  @Override
  public synchronized long head(History history) {
    return kept(history).entries.size();
  }

  @Override
  public synchronized void keep(History history, Snapshot snapshot) {
    var kept = kept(history);
    if (kept.snapshot.filter(it -> it.revision() >= snapshot.revision()).isEmpty()) {
      kept.snapshot = Optional.of(snapshot);
    }
  }

  @Override
  public synchronized Optional<Snapshot> snapshot(History history) {
    return kept(history).snapshot;
  }

  @Override
  public synchronized void markAlive(Instant now) {
    if (alive.filter(it -> !it.isBefore(now)).isEmpty()) {
      alive = Optional.of(now);
    }
  }

  @Override
  public synchronized Optional<Instant> lastAlive() {
    return alive;
  }

  private Kept kept(History history) {
    var kept = rooms.get(history.id());
    if (kept == null) {
      throw new IllegalStateException("there is no such room");
    }
    return kept;
  }
}
