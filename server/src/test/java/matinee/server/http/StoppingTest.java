package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the server begins, fails and ends.
final class StoppingTest {
  @TempDir Path data;

  @Test
  void a_server_whose_store_fails_lives_but_is_not_ready() throws Exception {
    try (var house = new House(data)) {
      var before = house.get("/health/ready").status();

      house.breakStore();

      assertThat(before).isEqualTo(200);
      assertThat(house.get("/health/ready").status()).isEqualTo(503);
      assertThat(house.get("/health/ready").problem()).isEqualTo("store-fails");
      assertThat(house.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void while_memory_is_short_nothing_begins_and_what_has_begun_goes_on() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();

      house.useMemory(0.9);

      var refused = house.post("/api/rooms", "{}");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.problem()).isEqualTo("busy");
      assertThat(refused.header("Retry-After")).hasValue("5");
      assertThat(house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}").status())
          .isEqualTo(503);
      assertThat(house.get("/health/ready").problem()).isEqualTo("busy");
      assertThat(house.get("/health/live").status()).isEqualTo(200);
      assertThat(house.get("/api/rooms/" + room).status()).isEqualTo(200);

      house.useMemory(0.5);

      assertThat(house.get("/health/ready").status()).isEqualTo(200);
      assertThat(house.post("/api/rooms", "{}").status()).isEqualTo(201);
    }
  }

  @Test
  void a_port_that_is_taken_is_told_by_its_number() throws Exception {
    try (var house = new House(data);
        var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> house.another(taken.getLocalPort()))
          .isInstanceOf(BindException.class)
          .hasMessage("port " + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void an_upload_under_way_is_told_that_the_server_stops_and_leaves_nothing() throws Exception {
    try (var http = uploadingTo(new House(data))) {
      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("stopping");
      assertThat(answer.header("Retry-After")).hasValue("60");
      assertThat(http.isClosed()).isTrue();
    }
    try (var house = new House(data);
        var films = Files.list(house.films())) {
      assertThat(films).isEmpty();
    }
  }

  private static RawHttp uploadingTo(House house) throws Exception {
    try (house) {
      var http = new RawHttp(house.port());
      http.head(
          "POST /api/films", "Content-Type: application/octet-stream", "Content-Length: 100000");
      http.write(Samples.webm(50_000, 1));
      await().untilAsserted(() -> assertThat(house.films()).isNotEmptyDirectory());
      return http;
    }
  }
}
