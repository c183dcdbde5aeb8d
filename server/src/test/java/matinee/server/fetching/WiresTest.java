package matinee.server.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/// The wires of this machine.
final class WiresTest {
  @Test
  void this_machine_knows_which_addresses_are_its_own() {
    assertThat(Wires.REAL.isOwn(InetAddress.getLoopbackAddress())).isTrue();
    assertThat(Wires.REAL.isOwn(InetAddress.ofLiteral(Roads.PUBLIC))).isFalse();
  }
}
