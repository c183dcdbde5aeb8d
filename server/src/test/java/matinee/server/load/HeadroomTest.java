package matinee.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class HeadroomTest {
  private double share;
  private double needed;
  private int collections;
  private long nanos;
  private final Headroom headroom =
      new Headroom(
          () -> share,
          () -> {
            collections++;
            share = needed;
          },
          () -> nanos);

  private boolean isShortAt(double inUse) {
    share = inUse;
    headroom.look();
    return headroom.isShort();
  }

  @Test
  void memory_that_is_needed_is_short_from_85_percent_on_and_ample_again_below_75() {
    needed = 0.9;

    assertThat(isShortAt(0.84)).isFalse();
    assertThat(isShortAt(0.85)).isTrue();
    assertThat(isShortAt(0.76)).isTrue();
    assertThat(isShortAt(0.74)).isFalse();
    assertThat(isShortAt(0.84)).isFalse();
  }

  @Test
  void garbage_alone_is_collected_and_nobody_is_refused() {
    needed = 0.3;

    assertThat(isShortAt(0.95)).isFalse();
    assertThat(collections).isEqualTo(1);
  }

  @Test
  void while_it_is_short_a_collection_looks_every_15_seconds_whether_it_still_is() {
    needed = 0.9;
    isShortAt(0.9);
    needed = 0.5;

    nanos = TimeUnit.SECONDS.toNanos(14);
    assertThat(isShortAt(0.9)).isTrue();
    nanos = TimeUnit.SECONDS.toNanos(15);
    assertThat(isShortAt(0.9)).isFalse();
    assertThat(collections).isEqualTo(2);
  }
}
