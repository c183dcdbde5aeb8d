package matinee.wire;

import java.util.List;
import matinee.room.MemberId;
import matinee.room.Recorded;

/// What the servers that keep the same room tell one another about it, so that they need not ask.
///
/// Each is a hint: it may be lost, come twice or late. What it tells can be read in the store,
/// which alone is the truth, but for signals, which are worth nothing later.
public sealed interface BusMessage {

  /// These events, which follow one another, are in the journal of the room with this epoch.
  record Advanced(String epoch, List<Recorded> events) implements BusMessage {
    public Advanced {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("tells of no event");
      }
      for (int i = 1; i < events.size(); i++) {
        if (events.get(i).revision() != events.getFirst().revision() + i) {
          throw new IllegalArgumentException("must tell of events that follow one another");
        }
      }
    }
  }

  /// Who is connected to `node`. What a node says of this room has rising numbers; an older number
  /// says nothing any more.
  sealed interface OfSeats extends BusMessage {
    String node();

    long number();

    List<Seat> taken();

    /// The companions of these members; those of others have not changed, or there are none.
    List<CompanionSeats> companions();
  }

  /// These and nobody else are connected to `node`.
  record Seats(String node, long number, List<Seat> taken, List<CompanionSeats> companions)
      implements OfSeats {
    public Seats {
      taken = List.copyOf(taken);
      companions = List.copyOf(companions);
    }
  }

  /// Since it last said so, these have come to `node` or changed there, and those have gone.
  record SeatChanges(
      String node,
      long number,
      List<Seat> taken,
      List<MemberId> vacated,
      List<CompanionSeats> companions)
      implements OfSeats {
    public SeatChanges {
      taken = List.copyOf(taken);
      vacated = List.copyOf(vacated);
      companions = List.copyOf(companions);
    }
  }

  /// Members who are connected to one node signal this (SI1). Nothing else tells of it.
  record Signalled(ServerMessage.Signals signals) implements BusMessage {}

  /// `node` has begun to keep the room and wants to know who is connected to the others.
  record SeatsWanted(String node) implements BusMessage {}
}
