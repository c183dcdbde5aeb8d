package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Positions and times of a line, beside exact arithmetic and beside what the specification
/// computes (Distance and Duration in spec/RoomState.tla).
class TimelineTest {
  private static final int LINES = 20_000;
  private static final int MOST_MS = 5 * 24 * 3_600_000;

  private record Sample(int thousandths, long anchorMs, long positionMs, int ms) {
    Timeline line() {
      return new Timeline(Instant.ofEpochMilli(anchorMs), positionMs, thousandths / 1000.0);
    }

    BigDecimal rate() {
      return BigDecimal.valueOf(thousandths, 3);
    }
  }

  @Test
  @Tag("OR3")
  void a_position_is_the_exact_one_to_the_nearest_millisecond() {
    samples()
        .forEach(
            each -> {
              var exact = each.rate().multiply(BigDecimal.valueOf(each.ms));
              long coveredMs = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();

              long positionMs =
                  each.line().positionAt(Instant.ofEpochMilli(each.anchorMs + each.ms));

              assertThat(positionMs - each.positionMs)
                  .as("%s", each)
                  .isEqualTo(coveredMs)
                  .isEqualTo(distance(each.ms, each.thousandths));
            });
  }

  @Test
  @Tag("OR3")
  void the_time_of_a_position_is_the_first_millisecond_by_which_the_line_has_reached_it() {
    samples()
        .forEach(
            each -> {
              var exact = BigDecimal.valueOf(each.ms).divide(each.rate(), 0, RoundingMode.CEILING);

              var time = each.line().timeOf(each.positionMs + each.ms);

              assertThat(time.toEpochMilli() - each.anchorMs)
                  .as("%s", each)
                  .isEqualTo(exact.longValueExact())
                  .isEqualTo(duration(each.ms, each.thousandths));
            });
  }

  @Test
  @Tag("PB5")
  void a_speed_is_whole_thousandths() {
    assertThat(IntStream.rangeClosed(250, 4_000).mapToDouble(each -> each / 1000.0))
        .allMatch(Rates::isAllowed);
    assertThat(Stream.of(1.2345, 0.2499, 4.0001, Double.NaN)).noneMatch(Rates::isAllowed);
    assertThat(Stream.of(1.2345, 0.1, 9.0).map(Rates::nearest)).containsExactly(1.235, 0.25, 4.0);
  }

  /// Half of the spans are such that the way has a half of a millisecond at its end, or nearly.
  private static Stream<Sample> samples() {
    var chance = new Random(20_261_122);
    return Stream.generate(
            () -> {
              int thousandths = chance.nextInt(250, 4_001);
              int ms = chance.nextInt(MOST_MS);
              int half = ms / 1000 * 1000 + 500;
              return new Sample(
                  thousandths,
                  1_763_699_298_123L + chance.nextInt(MOST_MS),
                  chance.nextInt(MOST_MS),
                  chance.nextBoolean() ? half : ms);
            })
        .limit(LINES);
  }

  /// `Distance` of the specification, in 32 bits like there.
  private static int distance(int elapsed, int rate) {
    return Math.addExact(
        Math.multiplyExact(elapsed / 1000, rate), ((elapsed % 1000) * rate + 500) / 1000);
  }

  /// `Duration` of the specification.
  private static int duration(int distance, int rate) {
    return Math.addExact(
        Math.multiplyExact(distance / rate, 1000), ((distance % rate) * 1000 + rate - 1) / rate);
  }
}
