package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import matinee.server.Config.MetricsFor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may read the figures of a server.
final class MetricsTest {
  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void start() throws Exception {
    house = new House(data);
  }

  @AfterAll
  static void stop() throws Exception {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"})
  void who_asks_on_the_same_machine_may(String host) throws Exception {
    var answer = ask(host, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("matinee_connections", "matinee_mail_waiting", "matinee_mail_sent_total");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 10.0.0.1",
        "x-forwarded-for: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "Via: 1.1 proxy"
      })
  void who_comes_through_a_proxy_may_not(String field) throws Exception {
    var answer = ask("localhost", field + "\r\n");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("metrics-local");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "192.168.1.2:8080",
        "127.0.0.1.evil.example"
      })
  void a_page_that_calls_this_machine_by_another_name_may_not(String host) throws Exception {
    assertThat(ask(host, "").status()).isEqualTo(403);
  }

  @Test
  void everybody_may_when_whoever_runs_the_server_says_so() throws Exception {
    var open = house.another(0, MetricsFor.ALL);
    try {
      var answer = RawHttp.ask(open.port(), "GET /metrics", "Via: 1.1 proxy");

      assertThat(answer.status()).isEqualTo(200);
    } finally {
      open.stop();
    }
  }

  private static Answer ask(String host, String fields) throws Exception {
    try (var http = new RawHttp(house.port())) {
      http.write(
          ("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      return http.answer(false);
    }
  }
}
