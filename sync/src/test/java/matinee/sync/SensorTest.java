package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SensorTest {
  private final SplittableRandom chance = new SplittableRandom(7);

  @Test
  void a_steady_clock_is_believed_after_ten_samples() {
    var sensor = new Sensor();

    for (int i = 0; i < 9; i++) {
      sensor.clock(25 * i, 4);
    }
    var afterNine = sensor.estimate();
    sensor.clock(225, 4);

    assertThat(afterNine).isEmpty();
    assertThat(sensor.estimate()).contains(new Sightings.Estimate(4, 0));
    assertThat(sensor.lastLateMs()).isEqualTo(4);
  }

  @Test
  void steady_frames_are_not_believed_against_a_clock_that_is_good_enough() {
    var sensor = new Sensor();

    watch(sensor, 3, 0.2);

    assertThat(sensor.believesClock()).isTrue();
  }

  @Test
  void frames_are_believed_against_a_clock_that_moves_in_steps() {
    var sensor = new Sensor();

    watch(sensor, 12, 4.7);

    assertThat(sensor.believesClock()).isFalse();
    assertThat(sensor.estimate().orElseThrow().lateMs()).isBetween(97.0, 103.0);
  }

  @Test
  void a_noisy_quantity_is_not_sure_because_a_few_agree() {
    var sightings = new Sightings();
    for (int i = 0; i < 400; i++) {
      sightings.add(10 * chance.nextGaussian());
    }

    sightings.clear();
    for (int i = 0; i < 10; i++) {
      sightings.add(25);
    }

    assertThat(sightings.estimate()).isEmpty();
  }

  /// Two seconds; the clock says 0 ms late, the frames 100.
  private void watch(Sensor sensor, double clockNoise, double frameNoise) {
    for (int i = 0; i < 80; i++) {
      sensor.frame(25 * i, 100 + frameNoise * chance.nextGaussian());
      sensor.clock(25 * i, clockNoise * chance.nextGaussian());
    }
  }
}
