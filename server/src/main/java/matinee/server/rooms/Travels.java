package matinee.server.rooms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.RegionName;
import matinee.room.RoomState;
import matinee.server.journal.Arrival;
import matinee.server.journal.Entry;
import matinee.server.journal.Epochs;
import matinee.server.journal.History;
import matinee.server.journal.Snapshot;
import matinee.server.journal.SqlMoves;
import matinee.wire.Decoded;
import matinee.wire.StoredSnapshots;

/// Packs rooms that leave this region, and unpacks those that arrive. Blocks. Safe for use by any
/// thread.
public final class Travels {
  private static final int MOST_CHAT = 500;
  private static final int MOST_CHAT_LENGTH = 1_000_000;

  private final Surroundings around;
  private final SqlMoves moves;
  private final RandomGenerator chance;

  /// `chance` must be a cryptographic source.
  public Travels(Surroundings around, SqlMoves moves, RandomGenerator chance) {
    this.around = around;
    this.moves = moves;
    this.chance = chance;
  }

  /// The state of a room as its journal tells it.
  public RoomState state(History history) {
    return Restored.from(around.journal(), history).state();
  }

  /// What the room `history`, which is in `state` and has moved away, takes along to where the
  /// clock shows `shiftMs` more.
  public Luggage pack(History history, RoomState state, long shiftMs) {
    return new Luggage(
        history.id(),
        history.created(),
        history.epoch(),
        new Snapshot(state.revision(), StoredSnapshots.encode(state)),
        chat(history, state.revision()),
        moves.password(history.id()),
        shiftMs);
  }

  /// The newest that have room.
  private List<Entry> chat(History history, long revision) {
    var all = around.journal().before(history, revision + 1, Entries.WHOLE_CHAT, MOST_CHAT);
    var newest = new ArrayList<Entry>();
    int length = 0;
    for (var entry : all.reversed()) {
      length += entry.body().length();
      if (length > MOST_CHAT_LENGTH) {
        break;
      }
      newest.add(entry);
    }
    Collections.reverse(newest);
    return newest;
  }

  /// Lets a room live here that comes from the region `from`; once, however often it comes. Returns
  /// whether it was new. Throws `IllegalArgumentException` for what no room took along.
  public boolean unpack(Luggage luggage, RegionName from) {
    var now = around.time().now();
    var arrive = new Command.Arrive(from, luggage.shiftMs());
    var decision = around.rules().decide(state(luggage), arrive, new Moment(now, Duration.ZERO));
    if (!(decision instanceof Decision.Accepted(var events))) {
      throw new IllegalArgumentException("the room has not moved away from where it comes");
    }
    var arrived = Entries.of(events).getFirst();
    var epoch = Epochs.fresh(chance);
    var journey = new Arrival.Journey(luggage.room(), luggage.created(), luggage.epoch(), epoch);
    var chat = luggage.chat().stream().map(Entries::about).toList();
    return moves.takeIn(
        new Arrival(journey, now, luggage.base(), chat, arrived, luggage.password()));
  }

  private static RoomState state(Luggage luggage) {
    return switch (StoredSnapshots.decode(luggage.base().body())) {
      case Decoded.Value<RoomState>(var state) -> state;
      case Decoded.Malformed<RoomState>(var field, var message) ->
          throw new IllegalArgumentException("the room cannot be read: " + field + " " + message);
    };
  }
}
