package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WI6")
class NumberTextTest {
  private static final BigDecimal LARGEST_WITH_THOUSANDTHS =
      BigDecimal.valueOf(Numbers.MAX_WHOLE, 3);

  @Test
  void digits_are_read_to_the_nearest_thousandth_that_can_be_told_apart() {
    long fresh = RandomGenerator.getDefault().nextLong();
    for (long seed : List.of(1L, 2L, 3L, fresh)) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (int i = 0; i < 20_000; i++) {
        var text = number(random);

        var read = NumberText.read(text, 0, text.length());

        var exact = new BigDecimal(text);
        var thousandth = exact.setScale(3, RoundingMode.HALF_UP);
        boolean toldApart = thousandth.abs().compareTo(LARGEST_WITH_THOUSANDTHS) <= 0;
        var rounded = toldApart ? thousandth : thousandth.setScale(0, RoundingMode.HALF_UP);
        assertThat(read)
            .as("seed %d, %s", seed, text)
            .isEqualTo(
                new Json.Num(
                    rounded.movePointRight(3).longValueExact(),
                    exact.stripTrailingZeros().scale() <= 0));
      }
    }
  }

  /// At most 18 digits, so that none is dropped; within 2^53.
  private static String number(RandomGenerator random) {
    var sign = random.nextBoolean() ? "-" : "";
    long whole = random.nextLong(1L << random.nextInt(1, 40));
    int places = random.nextInt(6);
    var fraction = places == 0 ? "" : "." + digits(random, places);
    var exponent =
        switch (random.nextInt(4)) {
          case 0 -> "e-" + random.nextInt(30);
          case 1 -> "E+0" + random.nextInt(3);
          default -> "";
        };
    return sign + whole + fraction + exponent;
  }

  private static String digits(RandomGenerator random, int count) {
    var digits = new StringBuilder();
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  @Test
  void a_number_beyond_the_largest_is_told() {
    for (var text : List.of("9007199254740992", "9007199254740991.5", "1e16", "1e999999999999")) {
      assertThatThrownBy(() -> NumberText.read(text, 0, text.length()))
          .as(text)
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void a_number_is_written_with_no_more_digits_than_it_needs() {
    var out = new StringBuilder();

    for (double value : new double[] {0, -0.0, 1, 1.5, -1.25, 0.001, -0.0004, 0.9996, 1e12 + 0.5}) {
      NumberText.append(out, value);
      out.append(' ');
    }

    assertThat(out).hasToString("0 0 1 1.5 -1.25 0.001 0 1 1000000000000.5 ");
  }

  @Test
  void a_number_too_large_for_thousandths_is_the_nearest_whole_one_when_read_and_written_again() {
    var text = "-151891140813422.264";

    double read = NumberText.read(text, 0, text.length()).value();

    var out = new StringBuilder();
    NumberText.append(out, read);
    assertThat(out).hasToString("-151891140813422");
    assertThat(read).isEqualTo(-151_891_140_813_422.0);
  }
}
