package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Condition;
import matinee.wire.Vitals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the server does with frames that RFC 6455 allows and with those that it forbids, in the
/// families of the Autobahn suite: 1 framing, 2 pings, 3 reserved bits, 4 opcodes, 5 fragments, 7
/// closing, 10 fragments of a large message.
final class FramingTest {
  private static final String ENTER = "{\"type\":\"enter\"}";
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int LAST = 0x80;

  private static TestServer server;

  /// Bytes to send after the handshake, and what is to come of it.
  private record Case(String name, byte[] bytes, int closeCode) {

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server = new TestServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  @Tag("WI1")
  void what_is_forbidden_is_closed_with_its_code(Case forbidden) throws Exception {
    try (var socket = server.upgraded("ann")) {

      socket.send(forbidden.bytes());

      assertThat(socket.closeCode()).isEqualTo(forbidden.closeCode());
      assertThat(socket.read()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("allowed")
  @Tag("WI1")
  void what_is_allowed_leaves_the_connection_open(Case allowed) throws Exception {
    try (var socket = server.upgraded("ann")) {
      socket.sendText(ENTER);

      socket.send(allowed.bytes());

      socket.sendText(heartbeat(77));
      assertThat(awaitText(socket, "\"t0\":77")).contains("\"type\":\"heartbeat\"");
    }
  }

  @ParameterizedTest
  @MethodSource("pings")
  @Tag("WI1")
  void a_ping_is_answered_by_a_pong_with_the_same_bytes(int length) throws Exception {
    try (var socket = server.upgraded("ann")) {
      var payload = new byte[length];
      IntStream.range(0, length).forEach(i -> payload[i] = (byte) (i * 7));

      socket.send(RawSocket.frame(LAST | PING, payload));

      var pong = socket.read().orElseThrow();
      assertThat(pong.opcode()).isEqualTo(PONG);
      assertThat(pong.payload()).isEqualTo(payload);
    }
  }

  @ParameterizedTest
  @MethodSource("goodCloses")
  void a_close_is_answered_by_the_same_code(int code) throws Exception {
    try (var socket = server.upgraded("ann")) {

      socket.send(RawSocket.frame(LAST | CLOSE, closing(code, "bye")));

      assertThat(socket.closeCode()).isEqualTo(code);
      assertThat(socket.read()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("splits")
  @Tag("WI1")
  void a_message_in_fragments_is_one_message(int size) throws Exception {
    try (var socket = server.upgraded("ann")) {
      socket.sendText(ENTER);
      var text = heartbeat(5).getBytes(StandardCharsets.UTF_8);

      for (int at = 0; at < text.length; at += size) {
        int to = Math.min(text.length, at + size);
        int first = (at == 0 ? TEXT : CONTINUATION) | (to == text.length ? LAST : 0);
        socket.send(RawSocket.frame(first, Arrays.copyOfRange(text, at, to)));
        socket.send(RawSocket.frame(LAST | PING, new byte[] {1}));
      }

      assertThat(awaitText(socket, "\"t0\":5")).contains("\"type\":\"heartbeat\"");
    }
  }

  static Stream<Case> forbidden() {
    var cases = new ArrayList<Case>();
    reservedBits(cases);
    opcodes(cases);
    controlFrames(cases);
    fragments(cases);
    lengths(cases);
    closes(cases);
    return cases.stream();
  }

  private static void reservedBits(List<Case> cases) {
    for (int reserved = 1; reserved < 8; reserved++) {
      for (int opcode : new int[] {TEXT, BINARY, CLOSE, PING, PONG}) {
        var bytes = RawSocket.frame(LAST | reserved << 4 | opcode, new byte[0]);
        cases.add(new Case("reserved bits " + reserved + " on opcode " + opcode, bytes, 1002));
      }
    }
  }

  private static void opcodes(List<Case> cases) {
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      for (int length : new int[] {0, 5}) {
        var bytes = RawSocket.frame(LAST | opcode, new byte[length]);
        cases.add(new Case("opcode " + opcode + " with " + length + " bytes", bytes, 1002));
        var fragment = RawSocket.frame(opcode, new byte[length]);
        cases.add(new Case("fragment of opcode " + opcode + " with " + length, fragment, 1002));
      }
    }
    cases.add(new Case("a binary message", RawSocket.frame(LAST | BINARY, new byte[3]), 1003));
    cases.add(new Case("a binary fragment", RawSocket.frame(BINARY, new byte[3]), 1003));
    for (int opcode : new int[] {TEXT, BINARY, CLOSE, PING, PONG}) {
      byte[] unmasked = {(byte) (LAST | opcode), 2, 3, (byte) 0xe8};
      cases.add(new Case("unmasked opcode " + opcode, unmasked, 1002));
    }
  }

  private static void controlFrames(List<Case> cases) {
    for (int opcode : new int[] {CLOSE, PING, PONG}) {
      for (int length : new int[] {126, 127, 200, 65_536}) {
        var bytes = RawSocket.frame(LAST | opcode, new byte[length]);
        cases.add(new Case("opcode " + opcode + " with " + length + " bytes", bytes, 1002));
      }
      cases.add(new Case("fragment of " + opcode, RawSocket.frame(opcode, new byte[2]), 1002));
    }
  }

  private static void fragments(List<Case> cases) {
    var letter = new byte[] {'a'};
    cases.add(new Case("continuation of nothing", RawSocket.frame(LAST, letter), 1002));
    cases.add(new Case("open continuation of nothing", RawSocket.frame(0, letter), 1002));
    for (int second : new int[] {TEXT, LAST | TEXT, BINARY, LAST | BINARY}) {
      var bytes = joined(RawSocket.frame(TEXT, letter), RawSocket.frame(second, letter));
      cases.add(new Case("a new message within another, " + second, bytes, 1002));
      var later =
          joined(
              RawSocket.frame(TEXT, letter),
              RawSocket.frame(CONTINUATION, letter),
              RawSocket.frame(second, letter));
      cases.add(new Case("a new message after a continuation, " + second, later, 1002));
    }
    var ended =
        joined(
            RawSocket.frame(TEXT, letter),
            RawSocket.frame(LAST, letter),
            RawSocket.frame(LAST, letter));
    cases.add(new Case("a continuation after the last", ended, 1002));
  }

  private static void lengths(List<Case> cases) {
    for (int length : new int[] {0, 1, 125}) {
      byte[] two = {(byte) (LAST | TEXT), (byte) 0xfe, 0, (byte) length, 0, 0, 0, 0};
      cases.add(new Case(length + " said in two bytes", two, 1002));
    }
    for (int length : new int[] {0, 125, 126, 65_535}) {
      byte[] eight = {
        (byte) (LAST | TEXT), (byte) 0xff, 0, 0, 0, 0, 0, 0, (byte) (length >> 8), (byte) length
      };
      cases.add(new Case(length + " said in eight bytes", eight, 1002));
    }
    byte[] negative = {(byte) (LAST | TEXT), (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0};
    cases.add(new Case("length 2^63", negative, 1002));
  }

  private static void closes(List<Case> cases) {
    cases.add(new Case("close of 1 byte", RawSocket.frame(LAST | CLOSE, new byte[1]), 1002));
    for (int code :
        new int[] {
          0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 9999, 32_767, 65_535
        }) {
      var bytes = RawSocket.frame(LAST | CLOSE, closing(code, ""));
      cases.add(new Case("close code " + code, bytes, 1002));
    }
    byte[] notText = {3, (byte) 0xe8, (byte) 0xff, (byte) 0xfe};
    cases.add(new Case("close reason not UTF-8", RawSocket.frame(LAST | CLOSE, notText), 1007));
  }

  static Stream<Case> allowed() {
    var cases = new ArrayList<Case>();
    for (int length : new int[] {0, 1, 124, 125}) {
      cases.add(new Case("pong of " + length, RawSocket.frame(LAST | PONG, new byte[length]), 0));
    }
    var flood = new ByteArrayOutputStream();
    for (int i = 0; i < 1_000; i++) {
      flood.writeBytes(RawSocket.frame(LAST | PING, new byte[] {(byte) i}));
    }
    cases.add(new Case("1,000 pings at once", flood.toByteArray(), 0));
    for (int size : new int[] {0, 1, 125, 126, 127, 65_535, 65_536}) {
      cases.add(new Case("a text of " + size, RawSocket.frame(LAST | TEXT, spaces(size)), 0));
    }
    var halves =
        joined(RawSocket.frame(TEXT, spaces(32_768)), RawSocket.frame(LAST, spaces(32_768)));
    cases.add(new Case("65,536 bytes in two fragments", halves, 0));
    var empty =
        joined(
            RawSocket.frame(TEXT, new byte[0]),
            RawSocket.frame(CONTINUATION, new byte[0]),
            RawSocket.frame(LAST, new byte[0]));
    cases.add(new Case("three empty fragments", empty, 0));
    return cases.stream();
  }

  static IntStream pings() {
    return IntStream.of(0, 1, 2, 3, 4, 5, 7, 8, 9, 64, 124, 125);
  }

  static IntStream goodCloses() {
    return IntStream.of(
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
        4999);
  }

  static IntStream splits() {
    return IntStream.of(1, 2, 3, 5, 7, 8, 13, 21, 64);
  }

  private static String heartbeat(double t0) {
    return ClientMessages.encode(new ClientMessage.Heartbeat(t0, Vitals.of(Condition.READY)));
  }

  private static String awaitText(RawSocket socket, String part) throws Exception {
    while (true) {
      var frame = socket.read().orElseThrow();
      if (frame.opcode() == TEXT && frame.text().contains(part)) {
        return frame.text();
      }
    }
  }

  private static byte[] closing(int code, String reason) {
    var out = new ByteArrayOutputStream();
    out.write(code >> 8);
    out.write(code);
    out.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] spaces(int length) {
    return " ".repeat(length).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
