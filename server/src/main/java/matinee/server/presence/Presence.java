package matinee.server.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.wire.Condition;
import matinee.wire.Measured;
import matinee.wire.MemberPresence;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;

/// The vitals of a room's members. Belongs to the room's thread.
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

  /// What has changed since the last time, if it is time to tell.
  public Optional<ServerMessage.Presence> tell(Instant now) {
    if (changed.isEmpty() || now.isBefore(quietUntil)) {
      return Optional.empty();
    }
    quietUntil = now.plus(PERIOD);
    var told = of(changed);
    changed.clear();
    return Optional.of(told);
  }

  /// All that is known, for somebody who has just come in.
  public Optional<ServerMessage.Presence> everyone() {
    return vitals.isEmpty() ? Optional.empty() : Optional.of(of(vitals.keySet()));
  }

  private ServerMessage.Presence of(Set<MemberId> members) {
    var list = new ArrayList<MemberPresence>(members.size());
    for (var member : members) {
      var known = vitals.get(member);
      if (known != null) {
        list.add(new MemberPresence(member, known));
      }
    }
    return new ServerMessage.Presence(List.copyOf(list));
  }

  /// The round trip for which a change must be scheduled ahead (PB3): the longest of those who are
  /// connected, in big rooms that which nine in ten do not exceed. Zero when nobody has measured it
  /// yet.
  public Duration slowestRoundTrip() {
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
