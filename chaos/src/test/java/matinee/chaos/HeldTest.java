package matinee.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I7")
final class HeldTest {
  private static final int FILES = 100;
  private static final int THREADS = 30;
  private static final Held BEFORE = held(0, 0, FILES, THREADS, 0, 10);

  private static Held held(
      long rooms, long connections, long files, long threads, int channels, int database) {
    var weight = new Child.Weight(files, threads);
    return new Held(
        List.of(new Held.OfNode("node1", rooms, connections, weight)), channels, database);
  }

  @Test
  void what_a_process_opens_once_is_no_leak() {
    var now = held(0, 0, FILES + Held.FIRST_NEEDS, THREADS + Held.FIRST_NEEDS, 0, 9);

    assertThat(now.beyond(BEFORE)).isEmpty();
  }

  @Test
  void whatever_is_kept_is_named() {
    int files = FILES + Held.FIRST_NEEDS + 1;
    int threads = THREADS + Held.FIRST_NEEDS + 1;

    var now =
        List.of(
            held(1, 0, FILES, THREADS, 0, 10),
            held(0, 2, FILES, THREADS, 0, 10),
            held(0, 0, files, THREADS, 0, 10),
            held(0, 0, FILES, threads, 0, 10),
            held(0, 0, FILES, THREADS, 3, 10),
            held(0, 0, FILES, THREADS, 0, 11));

    assertThat(now.stream().map(held -> held.beyond(BEFORE).orElse("nothing")))
        .containsExactly(
            "node1 keeps rooms: 1, which should be 0 at most",
            "node1 keeps connections: 2, which should be 0 at most",
            "node1 has files open: 117, which should be 116 at most",
            "node1 has threads: 47, which should be 46 at most",
            "channels of rooms are listened to: 3, which should be 0 at most",
            "connections to the database: 11, which should be 10 at most");
  }
}
