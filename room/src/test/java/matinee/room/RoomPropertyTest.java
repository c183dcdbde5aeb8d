package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every [Invariant] holds in rooms in which random things happen.
///
/// A seed that has once failed is pinned here for good. Each run tries a fresh one too and prints
/// it.
class RoomPropertyTest {
  private static final List<Long> PINNED = List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L);
  private static final int STEPS = 4_000;

  /// What has happened, to know that the runs were not empty.
  private final Set<Class<?>> events = new HashSet<>();

  private final Set<Cause> causes = EnumSet.noneOf(Cause.class);
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
  private int repetitions;

  @Test
  @Tag("OR1")
  @Tag("OR2")
  @Tag("OR3")
  @Tag("ID1")
  @Tag("ID2")
  @Tag("ID3")
  @Tag("ID4")
  @Tag("ID6")
  @Tag("HO1")
  @Tag("RI1")
  @Tag("PB6")
  @Tag("GA3")
  @Tag("GA4")
  void the_invariants_hold_whatever_happens() {
    var seeds = PINNED;

    seeds.forEach(this::run);

    var all = kindsOfEvents();
    all.remove(Event.GiantChanged.class); // happens in GiantRulesTest
    all.removeAll(Set.of(Event.MovedAway.class, Event.MovedHere.class)); // in RegionRulesTest
    all.remove(Event.Closed.class); // in DoorRulesTest
    assertThat(events).isEqualTo(all);
    assertThat(causes).isEqualTo(EnumSet.allOf(Cause.class));
    assertThat(reasons)
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(
                    Reason.CLOSED,
                    Reason.MOVED,
                    Reason.UPLOADED_FILM,
                    Reason.NO_SUCH_REGION,
                    Reason.REGION_AWAY,
                    Reason.NO_PUBLIC_LIST,
                    Reason.BAN_LIST_FULL,
                    Reason.PROPOSALS_FULL,
                    Reason.QUEUE_FULL,
                    Reason.LINE_FULL,
                    Reason.VOTES_USED_UP)));
    assertThat(repetitions).isPositive();
  }

  @Test
  @Tag("OR3")
  void the_invariants_hold_for_a_fresh_seed() {
    long seed = RandomGenerator.getDefault().nextLong();
    System.out.println("rooms at random: seed " + seed);

    run(seed);

    assertThat(events).isNotEmpty();
  }

  private static Set<Class<?>> kindsOfEvents() {
    return Stream.of(Event.class, Event.OfQueue.class, Event.OfLine.class)
        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
        .filter(kind -> kind != Event.OfQueue.class && kind != Event.OfLine.class)
        .collect(Collectors.toSet());
  }

  private void run(long seed) {
    var commands = new RandomCommands(seed);
    var invariants = Invariant.all();
    var room = RoomState.NEW;
    for (int i = 0; i < STEPS; i++) {
      var moment = commands.moment(room);
      var command = commands.next(room);
      var decision = Decider.decide(room, command, moment);
      var after = Invariant.after(room, decision);
      var step = new Invariant.Step(room, command, moment, decision, after);
      for (var invariant : invariants) {
        check(invariant, step, "seed " + seed + ", step " + i);
      }
      count(decision);
      room = after;
    }
  }

  private static void check(Invariant invariant, Invariant.Step step, String where) {
    try {
      invariant.check(step);
    } catch (AssertionError broken) {
      var name = invariant.getClass().getSimpleName();
      throw new AssertionError(name + " is broken (" + where + ") by " + step, broken);
    }
  }

  private void count(Decision decision) {
    decision.events().forEach(this::count);
    switch (decision) {
      case Decision.Accepted _ -> {}
      case Decision.Repeated _ -> repetitions++;
      case Decision.Rejected(var reason, var _) -> reasons.add(reason);
    }
  }

  private void count(Recorded recorded) {
    events.add(recorded.event().getClass());
    if (recorded.event() instanceof Event.PlaybackChanged changed) {
      causes.add(changed.cause());
    }
  }
}
