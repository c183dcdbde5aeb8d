package matinee.server.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import matinee.server.background.PeriodicTask.Pauses;
import org.junit.jupiter.api.Test;

final class PeriodicTaskTest {
  private static final Duration AGES = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration FOREVER = Duration.ofDays(1);

  private final AtomicInteger rounds = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  private PeriodicTask begin(Pauses pauses, PeriodicTask.Round round) {
    return new PeriodicTask(
        Thread.ofVirtual(), pauses, round, e -> failures.add(String.valueOf(e.getMessage())));
  }

  private void awaitRounds(int count) {
    await().atMost(AGES).until(() -> rounds.get() >= count);
  }

  @Test
  void one_round_follows_the_other_also_after_one_that_failed() {
    try (var _ =
        begin(
            Pauses.after(MOMENT),
            () -> {
              if (rounds.incrementAndGet() == 2) {
                throw new IllegalStateException("the second");
              }
            })) {
      awaitRounds(4);
    }

    assertThat(failures).containsExactly("the second");
  }

  @Test
  void a_task_begins_at_once_or_with_a_pause_as_it_is_told() {
    var later = new AtomicInteger();

    try (var _ = begin(Pauses.after(FOREVER), rounds::incrementAndGet);
        var _ = begin(Pauses.before(FOREVER), later::incrementAndGet)) {
      awaitRounds(1);
    }

    assertThat(List.of(rounds.get(), later.get())).containsExactly(1, 0);
  }

  @Test
  void who_wakes_a_task_ends_its_pause_and_a_round_under_way_is_followed_by_another() {
    var go = new CountDownLatch(1);
    try (var task =
        begin(
            Pauses.after(FOREVER),
            () -> {
              if (rounds.incrementAndGet() == 1) {
                go.await();
              }
            })) {
      awaitRounds(1);

      task.wake();
      go.countDown();
      awaitRounds(2);
      task.wake();
      awaitRounds(3);
    }

    assertThat(rounds).hasValue(3);
  }

  @Test
  void a_task_that_is_closed_is_interrupted_and_has_ended_then() {
    var interrupted = new AtomicInteger();
    var task =
        begin(
            Pauses.after(MOMENT),
            () -> {
              rounds.incrementAndGet();
              try {
                new CountDownLatch(1).await(); // for ever
              } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
              }
            });
    awaitRounds(1);

    task.close();

    assertThat(List.of(rounds.get(), interrupted.get())).containsExactly(1, 1);
  }

  @Test
  void a_task_that_is_to_finish_ends_its_round_and_begins_no_other() throws Exception {
    var go = new CountDownLatch(1);
    var ended = new AtomicInteger();
    var task =
        begin(
            Pauses.after(MOMENT),
            () -> {
              rounds.incrementAndGet();
              go.await();
              ended.incrementAndGet();
            });
    awaitRounds(1);
    var finishing = Thread.ofVirtual().start(task::finish);

    go.countDown();
    finishing.join();

    assertThat(ended.get()).isEqualTo(rounds.get());
  }
}
