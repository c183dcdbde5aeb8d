package matinee.server.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who may read now, and who waits.
final class TurnsTest {
  private static final int WAITING = 64;

  @Test
  void sixty_four_wait_and_whoever_comes_then_is_sent_away_until_somebody_has_left() {
    var turns = new Turns(2, 1);
    var came = IntStream.range(0, 2 + WAITING).mapToObj(it -> turns.enter("person " + it)).toList();

    assertThat(came).hasSize(66).doesNotContain(false);
    assertThat(turns.enter("one more")).isFalse();
    turns.leave("person 7");
    assertThat(turns.enter("person 8")).isFalse();
    assertThat(turns.enter("one more")).isTrue();
  }

  @Test
  void those_who_wait_read_in_the_order_in_which_they_came() throws Exception {
    var turns = new Turns(1, 1);
    var read = new CopyOnWriteArrayList<Integer>();
    var waiting = new ArrayList<Thread>();
    turns.begin();
    for (int i = 0; i < WAITING; i++) {
      waiting.add(waits(turns, i, read));
    }

    turns.end();
    for (var thread : waiting) {
      thread.join();
    }

    assertThat(read).containsExactlyElementsOf(IntStream.range(0, WAITING).boxed().toList());
  }

  /// One that waits for its turn by now, and then writes itself down in `read`.
  private static Thread waits(Turns turns, int number, List<Integer> read) {
    var thread =
        Thread.startVirtualThread(
            () -> {
              try {
                turns.begin();
                read.add(number);
                turns.end();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }
}
