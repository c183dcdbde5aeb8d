package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearntTest {

  @Test
  void what_was_learnt_survives_as_numbers() {
    var learnt = Learnt.usual().started(12).resumed(3).jumped(-7).sought(44);

    assertThat(Learnt.of(learnt.toNumbers())).isEqualTo(learnt);
  }

  @Test
  void numbers_of_something_else_give_what_is_usual() {
    var infinite = Learnt.usual().toNumbers();
    infinite[3] = Double.POSITIVE_INFINITY;

    assertThat(Learnt.of(new double[0])).isEqualTo(Learnt.usual());
    assertThat(Learnt.of(new double[11])).isEqualTo(Learnt.usual());
    assertThat(Learnt.of(infinite)).isEqualTo(Learnt.usual());
  }

  @Test
  void the_first_lesson_is_believed_more_than_later_ones() {
    var once = Learnt.usual().started(10);
    var twice = once.started(10);

    assertThat(once.start()).isEqualTo(new Delay(84, 1));
    assertThat(twice.start()).isEqualTo(new Delay(89, 2));
  }

  @Test
  void a_delay_stays_within_its_bounds() {
    var learnt = Learnt.usual();
    for (int i = 0; i < 10; i++) {
      learnt = learnt.resumed(-100).started(390);
    }

    assertThat(learnt.resume().ms()).isZero();
    assertThat(learnt.start().ms()).isEqualTo(Delay.MAX_MS);
  }
}
