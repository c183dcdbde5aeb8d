package matinee.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Evolution;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.wire.Decoded;
import matinee.wire.Events;

/// The whole history of one room as the database has it, and what it makes of the room.
///
/// `events` stand in the order of the database; `states` has one more, that after each of them,
/// from [RoomState#NEW] on, up to the first event that does not follow the one before it.
record Truth(String epoch, List<Recorded> events, List<RoomState> states) {

  /// The histories of all rooms, by their ids, read past every relay.
  static Map<String, Truth> read(Postgres postgres) throws SQLException {
    var epochs = new HashMap<String, String>();
    var bodies = new HashMap<String, List<String>>();
    try (var connection = postgres.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select room.id, room.epoch, event.body from room"
                        + " join event on event.room = room.key"
                        + " order by room.key, event.revision")) {
      while (rows.next()) {
        epochs.put(rows.getString(1), rows.getString(2));
        bodies.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(3));
      }
    }
    var truths = new HashMap<String, Truth>();
    bodies.forEach(
        (room, texts) ->
            truths.put(
                room,
                of(epochs.getOrDefault(room, ""), texts.stream().map(Truth::event).toList())));
    return truths;
  }

  private static Recorded event(String body) {
    return switch (Events.decode(body)) {
      case Decoded.Value<Recorded>(var event) -> event;
      case Decoded.Malformed<Recorded>(var field, var message) ->
          throw new IllegalStateException("the database has " + body + ": " + field + message);
    };
  }

  /// The history that has these events.
  static Truth of(String epoch, List<Recorded> events) {
    var states = new ArrayList<RoomState>();
    states.add(RoomState.NEW);
    for (var event : events) {
      if (event.revision() != states.size()) {
        break;
      }
      states.add(Evolution.evolve(states.getLast(), event));
    }
    return new Truth(epoch, List.copyOf(events), List.copyOf(states));
  }

  /// The newest revision.
  long head() {
    return events.isEmpty() ? 0 : events.getLast().revision();
  }
}
