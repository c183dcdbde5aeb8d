package matinee.server.rooms;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.wire.BusMessage;
import matinee.wire.CompanionSeats;
import matinee.wire.Seat;

/// Who is connected to other servers, as those have said. Belongs to the room's thread.
final class Elsewhere {
  private static final Comparator<Seat> BY_AGE = Comparator.comparing(Seat::since);

  private final Map<String, Told> byNode = new HashMap<>();

  /// The newest that a server has said: `number` is that of its message.
  private record Told(
      long number, Map<MemberId, Seat> seats, Map<MemberId, List<CompanionSeats.One>> companions) {}

  /// The newest seat of `member`, if it has one.
  Optional<Seat> seat(MemberId member) {
    return byNode.values().stream()
        .flatMap(told -> Optional.ofNullable(told.seats().get(member)).stream())
        .max(BY_AGE);
  }

  /// The companions of `member`, of which one may be at two servers for a moment.
  List<CompanionSeats.One> companions(MemberId member) {
    return byNode.values().stream()
        .flatMap(told -> told.companions().getOrDefault(member, List.of()).stream())
        .toList();
  }

  /// Takes over what a server says, unless it has said something newer. Returns whose seats it
  /// concerns.
  Set<MemberId> hear(BusMessage.OfSeats said) {
    var before = byNode.getOrDefault(said.node(), new Told(-1, Map.of(), Map.of()));
    if (said.number() <= before.number()) {
      return Set.of();
    }
    var concerned = new LinkedHashSet<MemberId>();
    var seats = new LinkedHashMap<MemberId, Seat>();
    var companions = new HashMap<MemberId, List<CompanionSeats.One>>();
    switch (said) {
      case BusMessage.Seats _ -> concerned.addAll(before.seats().keySet());
      case BusMessage.SeatChanges(_, _, _, var vacated, _) -> {
        seats.putAll(before.seats());
        companions.putAll(before.companions());
        vacated.forEach(seats::remove);
        concerned.addAll(vacated);
      }
    }
    for (var seat : said.taken()) {
      seats.put(seat.member(), seat);
      concerned.add(seat.member());
    }
    for (var of : said.companions()) {
      companions.put(of.member(), of.connected());
    }
    companions.values().removeIf(List::isEmpty);
    byNode.put(said.node(), new Told(said.number(), seats, companions));
    return concerned;
  }

  /// The server is gone. What it said before may still come, and must not be believed: how new its
  /// last word was is remembered. Returns who was connected to it.
  Set<MemberId> died(String node) {
    var told = byNode.get(node);
    if (told == null) {
      return Set.of();
    }
    byNode.put(node, new Told(told.number(), Map.of(), Map.of()));
    return told.seats().keySet();
  }
}
