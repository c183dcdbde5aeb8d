package matinee.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;

/// OD1, OD2, RI3: who was put out or banned, or has left, is sent nothing any more before being let
/// in again; at the end only why the connection ends.
///
/// What happens in the same turn happens at the same time: it is heard.
final class WhoIsOutHearsNothing implements Invariant {
  private final Map<MemberId, Double> outSinceMs = new HashMap<>();

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      switch (event.event()) {
        case Event.Kicked(var member) -> outSinceMs.put(member, world.time().nowMs());
        case Event.Banned(var member) -> outSinceMs.put(member, world.time().nowMs());
        case Event.Left(var member) -> outSinceMs.put(member, world.time().nowMs());
        default -> {}
      }
    }
  }

  @Override
  public void sent(World world, MemberId member, String text) {
    boolean isOut = world.chronicle().book().last().member(member).isEmpty();
    double sinceMs = outSinceMs.getOrDefault(member, Double.NEGATIVE_INFINITY);
    if (isOut && sinceMs < world.time().nowMs()) {
      throw broken(member + " has no place since " + sinceMs + " ms, and is sent " + text);
    }
  }
}
