package matinee.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ReceptionTest {
  private final AtomicReference<Double> share = new AtomicReference<>(0.0);
  private final Headroom headroom = new Headroom(share::get, () -> {}, () -> 0);
  private long nanos;
  private final Reception reception = new Reception(headroom, 10, () -> nanos);

  private List<Optional<Duration>> comers(int count) {
    var answers = new ArrayList<Optional<Duration>>();
    for (int i = 0; i < count; i++) {
      answers.add(reception.enter());
    }
    return answers;
  }

  private static Optional<Duration> after(int ms) {
    return Optional.of(Duration.ofMillis(ms));
  }

  @Test
  void of_many_at_once_as_many_come_in_as_in_a_second() {
    assertThat(comers(10)).containsOnly(Optional.empty());
  }

  @Test
  void those_beyond_are_told_to_come_back_one_after_the_other() {
    comers(10);

    assertThat(comers(3)).containsExactly(after(100), after(200), after(300));
  }

  @Test
  void after_a_tenth_of_a_second_one_more_comes_in() {
    comers(10);
    nanos = Duration.ofMillis(100).toNanos();

    assertThat(comers(2)).containsExactly(Optional.empty(), after(100));
  }

  @Test
  void nobody_is_told_to_wait_longer_than_30_seconds() {
    comers(10);

    assertThat(comers(1_000)).last().isEqualTo(after(30_000));
  }

  @Test
  void while_memory_is_short_nobody_comes_in_and_they_come_back_one_after_the_other() {
    share.set(0.9);
    headroom.look();

    assertThat(comers(2)).containsExactly(after(5_100), after(5_200));
  }

  @Test
  void when_memory_is_no_more_short_whoever_asks_comes_in() {
    share.set(0.9);
    headroom.look();
    comers(5);
    share.set(0.5);
    headroom.look();

    assertThat(reception.enter()).isEmpty();
  }
}
