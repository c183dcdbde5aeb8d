package matinee.sim;

import java.util.List;
import java.util.Optional;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.wire.Link;

/// CD3: a companion brings nobody in, and whoever has nothing else open is lost and goes like
/// anybody ([TheAbsentAreMissed] says when). Counts how often somebody was lost so.
final class ACompanionIsNobody implements Invariant {

  /// As long as it may take at most until the server hears of a page that was closed since.
  private static final double ON_THE_WAY_MS = 60_000;

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      switch (event.event()) {
        case Event.Joined(var member, _) -> mustHaveCome(world, member, event);
        case Event.Returned(var member) -> mustHaveCome(world, member, event);
        case Event.Lost(var member) when hasCompanion(world, member) ->
            world.counts().add(RuleCases.COMPANION_KEEPS_NO_PLACE.name());
        default -> {}
      }
    }
  }

  private void mustHaveCome(World world, MemberId member, Recorded event) {
    if (person(world, member).filter(one -> one.pagelessForMs() > ON_THE_WAY_MS).isPresent()) {
      throw broken(event + ", who has had no page open for long");
    }
  }

  private static boolean hasCompanion(World world, MemberId member) {
    return person(world, member).stream()
        .flatMap(one -> one.companions().stream())
        .anyMatch(companion -> companion.phase() == Link.Phase.LIVE);
  }

  /// Nobody of this day for whom another server let in.
  private static Optional<Person> person(World world, MemberId member) {
    return world.people().stream().filter(one -> one.member().equals(member)).findFirst();
  }
}
