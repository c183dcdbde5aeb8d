package matinee.sim;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import matinee.room.Recorded;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.Snapshot;

/// What outlives the server in one run: the journal of its one room, in a real file that it shares
/// with other runs, and the mark of when rooms were last kept.
///
/// It tells the [Chronicle] what has reached the file, and can be told to get into [Trouble] at the
/// next append.
final class Disk extends FilterJournal {
  private final Journal file;
  private final RoomIds ids;
  private final Chronicle chronicle;
  private final Consumer<List<Recorded>> written;
  private History history;
  private Optional<Instant> alive = Optional.empty();
  private Trouble trouble = Trouble.NONE;

  /// What may happen at an append.
  enum Trouble {
    NONE,
    /// The process dies before anything is written.
    DIES_BEFORE,
    /// The process dies when everything is written and nobody has been told.
    DIES_AFTER,
    /// The store fails, and nothing is written.
    FAILS_BEFORE,
    /// The store fails, but everything is written.
    FAILS_AFTER,
    /// Somebody else, another server on the same file, appends first.
    BEATEN
  }

  /// The store failed.
  static final class Failed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Failed(String what) {
      super(what);
    }
  }

  /// Ids that no other run of this process has.
  interface RoomIds {
    RoomId next();
  }

  Disk(Journal file, RoomIds ids, Chronicle chronicle, Consumer<List<Recorded>> written) {
    super(file);
    this.file = file;
    this.ids = ids;
    this.chronicle = chronicle;
    this.written = written;
    history = file.create(ids.next(), chronicle.book().epoch(), Instant.EPOCH);
  }

  RoomId room() {
    return history.id();
  }

  void getInto(Trouble next) {
    trouble = next;
  }

  /// Puts the history back to what it was at `revision`, as from a copy of the file: with another
  /// epoch.
  void restore(long revision, String epoch) {
    var kept = revision == 0 ? List.<Entry>of() : file.since(history, 0, (int) revision);
    history = file.create(ids.next(), epoch, Instant.EPOCH);
    chronicle.restore(revision, epoch);
    if (!kept.isEmpty()) {
      file.append(history, 0, kept);
    }
  }

  /// Everything that the file holds, from the beginning.
  List<Entry> everything() {
    return file.since(history, 0, Integer.MAX_VALUE);
  }

  @Override
  public History create(RoomId id, String epoch, Instant created) {
    throw new UnsupportedOperationException("the room of a run is there from the beginning");
  }

  /// Whichever id is asked for: a restored history has another in the file.
  @Override
  public Optional<History> find(RoomId id) {
    return Optional.of(history);
  }

  @Override
  public Appended append(History to, long expected, List<Entry> entries) {
    var now = trouble;
    trouble = Trouble.NONE;
    if (now == Trouble.DIES_BEFORE) {
      throw new NodeDied();
    }
    if (now == Trouble.FAILS_BEFORE) {
      throw new Failed("nothing was written");
    }
    if (now == Trouble.BEATEN) {
      var visit = Stranger.visit(chronicle);
      if (!visit.isEmpty()) {
        appendToFile(to, chronicle.book().last().revision(), visit);
      }
    }
    var appended = appendToFile(to, expected, entries);
    if (now == Trouble.DIES_AFTER) {
      throw new NodeDied();
    }
    if (now == Trouble.FAILS_AFTER) {
      throw new Failed("everything was written");
    }
    return appended;
  }

  private Appended appendToFile(History to, long expected, List<Entry> entries) {
    var appended = file.append(to, expected, entries);
    if (appended == Appended.ACCEPTED) {
      written.accept(chronicle.add(entries));
    }
    return appended;
  }

  /// The file keeps it at some later time; here it is there when this returns, so that the run
  /// follows from the seed alone.
  @Override
  public void keep(History of, Snapshot snapshot) {
    file.keep(of, snapshot);
    file.markAlive(Instant.EPOCH);
  }

  @Override
  public void markAlive(Instant now) {
    alive = Optional.of(now);
  }

  @Override
  public Optional<Instant> lastAlive() {
    return alive;
  }
}
