package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import matinee.server.http.Patience.Wait;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final long SECOND = 1_000_000_000;

  private final Patience patience = new Patience(Wait.HEAD, 0);

  /// The second, of the next 1,000, in which the patience with `wait` ends when `bytesPerSecond`
  /// move; 1,000 if it does not.
  private long endOf(Wait wait, long bytesPerSecond) {
    patience.isOver(Wait.NOTHING, 0, 0);
    patience.isOver(wait, 0, 0);
    return LongStream.range(1, 1_000)
        .filter(second -> patience.isOver(wait, second * bytesPerSecond, second * SECOND))
        .findFirst()
        .orElse(1_000);
  }

  @Test
  void a_head_has_15_seconds_however_many_bytes_come() {
    assertThat(endOf(Wait.HEAD, 0)).isEqualTo(15);
    assertThat(endOf(Wait.HEAD, 100_000)).isEqualTo(15);
  }

  @Test
  void a_body_and_a_reader_are_waited_for_as_long_as_they_keep_pace() {
    assertThat(endOf(Wait.BODY, 3)).isEqualTo(16);
    assertThat(endOf(Wait.READER, 0)).isEqualTo(15);
    assertThat(endOf(Wait.BODY, 1_024)).isEqualTo(1_000);
    assertThat(endOf(Wait.READER, 1_024)).isEqualTo(1_000);
  }

  @Test
  void a_player_may_rest_for_a_minute_but_not_sip() {
    assertThat(endOf(Wait.FILM_READER, 0)).isEqualTo(60);
    assertThat(endOf(Wait.FILM_READER, 1_024)).isEqualTo(80);
    assertThat(endOf(Wait.FILM_READER, 4_096)).isEqualTo(1_000);
  }

  @Test
  void what_was_earned_once_is_no_credit_for_later() {
    patience.isOver(Wait.BODY, 0, 0);

    var afterMuch = patience.isOver(Wait.BODY, 1 << 30, SECOND);
    var at15 = patience.isOver(Wait.BODY, 1 << 30, 15 * SECOND);
    var at16 = patience.isOver(Wait.BODY, 1 << 30, 16 * SECOND);

    assertThat(afterMuch).isFalse();
    assertThat(at15).isFalse();
    assertThat(at16).isTrue();
  }

  @Test
  void while_the_server_is_to_act_nobody_loses_patience() {
    assertThat(endOf(Wait.NOTHING, 0)).isEqualTo(1_000);
  }
}
