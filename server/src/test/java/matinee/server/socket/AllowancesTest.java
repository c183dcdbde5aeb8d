package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import matinee.room.MemberId;
import matinee.server.Config.CommandLimits;
import matinee.server.journal.RoomId;
import org.junit.jupiter.api.Test;

final class AllowancesTest {
  private static final int BURST = 40;
  private static final RoomId ROOM = new RoomId("room-of-two-people");

  private final Allowances allowances = new Allowances(new CommandLimits(20, BURST, 100, 100));

  private Allowance of(String member, long nowNanos) {
    return allowances.of(ROOM, new MemberId(member), nowNanos);
  }

  @Test
  void who_comes_back_at_once_has_what_was_left() {
    var first = of("anna", 0);
    for (int i = 0; i < BURST; i++) {
      first.take(0);
    }

    assertThat(of("anna", 0).take(0)).isFalse();
  }

  @Test
  void who_could_send_as_much_as_anybody_new_is_forgotten() {
    for (int i = 0; i < 1_000; i++) {
      of("member-" + i, 0).take(0);
    }

    of("another", TimeUnit.MILLISECONDS.toNanos(50));

    assertThat(allowances.size()).isEqualTo(1);
  }

  @Test
  void who_could_not_is_remembered() {
    of("anna", 0).take(0);

    of("another", TimeUnit.MILLISECONDS.toNanos(49));

    assertThat(allowances.size()).isEqualTo(2);
  }
}
