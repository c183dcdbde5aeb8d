package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody at the server's own machine is told of where others reach it.
final class AddressTest {
  @TempDir Path data;

  @Test
  void who_sits_at_the_machine_is_told_its_address_on_the_network() throws Exception {
    try (var house = new House(data)) {
      assertThat(house.get("/api/addresses").text())
          .isEqualTo("{\"addresses\":[\"http://192.168.1.20:" + house.port() + "\"]}");
    }
  }

  @Test
  void a_public_address_comes_first() throws Exception {
    var known = List.of(URI.create("https://matinee.example.org"));
    try (var house = new House(data, known, Set.of())) {
      assertThat(house.get("/api/addresses").json().path("addresses").path(0).asString())
          .isEqualTo("https://matinee.example.org");
    }
  }

  @Test
  void who_comes_from_elsewhere_is_told_nothing() throws Exception {
    try (var house = new House(data)) {
      var answer = house.get("/api/addresses", "X-Forwarded-For: 10.0.0.1");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).doesNotContain("192.168");
    }
  }
}
