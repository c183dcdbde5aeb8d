package matinee.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import matinee.room.MemberId;
import matinee.wire.Condition;
import matinee.wire.Measured;
import matinee.wire.MemberPresence;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;

/// The vitals of a room's members. Used by one thread.
///
/// Changes are gathered and told together, at most four times a second; when nothing changed,
/// nothing is told.
public final class Presence {
  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final double MAX_ROUND_TRIP_MS = 10_000;

  /// From so many members on, the slowest tenth is not waited for.
  private static final int BIG_ROOM = 20;

  private final Map<MemberId, Vitals> vitals = new LinkedHashMap<>();
  private final Set<MemberId> changed = new LinkedHashSet<>();
  private Instant quietUntil = Instant.MIN;
  private Duration slowest = Duration.ZERO;
  private Instant slowestUntil = Instant.MIN;

  /// `member` says how its player is doing. Returns whether that is new.
  public boolean report(MemberId member, Vitals now) {
    boolean isNew = !now.equals(vitals.put(member, now));
    if (isNew) {
      changed.add(member);
    }
    return isNew;
  }

  /// The last that `member` said, if it has said anything.
  public Optional<Vitals> of(MemberId member) {
    return Optional.ofNullable(vitals.get(member));
  }

  /// `member` has no connection any more.
  public void lose(MemberId member) {
    var _ = report(member, Vitals.of(Condition.LOST));
  }

  /// `member` is not in the room any more; the event that says so says enough.
  public void forget(MemberId member) {
    vitals.remove(member);
    changed.remove(member);
  }

  /// When [#tell] has something to tell.
  public Optional<Instant> due() {
    return changed.isEmpty() ? Optional.empty() : Optional.of(quietUntil);
  }

  /// What has changed of those who are shown since the last time, if it is time to tell.
  public Optional<ServerMessage.Presence> tell(Instant now, UnaryOperator<Set<MemberId>> shownOf) {
    if (changed.isEmpty() || now.isBefore(quietUntil)) {
      return Optional.empty();
    }
    quietUntil = now.plus(PERIOD);
    var told = of(shownOf.apply(changed));
    changed.clear();
    return told;
  }

  /// Of whom anything is known.
  public Set<MemberId> members() {
    return vitals.keySet();
  }

  /// What is known of `members`, if it is anything.
  public Optional<ServerMessage.Presence> of(Set<MemberId> members) {
    var list = new ArrayList<MemberPresence>();
    for (var member : members) {
      var known = vitals.get(member);
      if (known != null) {
        list.add(new MemberPresence(member, known));
      }
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(new ServerMessage.Presence(list));
  }

  /// The round trip for which a change must be scheduled ahead (PB3): the longest of those who are
  /// connected, in big rooms that which nine in ten do not exceed. Zero when nobody has measured it
  /// yet.
  ///
  /// In big rooms it is found anew every 250 ms, not for every change.
  public Duration slowestRoundTrip(Instant now) {
    boolean isBig = vitals.size() >= BIG_ROOM;
    if (!isBig || !now.isBefore(slowestUntil)) {
      slowest = findSlowest();
      slowestUntil = isBig ? now.plus(PERIOD) : Instant.MIN;
    }
    return slowest;
  }

  private Duration findSlowest() {
    var known = new double[vitals.size()];
    int count = 0;
    for (var of : vitals.values()) {
      if (of.roundTripMs() instanceof Measured.Ms(double ms)) {
        known[count++] = Math.clamp(ms, 0, MAX_ROUND_TRIP_MS);
      }
    }
    if (count == 0) {
      return Duration.ZERO;
    }
    Arrays.sort(known, 0, count);
    int index = count < BIG_ROOM ? count - 1 : (int) Math.ceil(count * 0.9) - 1;
    return Duration.ofMillis((long) known[index]);
  }
}
