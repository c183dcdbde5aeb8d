package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A-07")
class EvenTimeTest {
  private static final long MS = 1_000_000;

  @Test
  void what_takes_less_than_a_step_ends_with_it_and_what_takes_longer_with_the_next_one() {
    var steps = List.of(0L, MS, 49 * MS, 50 * MS, 269 * MS, 270 * MS);

    assertThat(steps.stream().map(EvenTime::stepAfter))
        .containsExactly(50 * MS, 50 * MS, 50 * MS, 100 * MS, 300 * MS, 300 * MS);
  }

  @Test
  void an_answer_waits_for_the_end_of_its_step() {
    var clock = clock(7 * MS, 8 * MS, 56 * MS, 57 * MS);

    assertThat(new EvenTime(clock::next).of(() -> "answer")).isEqualTo("answer");
    assertThat(clock.hasNext()).isFalse();
  }

  @Test
  void a_refusal_waits_as_long() {
    var clock = clock(7 * MS, 8 * MS, 56 * MS, 57 * MS);
    var evenTime = new EvenTime(clock::next);

    assertThatThrownBy(() -> evenTime.of(EvenTimeTest::refuse)).isInstanceOf(Refusal.class);
    assertThat(clock.hasNext()).isFalse();
  }

  private static String refuse() {
    throw new Refusal(LetterRoutes.NO_MAIL);
  }

  /// Gives these instants one after the other: when it is asked, when the operation has ended, and
  /// at each look whether the step has.
  private static Iterator<Long> clock(Long... instants) {
    return List.of(instants).iterator();
  }
}
