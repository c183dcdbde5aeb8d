package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, and what everybody else is told.
@Tag("EN1")
final class DoorTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new TestServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static int knock(String target, Map<String, String> headers) throws Exception {
    try (var socket = RawSocket.connect(server.port())) {
      return socket.handshake(target, headers);
    }
  }

  private static String target() {
    return "/sync?ticket=" + server.ticket("ann");
  }

  private static Map<String, String> with(String name, String value) {
    var headers = RawSocket.goodHeaders(server.port());
    headers.put(name, value);
    return headers;
  }

  private static Map<String, String> without(String name) {
    var headers = RawSocket.goodHeaders(server.port());
    headers.remove(name);
    return headers;
  }

  @Test
  void a_ticket_opens_one_connection() throws Exception {
    var target = target();
    var headers = RawSocket.goodHeaders(server.port());

    assertThat(knock(target, headers)).isEqualTo(101);
    assertThat(knock(target, headers)).isEqualTo(401);
  }

  @Test
  void a_ticket_is_good_for_30_seconds() throws Exception {
    var target = target();

    server.advance(30);

    assertThat(knock(target, RawSocket.goodHeaders(server.port()))).isEqualTo(401);
  }

  @Test
  void no_ticket_a_wrong_one_and_two_at_once_are_refused() throws Exception {
    var headers = RawSocket.goodHeaders(server.port());

    assertThat(knock("/sync", headers)).isEqualTo(401);
    assertThat(knock("/sync?ticket=", headers)).isEqualTo(401);
    assertThat(knock("/sync?ticket=nonsense", headers)).isEqualTo(401);
    assertThat(knock(target() + "&ticket=nonsense", headers)).isEqualTo(401);
  }

  @Test
  void while_the_store_of_used_tickets_does_not_answer_who_knocks_is_told_when_to_come_back()
      throws Exception {
    try (var down = new TestServer();
        var socket = RawSocket.connect(down.port())) {
      down.spent.answerAfter(CompletableFuture.failedStage(new IllegalStateException("gone")));
      var request = new StringBuilder("GET /sync?ticket=" + down.ticket("ann") + " HTTP/1.1\r\n");
      RawSocket.goodHeaders(down.port())
          .forEach((name, value) -> request.append(name + ": " + value + "\r\n"));

      socket.send((request + "\r\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.readHead())
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("retry-after: 2");
    }
  }

  @Test
  void a_handshake_waits_for_the_store_and_holds_nobody_else_up() throws Exception {
    var answer = new CompletableFuture<Boolean>();
    try (var slow = new TestServer();
        var waiting = RawSocket.connect(slow.port());
        var other = RawSocket.connect(slow.port())) {
      var headers = RawSocket.goodHeaders(slow.port());
      slow.spent.answerAfter(answer);
      var request = new StringBuilder("GET /sync?ticket=" + slow.ticket("ann") + " HTTP/1.1\r\n");
      headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
      waiting.send((request + "\r\n").getBytes(StandardCharsets.US_ASCII));

      int forged = other.handshake("/sync?ticket=nonsense", headers);
      answer.complete(true);

      assertThat(forged).isEqualTo(401);
      assertThat(waiting.readHead()).startsWith("HTTP/1.1 101");
    }
  }

  static Stream<String> foreignOrigins() {
    var here = "127.0.0.1:" + server.port();
    return Stream.of(
        "null",
        "https://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example:" + server.port(),
        "http://evil.example/" + here,
        "http://evil.example#" + here,
        "http://" + here + ".evil.example",
        "http://" + here + "@evil.example",
        "http://ann@" + here,
        "http://" + here + "/",
        "http://x" + here,
        "ftp://" + here,
        "ws://" + here,
        here,
        "http://localhost:" + server.port(),
        "http://films.example.org",
        "https://films.example.org.evil.example",
        "https://xfilms.example.org",
        "https://films.example.org:8443",
        "https://chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "chrome-extension.evil.example",
        "");
  }

  @ParameterizedTest
  @MethodSource("foreignOrigins")
  void a_page_from_elsewhere_is_refused_and_costs_no_ticket(String origin) throws Exception {
    var target = target();

    assertThat(knock(target, with("Origin", origin))).isEqualTo(403);
    assertThat(knock(target, RawSocket.goodHeaders(server.port()))).isEqualTo(101);
  }

  @Test
  void who_does_not_say_where_the_page_is_from_is_refused() throws Exception {
    assertThat(knock(target(), without("Origin"))).isEqualTo(403);
  }

  @Test
  void a_page_from_the_public_address_is_let_in() throws Exception {
    assertThat(knock(target(), with("Origin", "https://films.example.org"))).isEqualTo(101);
    assertThat(knock(target(), with("Origin", "https://FILMS.example.org:443"))).isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://6f3b2c1d-0a4e-4c5b-9d7f-1e2a3b4c5d6e"
      })
  void an_extension_of_the_browser_is_let_in(String origin) throws Exception {
    assertThat(knock(target(), with("Origin", origin))).isEqualTo(101);
  }

  @Test
  void what_a_proxy_claims_is_not_believed() throws Exception {
    var headers = with("Origin", "https://evil.example");
    headers.put("X-Forwarded-Host", "evil.example");
    headers.put("Forwarded", "host=evil.example;proto=https");

    assertThat(knock(target(), headers)).isEqualTo(403);
  }

  @Test
  @Tag("WI1")
  void what_is_no_handshake_of_ours_is_refused() throws Exception {
    assertThat(knock("/other?ticket=" + server.ticket("ann"), with("A", "b"))).isEqualTo(404);
    assertThat(knock(target(), without("Host"))).isEqualTo(400);
    assertThat(knock(target(), without("Upgrade"))).isEqualTo(426);
    assertThat(knock(target(), without("Connection"))).isEqualTo(426);
    assertThat(knock(target(), with("Sec-WebSocket-Version", "8"))).isEqualTo(426);
    assertThat(knock(target(), without("Sec-WebSocket-Key"))).isEqualTo(400);
    assertThat(knock(target(), with("Sec-WebSocket-Key", "short"))).isEqualTo(400);
    assertThat(knock(target(), without("Sec-WebSocket-Protocol"))).isEqualTo(400);
    assertThat(knock(target(), with("Sec-WebSocket-Protocol", "matinee.2"))).isEqualTo(400);
    assertThat(knock(target(), with("Sec-WebSocket-Protocol", "x, matinee.1"))).isEqualTo(101);
  }

  @Test
  void a_head_that_is_too_large_is_refused() throws Exception {
    assertThat(knock(target(), with("X-Large", "x".repeat(10_000)))).isEqualTo(431);
    assertThat(knock(target() + "&x=" + "x".repeat(2_000), without("X"))).isEqualTo(431);
  }

  @Test
  void another_method_is_refused() throws Exception {
    try (var socket = RawSocket.connect(server.port())) {
      socket.send(
          "POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.readHead()).startsWith("HTTP/1.1 405");
      assertThat(socket.read()).isEmpty();
    }
  }

  @Test
  @Tag("WI1")
  void no_compression_is_agreed_to() throws Exception {
    try (var socket = RawSocket.connect(server.port())) {
      var headers = with("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");
      var request = new StringBuilder("GET " + target() + " HTTP/1.1\r\n");
      headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));

      socket.send((request + "\r\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.readHead())
          .startsWith("HTTP/1.1 101")
          .containsIgnoringCase("sec-websocket-protocol: matinee.1")
          .doesNotContainIgnoringCase("sec-websocket-extensions");
    }
  }

  @Test
  void while_memory_is_short_nobody_comes_in_and_the_ticket_stays_good() throws Exception {
    var target = target();
    try (var socket = RawSocket.connect(server.port())) {
      server.useMemory(0.9);

      socket.sendRequest(target, RawSocket.goodHeaders(server.port()));

      assertThat(socket.readHead()).startsWith("HTTP/1.1 503").contains("retry-after: 5\r\n");
    } finally {
      server.useMemory(0.1);
    }
    assertThat(knock(target, RawSocket.goodHeaders(server.port()))).isEqualTo(101);
  }
}
