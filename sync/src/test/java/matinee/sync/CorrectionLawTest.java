package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import matinee.sync.Capabilities.Speeds;
import org.junit.jupiter.api.Test;

class CorrectionLawTest {
  private static final Capabilities CHROMIUM = new Capabilities(Speeds.FINE, true, true, 0);
  private static final Capabilities SEEK_ONLY = new Capabilities(Speeds.COARSE, false, true, 0);
  private static final Learnt USUAL = Learnt.usual();

  @Test
  void what_is_not_surely_off_is_left_alone() {
    var noisy = new Sightings.Estimate(5, 2);

    assertThat(CorrectionLaw.correct(noisy, at(1), true, CHROMIUM, USUAL))
        .isEqualTo(Correction.None.NONE);
  }

  @Test
  void a_nudge_makes_good_exactly_what_was_measured() {
    for (double lateMs : new double[] {-29, -7.5, 2.5, 8, 29}) {
      var nudge = (Correction.Nudge) correct(lateMs, 1, CHROMIUM);

      var leg = nudge.legs().getFirst();
      assertThat((leg.factor() - 1) * leg.durationMs()).isCloseTo(lateMs, within(1e-9));
      assertThat(leg.factor()).isBetween(0.99, 1.01);
      assertThat(leg.durationMs()).isBetween(799.9, 3_000.0);
    }
  }

  @Test
  void at_another_speed_a_nudge_stays_away_from_normal_speed_and_keeps_the_pitch() {
    var nudge = (Correction.Nudge) correct(-40, 1.25, CHROMIUM);

    var leg = nudge.legs().getFirst();
    assertThat(1.25 * leg.factor()).isBetween(1.1, 1.25);
    assertThat(CorrectionLaw.preservesPitch(1.25, CHROMIUM)).isTrue();
    assertThat(CorrectionLaw.preservesPitch(1, CHROMIUM)).isFalse();
  }

  @Test
  void what_is_not_there_yet_is_not_jumped_to() {
    var late = new Sightings.Estimate(200, 0.1);

    assertThat(CorrectionLaw.correct(late, at(1), false, CHROMIUM, USUAL))
        .isEqualTo(Correction.Land.LAND);
    assertThat(CorrectionLaw.correct(late, at(1), true, CHROMIUM, USUAL))
        .isEqualTo(Correction.Jump.JUMP);
  }

  @Test
  void a_player_that_only_seeks_is_seeked_beyond_40_to_80_ms_as_well_as_it_lands() {
    var precise = USUAL;
    for (int i = 0; i < 30; i++) {
      precise = precise.jumped(5);
    }
    var off = new Sightings.Estimate(60, 0.1);

    assertThat(CorrectionLaw.correct(off, at(1), true, SEEK_ONLY, USUAL))
        .isEqualTo(Correction.None.NONE);
    assertThat(CorrectionLaw.correct(off, at(1), true, SEEK_ONLY, precise))
        .isEqualTo(Correction.Jump.JUMP);
  }

  @Test
  void an_error_that_is_not_worth_a_seek_to_the_player_is_left_alone() {
    var farAway = new Capabilities(Speeds.COARSE, false, false, 120);

    assertThat(correct(119, 1, farAway)).isEqualTo(Correction.None.NONE);
    assertThat(correct(121, 1, farAway)).isEqualTo(Correction.Land.LAND);
  }

  private static Correction correct(double lateMs, double rate, Capabilities can) {
    return CorrectionLaw.correct(new Sightings.Estimate(lateMs, 0.1), at(rate), true, can, USUAL);
  }

  private static Phase.Following at(double rate) {
    return new Phase.Following(rate, 0, Phase.Lesson.NONE);
  }
}
