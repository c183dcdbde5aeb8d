package matinee.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Evolution;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.journal.Entry;
import matinee.wire.Decoded;
import matinee.wire.Events;

/// What has truly happened in the room, written down as it reached the file: the measure of every
/// copy. One book for each epoch.
final class Chronicle {
  private final Map<String, Book> books = new HashMap<>();
  private Book open;

  /// A history of that name: `states` has one more than `events`, that of the beginning; `appends`
  /// are the revisions with which each append ended.
  record Book(String epoch, List<Recorded> events, List<RoomState> states, List<Long> appends) {

    private Book(String epoch) {
      this(epoch, new ArrayList<>(), new ArrayList<>(List.of(RoomState.NEW)), new ArrayList<>());
    }

    /// The newest revision, up to `revision`, with which an append ended: what a copy of the file
    /// may end with.
    long lastWhole(long revision) {
      return appends.stream().filter(end -> end <= revision).reduce(0L, Math::max);
    }

    RoomState last() {
      return states.getLast();
    }

    private void add(Recorded recorded) {
      states.add(Evolution.evolve(last(), recorded));
      events.add(recorded);
    }
  }

  Chronicle(String epoch) {
    open = new Book(epoch);
    books.put(epoch, open);
  }

  /// The history as it is now.
  Book book() {
    return open;
  }

  /// The history of that name.
  Book book(String epoch) {
    return books.getOrDefault(epoch, open);
  }

  List<Book> books() {
    return List.copyOf(books.values());
  }

  /// `entries` have reached the file; returns them as events.
  List<Recorded> add(List<Entry> entries) {
    var events = entries.stream().map(Chronicle::event).toList();
    events.forEach(open::add);
    open.appends.add(open.last().revision());
    return events;
  }

  /// History was put back to what it was at `revision`, under another name.
  void restore(long revision, String epoch) {
    var restored = new Book(epoch);
    open.events.subList(0, (int) revision).forEach(restored::add);
    restored.appends.add(revision);
    books.put(epoch, restored);
    open = restored;
  }

  static Recorded event(Entry entry) {
    return switch (Events.decode(entry.body())) {
      case Decoded.Value<Recorded>(var event) -> event;
      case Decoded.Malformed<Recorded>(var field, var message) ->
          throw new Violation("ReadableHistory", field + " " + message + " in " + entry.body());
    };
  }
}
