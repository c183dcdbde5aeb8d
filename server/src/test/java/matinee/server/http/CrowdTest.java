package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many connections of one address.
@Tag("EN5")
final class CrowdTest {
  private static final String PROXY = "127.0.0.1";

  @TempDir Path data;
  private final List<Guest> guests = new ArrayList<>();
  private House house;
  private String room;

  @BeforeEach
  void begin() throws Exception {
    house = new House(data, List.of(), Set.of(PROXY));
    room = house.room();
  }

  @AfterEach
  void end() throws Exception {
    guests.forEach(Guest::close);
    house.close();
  }

  private Answer ticket(String... headers) throws Exception {
    return house.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}", headers);
  }

  private void fill() throws Exception {
    while (guests.size() < House.MAX_CONNECTIONS) {
      guests.add(house.enter(room));
    }
  }

  @Test
  void one_too_many_gets_no_ticket_and_is_told_why() throws Exception {
    fill();

    var refused = ticket();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-connections");
    assertThat(refused.header("Retry-After")).hasValue("10");
    assertThat(ticket("X-Forwarded-For: 10.0.0.1").status()).isEqualTo(201);
  }

  @Test
  void a_ticket_from_before_opens_nothing_while_it_is_full() throws Exception {
    var ticket = ticket().json().path("ticket").asString();
    fill();

    var answer =
        house.get(
            "/sync?ticket=" + ticket,
            "Origin: http://127.0.0.1:" + house.port(),
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: matinee.1");

    assertThat(answer.status()).isEqualTo(429);
  }

  @Test
  void when_somebody_has_gone_there_is_a_place_again() throws Exception {
    fill();

    guests.removeFirst().leave();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ticket().status()).isEqualTo(201));
    guests.add(house.enter(room));
    assertThat(ticket().status()).isEqualTo(429);
  }
}
