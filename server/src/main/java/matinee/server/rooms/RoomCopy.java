package matinee.server.rooms;

import java.util.List;
import java.util.function.BiConsumer;
import matinee.host.Refusals;
import matinee.room.Evolution;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;

/// What this server knows of a room: the state that its journal tells, as far as it has been read.
/// Belongs to the room's thread, but for [#state].
final class RoomCopy {
  private static final int PAGE = 1_000;

  private final History history;
  private final Surroundings around;
  private final Citations citations;
  private final Trace trace;

  /// Is told of what others have appended, once it is true here.
  private final BiConsumer<List<Entry>, List<Recorded>> overtaken;

  private final RecentEvents recent;
  private volatile RoomState state;

  RoomCopy(
      History history,
      Restored restored,
      Surroundings around,
      BiConsumer<List<Entry>, List<Recorded>> overtaken) {
    this.history = history;
    this.around = around;
    this.overtaken = overtaken;
    citations = Citations.in(around.journal(), history);
    recent = restored.recent();
    state = restored.state();
    trace = around.tracing().of(history, state);
  }

  /// From any thread.
  RoomState state() {
    return state;
  }

  /// The JSON texts of the events after `revision` that are true here, oldest first. The journal is
  /// read only for those that are not recent any more.
  List<String> since(long revision) {
    return recent
        .after(revision)
        .orElseGet(
            () -> {
              int missed = Math.toIntExact(state.revision() - revision);
              return around.journal().since(history, revision, missed).stream()
                  .map(Entry::body)
                  .toList();
            });
  }

  /// Decides `agenda` one after the other at `moment` and appends what comes of it: it is in the
  /// journal, and true here. When somebody else was first, reads what is new and decides again.
  /// Throws when the journal fails; then nobody knows whether it is in there, and the room must be
  /// read anew.
  Batch settle(List<Matter> agenda, Moment moment, Refusals refusals) {
    var batch = Batch.decide(around.rules(), state, agenda, moment, refusals, citations);
    while (!batch.entries().isEmpty() && append(batch.entries()) == Appended.CONFLICT) {
      if (!readOn()) {
        throw new IllegalStateException(
            "the journal refuses what follows revision "
                + state.revision()
                + " and has nothing newer");
      }
      batch = Batch.decide(around.rules(), state, agenda, moment, refusals, citations);
    }
    trace.decided(state, batch.commands(), moment, batch.decisions(), batch.after());
    state = batch.after();
    batch.entries().forEach(recent::add);
    return batch;
  }

  private Appended append(List<Entry> entries) {
    try {
      return around.journal().append(history, state.revision(), entries);
    } catch (RuntimeException e) {
      trace.failed(state);
      throw e;
    }
  }

  /// Another server says that `events`, which follow one another, are in the journal: what is new
  /// of them is taken over. Where some are missing before them, the journal is read.
  void hear(List<Recorded> events) {
    var fresh = events.stream().filter(event -> event.revision() > state.revision()).toList();
    if (fresh.isEmpty()) {
      return;
    }
    if (fresh.getFirst().revision() == state.revision() + 1) {
      takeOver(Entries.of(fresh), fresh);
    } else {
      around.meter().missed();
      readOn();
    }
  }

  /// Takes over what others have appended. Returns whether there was anything.
  boolean readOn() {
    long before = state.revision();
    List<Entry> page;
    do {
      page = around.journal().since(history, state.revision(), PAGE);
      if (!page.isEmpty()) {
        takeOver(page, page.stream().map(Entries::event).toList());
      }
    } while (page.size() == PAGE);
    return state.revision() > before;
  }

  private void takeOver(List<Entry> entries, List<Recorded> events) {
    var after = state;
    for (var event : events) {
      after = Evolution.evolve(after, event);
    }
    trace.takenOver(state, events, after);
    state = after;
    entries.forEach(recent::add);
    overtaken.accept(entries, events);
  }
}
