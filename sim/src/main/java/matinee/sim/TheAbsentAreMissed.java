package matinee.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.wire.Link;

/// ME2 to ME4: whoever has had no page open is lost, then gone; nobody stays lost with a page that
/// is live.
///
/// A server that was away, or that has not been told of a broken connection for 25 s, grants more.
final class TheAbsentAreMissed implements Invariant {
  private static final double UNTOLD_MS = 27_000;
  private static final double UNTIL_LOST_MS = 3_000 + UNTOLD_MS;
  private static final double UNTIL_GONE_MS = 63_000 + UNTOLD_MS;
  private static final double UNTIL_BACK_MS = 30_000;

  private final Map<MemberId, Double> absentSince = new HashMap<>();
  private final Map<MemberId, Double> wronglyLostSince = new HashMap<>();
  private double keptSinceMs;
  private boolean kept;

  @Override
  public void look(World world) {
    double nowMs = world.time().nowMs();
    boolean keeps = world.node().flatMap(Node::room).isPresent();
    if (!keeps || !kept) {
      kept = keeps;
      keptSinceMs = nowMs;
    }
    for (var person : world.people()) {
      boolean live =
          !person.isAsleep()
              && person.pages().stream().anyMatch(page -> page.phase() == Link.Phase.LIVE);
      note(absentSince, person.member(), person.pages().isEmpty(), nowMs);
      boolean lost = live && isLost(world, person.member());
      note(wronglyLostSince, person.member(), lost, nowMs);
    }
    world.node().flatMap(Node::room).ifPresent(room -> check(room.state().members(), nowMs));
  }

  private static boolean isLost(World world, MemberId id) {
    return world
        .node()
        .flatMap(Node::room)
        .flatMap(room -> room.state().member(id))
        .filter(member -> !member.isHere())
        .isPresent();
  }

  private static void note(Map<MemberId, Double> since, MemberId member, boolean is, double nowMs) {
    if (is) {
      since.putIfAbsent(member, nowMs);
    } else {
      since.remove(member);
    }
  }

  private void check(List<Member> members, double nowMs) {
    for (var member : members) {
      double awayMs = lasting(absentSince, member.id(), nowMs);
      if (awayMs > UNTIL_GONE_MS || (awayMs > UNTIL_LOST_MS && member.isHere())) {
        throw broken(member + " has been away for " + awayMs + " ms");
      }
      double hereMs = lasting(wronglyLostSince, member.id(), nowMs);
      if (hereMs > UNTIL_BACK_MS) {
        throw broken(member + " has been here for " + hereMs + " ms");
      }
    }
  }

  private double lasting(Map<MemberId, Double> since, MemberId member, double nowMs) {
    return since.containsKey(member)
        ? nowMs - Math.max(since.getOrDefault(member, nowMs), keptSinceMs)
        : 0;
  }
}
