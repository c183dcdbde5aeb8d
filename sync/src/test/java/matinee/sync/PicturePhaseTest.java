package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PicturePhaseTest {
  private static final double FRAME_MS = 1_000.0 / 30;

  @Test
  void a_picture_that_hangs_is_cured_by_a_blip_that_costs_the_clock_nothing() {
    var phase = new PicturePhase();

    show(phase, -35);

    var blip = phase.cure().orElseThrow();
    double gainedMs =
        blip.legs().stream().mapToDouble(leg -> (leg.factor() - 1) * leg.durationMs()).sum();
    assertThat(gainedMs).isEqualTo(0, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void a_picture_in_its_place_is_left_alone() {
    var phase = new PicturePhase();

    show(phase, 12);

    assertThat(phase.cure()).isEmpty();
  }

  @Test
  void what_does_not_help_is_tried_three_times_a_start() {
    var phase = new PicturePhase();
    int blips = 0;

    for (int i = 0; i < 10; i++) {
      show(phase, -35);
      blips += phase.cure().isPresent() ? 1 : 0;
    }

    assertThat(blips).isEqualTo(3);
  }

  private static void show(PicturePhase phase, double byMs) {
    for (int i = 0; i < 30; i++) {
      phase.frame(i * FRAME_MS, i * FRAME_MS - byMs);
    }
  }
}
