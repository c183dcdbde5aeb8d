package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.room.Wish;
import matinee.server.rooms.Mailbox.Posted;
import org.junit.jupiter.api.Test;

final class MailboxTest {
  private final Mailbox mailbox = new Mailbox(Thread.currentThread());
  private final FakeConnection ann = new FakeConnection("ann");

  private Letter wish(int i) {
    return ann.ask("a-" + i, 1, new Wish.Play());
  }

  private List<Letter> takeAll() {
    var all = new ArrayList<Letter>();
    List<Letter> some;
    do {
      some = mailbox.take(Duration.ZERO);
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  @Test
  void letters_come_out_in_the_order_in_which_they_went_in() {
    var letters = IntStream.range(0, 600).mapToObj(this::wish).toList();

    letters.forEach(mailbox::post);

    assertThat(takeAll()).isEqualTo(letters);
  }

  @Test
  void a_full_mailbox_refuses_wishes_but_not_what_tells_of_a_connection() {
    IntStream.range(0, 1_024).forEach(i -> mailbox.post(wish(i)));

    assertThat(mailbox.post(wish(2_000))).isEqualTo(Posted.FULL);
    assertThat(mailbox.post(ann.gone())).isEqualTo(Posted.TAKEN);
    assertThat(takeAll()).hasSize(1_025);
    assertThat(mailbox.post(wish(2_001))).isEqualTo(Posted.TAKEN);
  }

  @Test
  void a_mailbox_with_a_letter_in_it_does_not_close() {
    mailbox.post(wish(1));

    assertThat(mailbox.closeIfEmpty()).isFalse();
    takeAll();
    assertThat(mailbox.closeIfEmpty()).isTrue();
    assertThat(mailbox.post(ann.gone())).isEqualTo(Posted.CLOSED);
  }

  @Test
  void no_letter_that_was_taken_is_lost_when_the_mailbox_is_closed_meanwhile() throws Exception {
    var read = new ArrayList<Letter>();
    try (var writers = Executors.newFixedThreadPool(4)) {
      var posted =
          IntStream.range(0, 4)
              .mapToObj(
                  _ ->
                      writers.submit(
                          () -> {
                            long taken = 0;
                            while (mailbox.post(ann.gone()) != Posted.CLOSED) {
                              taken++;
                            }
                            return taken;
                          }))
              .toList();
      while (read.size() < 10_000) {
        read.addAll(mailbox.take(Duration.ofMillis(10)));
      }
      read.addAll(mailbox.close());

      long taken = 0;
      for (var one : posted) {
        taken += one.get();
      }
      assertThat(read).hasSize(Math.toIntExact(taken));
    }
  }
}
