package matinee.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.sim.Happening.What;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Days that were bad once, as the simulator shrank them.
///
/// Each was lived again with the correction taken out that was made for it, and was bad again; what
/// was taken out, and which invariant was broken then, stands beside it. A day that is added here
/// has to be tried like that as well.
final class PinnedDaysTest {
  private static final RunFiles FILES = new RunFiles();

  /// `why` it was bad, by seed `seed` with so many `people`.
  record Pinned(String why, long seed, int people, double untilMs, List<Happening> happenings) {
    @Override
    public String toString() {
      return "seed " + seed + ": " + why;
    }
  }

  @AfterAll
  static void close() {
    FILES.close();
  }

  static Stream<Pinned> days() {
    return Stream.of(
        // WishFilter forgot a seek when it was told of once: NoEchoBecomesACommand
        new Pinned(
            "a player that tells of one seek twice was taken for a person who seeks",
            1,
            3,
            87_457,
            List.of(
                at(0, new What.Arrive(0)),
                at(0, new What.Arrive(2)),
                at(500, load(0, 1)),
                at(2_000, play(0)))),
        // Landings started a player that stood at its end, and so did a start planned before, by
        // acting in link/; it takes both: NoEchoBecomesACommand
        new Pinned(
            "a player led to the end of the film was started there and began anew for everybody",
            17,
            2,
            50_210,
            List.of(
                at(0, new What.Arrive(0)),
                at(0, new What.Arrive(1)),
                at(500, load(0, 1)),
                at(2_055.9, new What.Touch(1, Happening.Key.PLAY, 0)),
                at(15_943, new What.Touch(0, Happening.Key.SEEK, 764_575)))),
        // WishFilter knew a seek by its place alone: NoEchoBecomesACommand
        new Pinned(
            "a seek beyond an unknown end was taken for a wish when the player stopped at its end",
            58,
            2,
            57_565,
            List.of(
                at(17_546.4, new What.OpenAnother(1)),
                at(23_862.1, load(1, 2)),
                at(23_915.4, new What.Press(1, new Wish.Seek(2_238_344))))),
        // a wish was waited for by its revision, in whichever history (wishing in link/):
        // ConvergesInTime
        new Pinned(
            "a wish of a history that was put back was waited for without end",
            232,
            4,
            51_559,
            List.of(
                at(0, new What.Arrive(0)),
                at(0, new What.Arrive(1)),
                at(0, new What.Arrive(3)),
                at(40_094.6, load(1, 0)),
                at(42_054.2, new What.Touch(3, Happening.Key.PLAY, 0)),
                at(47_295.8, new What.Restore(5, 2_822.2)))),
        clockSetBack(),
        landedAtTheEnd(),
        ledAwayFromTheEnd());
  }

  /// WishFilter knew the pause at an end only while the player stood there: NoEchoBecomesACommand.
  private static Pinned ledAwayFromTheEnd() {
    var ask = ControlPolicy.ASK;
    return new Pinned(
        "a player told that it had stopped at its end when it was led away already",
        271,
        2,
        45_000,
        List.of(
            at(0, new What.Arrive(0)),
            at(0, new What.Arrive(1)),
            at(500, load(0, 2)),
            at(2_000, play(0)),
            at(3_000, new What.Press(0, new Wish.SetControl(new Control(ask, ask, ask, ask, ask)))),
            at(8_271, new What.Touch(1, Happening.Key.SEEK, 709_787))));
  }

  /// Room time began with the wall clock, even when that had gone back (RoomTime): ConvergesInTime.
  private static Pinned clockSetBack() {
    return new Pinned(
        "a server whose clock was set back let the room stand until it had caught up",
        256,
        3,
        45_769,
        List.of(
            at(0, new What.Arrive(0)),
            at(500, load(0, 1)),
            at(2_000, play(0)),
            at(42_020.4, new What.Kill(Disk.Trouble.NONE, true, 1_233.6, -90_000))));
  }

  /// The Follower took a player that stood just before the end for one that plays its last moments:
  /// ConvergesInTime.
  private static Pinned landedAtTheEnd() {
    return new Pinned(
        "a player that was being landed when the film ended was left before the end",
        1_014,
        3,
        70_508,
        List.of(
            at(0, new What.Arrive(0)),
            at(0, new What.Arrive(1)),
            at(0, new What.Arrive(2)),
            at(2_000, play(0)),
            at(5_517.1, load(1, 2)),
            at(8_487.5, new What.Press(1, new Wish.Rename("Name 922"))),
            at(8_507, new What.Press(0, new Wish.Say("line 145"))),
            at(31_363.9, new What.Scrub(0, 3_371_238, 11_757)),
            at(35_232.6, new What.Press(1, new Wish.SetControl(Control.EVERYONE))),
            at(40_704.9, new What.Kill(Disk.Trouble.DIES_AFTER, false, 2_710.1, -1_500)),
            at(40_876.8, new What.Press(1, new Wish.HandOver(new MemberId("p2")))),
            at(43_054.6, play(0)),
            at(45_569.6, new What.Press(2, new Wish.SetRate(1.25)))));
  }

  private static Happening at(double atMs, What what) {
    return new Happening(atMs, what);
  }

  private static What load(int who, int film) {
    return new What.Press(who, new Wish.Load(Films.ALL.get(film)));
  }

  private static What play(int who) {
    return new What.Press(who, new Wish.Play());
  }

  @ParameterizedTest
  @MethodSource("days")
  void a_day_that_was_bad_once_is_good(Pinned day) {
    var plan = new Plan(day.seed, day.people, day.happenings, day.untilMs);

    var outcome = new Simulator(Build.GOOD, FILES).live(plan);

    assertThat(outcome.violation()).isEmpty();
  }
}
