package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomClockTest {
  private static final double OFFSET_MS = 1_790_000_000_000.0;

  @Test
  void before_the_first_answer_it_knows_nothing() {
    var clock = new RoomClock(0);

    assertThat(clock.isReady()).isFalse();
    assertThat(clock.roomTimeAt(0)).isNaN();
    assertThat(clock.boundMs()).isInfinite();
  }

  @Test
  void it_is_ready_after_eight_answers() {
    var clock = new RoomClock(0);

    for (int i = 0; i < 7; i++) {
      answer(clock, 25 * i, 10, 10);
    }
    boolean afterSeven = clock.isReady();
    answer(clock, 175, 10, 10);

    assertThat(afterSeven).isFalse();
    assertThat(clock.isReady()).isTrue();
  }

  @Test
  void the_quickest_way_forward_and_the_quickest_way_back_count_each_for_itself() {
    var clock = new RoomClock(0);

    answer(clock, 0, 10, 90);
    answer(clock, 25, 90, 10);

    assertThat(clock.roomTimeAt(1_000) - OFFSET_MS).isCloseTo(1_000, within(0.01));
    assertThat(clock.boundMs()).isCloseTo(10, within(0.01));
    assertThat(clock.roundTripMs()).isCloseTo(20, within(0.01));
  }

  @Test
  void a_lopsided_path_deceives_it_by_no_more_than_the_bound() {
    var clock = new RoomClock(0);

    answer(clock, 0, 80, 20);

    double errorMs = clock.roomTimeAt(1_000) - OFFSET_MS - 1_000;
    assertThat(errorMs).isCloseTo(30, within(0.01));
    assertThat(clock.boundMs()).isCloseTo(50, within(0.01));
  }

  @Test
  void local_time_is_the_inverse_of_room_time() {
    var clock = new RoomClock(0);
    for (int i = 0; i < 60; i++) {
      answerOfFastClock(clock, 1_000 * i, 5e-4);
    }

    double roomTimeMs = clock.roomTimeAt(61_234.5);

    assertThat(clock.localTimeAt(roomTimeMs)).isCloseTo(61_234.5, within(0.01));
  }

  @Test
  void it_probes_in_a_burst_and_then_once_a_second() {
    var clock = new RoomClock(100);
    List<Double> sent = new ArrayList<>();

    for (int i = 0; i < 16; i++) {
      sent.add(clock.nextProbeAtMs());
      clock.probeSent(clock.nextProbeAtMs());
    }

    assertThat(sent)
        .containsExactly(
            100.0, 125.0, 150.0, 175.0, 200.0, 225.0, 250.0, 275.0, 300.0, 325.0, 350.0, 375.0,
            400.0, 425.0, 1_425.0, 2_425.0);
  }

  @Test
  void a_reset_asks_for_a_burst_and_is_not_ready_until_it_was_answered() {
    var clock = ready();
    clock.probeSent(5_000);

    clock.reset(5_100);

    assertThat(clock.isReady()).isFalse();
    assertThat(clock.nextProbeAtMs()).isEqualTo(5_100);
    assertThat(clock.roomTimeAt(5_100) - OFFSET_MS).isCloseTo(5_100, within(0.1));
  }

  @Test
  void a_jump_of_the_wall_clock_resets_and_slow_setting_does_not() {
    var clock = ready();

    clock.wallClockShows(1_000, 50_000);
    clock.wallClockShows(2_000, 51_900);
    boolean afterSlowSetting = clock.isReady();
    clock.wallClockShows(3_000, 54_000);

    assertThat(afterSlowSetting).isTrue();
    assertThat(clock.isReady()).isFalse();
  }

  @Test
  void a_route_that_became_longer_is_noticed_after_five_seconds_and_a_burst() {
    var clock = ready();
    for (int i = 1; i <= 20; i++) {
      answer(clock, 1_000 * i, 10, 10);
    }

    for (int i = 21; i <= 26; i++) {
      answer(clock, 1_000 * i, 10, 70);
    }
    double suspicionMs = clock.nextProbeAtMs();
    for (int i = 0; i < 10; i++) {
      answer(clock, 26_100 + 25 * i, 10, 70);
    }

    assertThat(suspicionMs).isLessThan(27_000);
    assertThat(clock.boundMs()).isCloseTo(40, within(0.5));
    assertThat(clock.isReady()).isTrue();
  }

  @Test
  void an_answer_from_before_the_question_is_ignored() {
    var clock = new RoomClock(0);

    clock.sample(100, OFFSET_MS, OFFSET_MS + 500, 200);
    clock.sample(Double.NaN, OFFSET_MS, OFFSET_MS, 200);

    assertThat(clock.roomTimeAt(200)).isNaN();
  }

  @Test
  void a_local_clock_that_runs_fast_is_found_out() {
    var clock = new RoomClock(0);

    for (int i = 0; i < 120; i++) {
      answerOfFastClock(clock, 1_000 * i, 5e-4);
    }

    double localMs = 120_000 * (1 + 5e-4);
    assertThat(clock.roomTimeAt(localMs) - OFFSET_MS).isCloseTo(120_000, within(0.5));
  }

  private static RoomClock ready() {
    var clock = new RoomClock(0);
    for (int i = 0; i < 14; i++) {
      clock.probeSent(25 * i);
      answer(clock, 25 * i, 10, 10);
    }
    return clock;
  }

  private static void answer(RoomClock clock, double sentMs, double upMs, double downMs) {
    double there = OFFSET_MS + sentMs + upMs;
    clock.sample(sentMs, there, there, sentMs + upMs + downMs);
  }

  private static void answerOfFastClock(RoomClock clock, double trueMs, double fast) {
    double there = OFFSET_MS + trueMs + 5;
    clock.sample(trueMs * (1 + fast), there, there, (trueMs + 10) * (1 + fast));
  }
}
