package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.host.Presence;
import matinee.room.MemberId;
import matinee.server.bus.RoomBus;
import matinee.wire.BusMessage;
import matinee.wire.Seat;

/// Who is connected to this server, as the other servers are told. Belongs to the room's thread.
///
/// Changes are gathered and told together, at most four times a second: however many come at once,
/// each of them is told once.
final class OwnSeats {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final RoomBus bus;
  private final Companions companions;
  private final Map<MemberId, Instant> since = new LinkedHashMap<>();
  private final Set<MemberId> changed = new LinkedHashSet<>();

  /// Whose companions have come or gone.
  private final Set<MemberId> accompanied = new LinkedHashSet<>();

  private boolean moved;
  private Instant quietUntil = Instant.MIN;

  /// Rises with the time at which this server began, so that it is above all that was said when it
  /// kept the room before.
  private long number;

  OwnSeats(RoomBus bus, Companions companions, Instant now) {
    this.bus = bus;
    this.companions = companions;
    number = now.toEpochMilli();
  }

  void take(MemberId member, Instant now) {
    since.put(member, now);
    moved = true;
    change(member);
  }

  void vacate(MemberId member) {
    since.remove(member);
    moved = true;
    change(member);
  }

  /// `member` is doing otherwise than before.
  void change(MemberId member) {
    if (!bus.isAlone()) {
      changed.add(member);
    }
  }

  /// A companion of `member` has come or gone.
  void accompany(MemberId member) {
    if (!bus.isAlone()) {
      moved = true;
      accompanied.add(member);
    }
  }

  /// Has the member gone `there` since it came here? Of two of the same millisecond neither gives
  /// way.
  boolean isOlder(Seat there) {
    var here = since.get(there.member());
    return here == null || here.isBefore(there.since());
  }

  /// When [#tell] has something to tell.
  Optional<Instant> due() {
    return isToldAll() ? Optional.empty() : Optional.of(quietUntil);
  }

  private boolean isToldAll() {
    return changed.isEmpty() && accompanied.isEmpty();
  }

  /// Tells what has changed, if it is time to.
  void tell(Instant now, Presence presence) {
    if (isToldAll() || now.isBefore(quietUntil)) {
      return;
    }
    quietUntil = now.plus(PERIOD);
    number++;
    var taken = new ArrayList<Seat>();
    var vacated = new ArrayList<MemberId>();
    for (var member : changed) {
      var from = since.get(member);
      if (from == null) {
        vacated.add(member);
      } else {
        taken.add(new Seat(member, from, presence.of(member)));
      }
    }
    var with = accompanied.stream().map(companions::seats).toList();
    var changes = new BusMessage.SeatChanges(bus.node(), number, taken, vacated, with);
    bus.seated(changes, moved, () -> all(presence));
    changed.clear();
    accompanied.clear();
    moved = false;
  }

  /// All who are connected here, as they are now: newer than what was told before.
  BusMessage.Seats anew(Presence presence) {
    number++;
    return all(presence);
  }

  private BusMessage.Seats all(Presence presence) {
    List<Seat> taken = new ArrayList<>(since.size());
    since.forEach((member, from) -> taken.add(new Seat(member, from, presence.of(member))));
    var with = companions.members().stream().map(companions::seats).toList();
    return new BusMessage.Seats(bus.node(), number, taken, with);
  }
}
