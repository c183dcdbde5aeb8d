package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import matinee.sync.Simulation.Seat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole rooms on virtual time: players, clocks and networks that behave as badly as real ones.
///
/// A seed that has once failed is pinned here for good. What is reached, in figures: [SkewTable].
class SimulationTest {
  static final List<Long> PINNED =
      List.of(1L, 2L, 3L, 5L, 8L, 13L, 18L, 21L, 29L, 8984299041691464487L);

  @ParameterizedTest
  @FieldSource("PINNED")
  void two_players_near_the_server_are_within_3_ms(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(3));
    var converges = run.watch(new ConvergesWithin(1_200, 20));
    run.watch(new TimeOfClockWithinBound(1));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.room().seek(600_000));
    run.runUntil(60_000);

    assertThat(converges.took()).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void two_players_on_a_bad_network_are_within_12_ms(long seed) {
    var run = new Simulation(seed, Network.BAD.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(12));
    run.watch(new ConvergesWithin(1_500, 20));
    run.watch(new TimeOfClockWithinBound(3));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.room().seek(600_000));
    run.runUntil(60_000);

    assertThat(run.followers()).allMatch(client -> client.done().size() > 4);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void clocks_that_run_500_ppm_wrong_are_seen_through(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    var skew = run.watch(new SteadySkewBelow(6));
    run.watch(new TimeOfClockWithinBound(8));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withClock(250, 5e-4));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withClock(-250, -5e-4));
    run.disturb(2_000, r -> r.room().play());
    run.runUntil(120_000);

    assertThat(skew.meter().percentile(0.5)).isLessThan(2);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void players_whose_sound_runs_500_ppm_wrong_are_held(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(6));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withPlayerFast(5e-4));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withPlayerFast(-5e-4));
    run.disturb(2_000, r -> r.room().play());
    run.runUntil(60_000);

    assertThat(run.followers())
        .allMatch(client -> client.done().stream().noneMatch(this::isSeekWhilePlaying));
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void a_lopsided_path_moves_everybody_on_it_alike(long seed) {
    var run = new Simulation(seed, Network.LOPSIDED.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(10));
    run.watch(new TimeOfClockWithinBound(1));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LOPSIDED));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LOPSIDED));
    run.disturb(2_000, r -> r.room().play());
    run.runUntil(60_000);

    assertThat(run.followers()).allMatch(client -> Math.abs(client.clockErrorMs()) < 130);
  }

  /// S-04: 10 min with everything wrong at once; what half the difference of the two ways costs is
  /// the same for both.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ten_minutes_on_a_wild_path_with_clocks_500_ppm_wrong_need_no_seek(long seed) {
    var run = new Simulation(seed, Network.WILD.roundTripMs());
    watchActs(run);
    var skew = run.watch(new SteadySkewBelow(100));
    run.watch(new TimeOfClockWithinBound(16));

    var seat = Seat.of(PlayerModel.CHROMIUM, Network.WILD);
    run.join(seat.withClock(250, 5e-4).withPlayerFast(-5e-4));
    run.join(seat.withClock(-250, -5e-4).withPlayerFast(5e-4));
    run.disturb(2_000, r -> r.room().play());
    run.runUntil(20_000);
    var atFirst = run.followers().stream().map(SimulationTest::seeks).toList();
    run.runUntil(620_000);

    assertThat(skew.meter().percentile(1)).isLessThan(250);
    assertThat(run.followers().stream().map(SimulationTest::seeks)).isEqualTo(atFirst);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void a_machine_that_slept_is_back_with_one_seek(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    var converges = run.watch(new ConvergesWithin(Double.POSITIVE_INFINITY, 20));

    var sleeper = run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.at(20_000, _ -> sleeper.sleep(60_000));
    run.runUntil(79_000);
    long before = seeks(sleeper);
    run.disturb(80_000, _ -> {});
    run.runUntil(100_000);

    assertThat(converges.took().getLast()).isLessThan(2_500);
    assertThat(seeks(sleeper)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void somebody_who_sets_the_wall_clock_moves_no_player(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(3));

    var owner = run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.at(20_000, _ -> owner.setWallClock(3_600_000));
    run.at(40_000, _ -> owner.setWallClock(-7_200_000));
    run.runUntil(60_000);

    assertThat(seeks(owner)).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void who_looks_away_for_a_while_is_together_again_at_once(long seed) {
    var run = new Simulation(seed, Network.BAD.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(15));

    var away = run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD).withPlayerFast(1e-4));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD));
    run.disturb(2_000, r -> r.room().play());
    run.at(20_000, _ -> away.hide());
    run.disturb(80_000, _ -> away.show());
    run.runUntil(120_000);

    assertThat(away.done()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void a_stream_whose_length_nobody_knows_is_followed_like_any_film(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(3));
    var converges = run.watch(new ConvergesWithin(1_200, 20));

    run.room().becomeLive();
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.room().seek(600_000));
    run.runUntil(60_000);

    assertThat(converges.took()).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void after_a_stall_of_400_ms_a_player_is_back_within_a_second(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    var converges = run.watch(new ConvergesWithin(1_400, 20));

    var stalled = run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> stalled.player().starve(r.nowMs(), 400));
    run.runUntil(30_000);

    assertThat(converges.took().getLast()).isGreaterThan(400);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void who_joins_late_lands_where_the_others_are(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    watchActs(run);
    var converges = run.watch(new ConvergesWithin(1_000, 20));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN)));
    run.runUntil(30_000);

    assertThat(converges.took()).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  @Tag("PB5")
  void at_another_speed_they_stay_together(long seed) {
    var run = new Simulation(seed, Network.BAD.roundTripMs());
    watchActs(run);
    run.watch(new SteadySkewBelow(20));
    run.watch(new ConvergesWithin(2_500, 30));

    run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD));
    run.join(Seat.of(PlayerModel.CHROMIUM, Network.BAD));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.room().setRate(1.5));
    run.disturb(40_000, r -> r.room().setRate(1));
    run.runUntil(60_000);

    assertThat(run.followers()).allMatch(client -> client.player().stateAt(60_000).rate() < 1.1);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void a_player_that_only_seeks_is_not_hunted(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    run.watch(new NoSeekStorm(3));
    run.watch(new SteadySkewBelow(170));

    run.join(Seat.of(PlayerModel.SAFARI, Network.LAN));
    run.join(Seat.of(PlayerModel.SAFARI, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.disturb(20_000, r -> r.room().seek(600_000));
    run.runUntil(60_000);

    assertThat(run.followers())
        .allMatch(client -> client.done().stream().noneMatch(SimulationTest::isNudge));
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void a_player_with_a_coarse_clock_is_followed_by_its_frames(long seed) {
    var run = new Simulation(seed, Network.LAN.roundTripMs());
    run.watch(new NoSeekStorm(3));
    run.watch(new NoRateChangeStorm(12));
    var skew = run.watch(new SteadySkewBelow(35));

    run.join(Seat.of(PlayerModel.FIREFOX, Network.LAN));
    run.join(Seat.of(PlayerModel.FIREFOX, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.runUntil(60_000);

    assertThat(skew.meter().framePercentile(0.95)).isLessThan(17);
  }

  @ParameterizedTest
  @FieldSource("PINNED")
  void an_evening_in_which_much_goes_wrong_ends_well(long seed) {
    var evening = new Evening(seed);

    evening.run();

    assertThat(evening.happened()).isGreaterThan(10);
  }

  @Test
  void an_evening_of_a_fresh_seed_ends_well() {
    long seed = RandomGenerator.getDefault().nextLong();
    System.out.println("an evening at random: seed " + seed);
    var evening = new Evening(seed);

    evening.run();

    assertThat(evening.happened()).isGreaterThan(10);
  }

  @Test
  void the_same_seed_gives_the_same_evening() {
    var one = new Evening(42);
    var other = new Evening(42);

    one.run();
    other.run();

    assertThat(one.acts()).isEqualTo(other.acts()).isNotEmpty();
  }

  @Test
  void the_naive_law_is_told_from_ours() {
    var run = new Simulation(1, Network.LAN.roundTripMs());
    run.watch(new SteadySkewBelow(12));
    run.joinNaively(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.joinNaively(Seat.of(PlayerModel.CHROMIUM, Network.LAN));
    run.disturb(2_000, r -> r.room().play());
    run.at(20_000, r -> r.clients().getFirst().player().starve(r.nowMs(), 400));

    var failure = catchThrowable(() -> run.runUntil(60_000));

    assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("steady skew");
  }

  static void watchActs(Simulation run) {
    System.out.println("simulation: seed " + run.seed());
    run.watch(new NoSeekStorm(3));
    run.watch(new NoRateChangeStorm(16));
    run.watch(new NeverTwoActsAtOnce());
  }

  private static long seeks(FollowingClient client) {
    return client.done().stream().filter(done -> done.act() instanceof Act.SeekTo).count();
  }

  private boolean isSeekWhilePlaying(FollowingClient.Done done) {
    return done.corrected() && done.act() instanceof Act.SeekTo;
  }

  private static boolean isNudge(FollowingClient.Done done) {
    return done.act() instanceof Act.SetRate(double rate, _) && rate != 1;
  }

  /// Chance of a test's own, apart from the run's.
  static SplittableRandom chance(long seed) {
    return new SplittableRandom(~seed);
  }
}
