package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescerTest {

  @Test
  void the_first_goes_at_once() {
    var coalescer = new Coalescer<String>();

    assertThat(coalescer.offer(0, "a")).contains("a");
    assertThat(coalescer.dueAtMs()).isInfinite();
  }

  @Test
  void a_stuck_key_lets_four_a_second_through_and_the_last_one_always() {
    var coalescer = new Coalescer<Integer>();
    List<Integer> sent = new ArrayList<>();

    for (int nowMs = 0; nowMs < 1_000; nowMs += 10) {
      coalescer.offer(nowMs, nowMs).ifPresent(sent::add);
    }
    double dueMs = coalescer.dueAtMs();
    coalescer.due(dueMs - 1).ifPresent(sent::add);
    coalescer.due(dueMs).ifPresent(sent::add);
    coalescer.due(dueMs + 1).ifPresent(sent::add);

    assertThat(sent).containsExactly(0, 250, 500, 750, 990);
  }
}
