package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Companions at another server than their member.
final class TwoServersCompanionsTest extends TwoServers {
  /// The companion `id` of Ann comes to `server`, and everybody hears of it a second later.
  private FakeConnection comes(Server server, String id) {
    var companion = FakeConnection.companion("ann", id);
    server.turn(companion.enter());
    pass(Duration.ofSeconds(1));
    return companion;
  }

  @Test
  @Tag("CD5")
  void a_server_keeps_the_room_as_long_as_a_companion_is_there_though_its_member_is_elsewhere() {
    annIsEastAndBobIsWest();
    west.turn(bob.leave());
    comes(west, "phone");

    pass(Duration.ofMinutes(10));

    assertThat(west.room.isIdle()).isFalse();
  }
}
