package matinee.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PortsTest {
  private static final int WISHES = 500;

  @Test
  void servers_that_are_started_together_are_given_a_port_each() throws Exception {
    var given = ConcurrentHashMap.<Integer>newKeySet();

    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> wish = () -> given.add(Ports.free());
      for (var done : together.invokeAll(Stream.generate(() -> wish).limit(WISHES).toList())) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void a_port_that_is_listened_on_is_not_given() throws IOException {
    try (var door = Ports.listen(1)) {
      for (int wish = 0; wish < WISHES; wish++) {
        assertThat(Ports.free()).isNotEqualTo(door.getLocalPort());
      }
    }
  }
}
