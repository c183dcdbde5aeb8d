package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Text that is UTF-8 is heard, whatever it says; text that is not closes the connection with 1007,
/// in one frame or in many.
final class Utf8Test {
  private static final int TEXT = 1;
  private static final int LAST = 0x80;

  /// Sequences that no UTF-8 text holds, in hexadecimal.
  private static final List<String> INVALID =
      List.of(
          // continuation bytes alone
          "80",
          "bf",
          "80bf",
          "80bf80",
          "80bf80bf",
          "8081828384858687",
          // sequences that break off
          "c3",
          "df",
          "e2",
          "e282",
          "ef",
          "efbf",
          "f0",
          "f09f",
          "f09f98",
          "f4",
          "f48f",
          "f48fbf",
          "c328",
          "e228a1",
          "e28228",
          "f0288cbc",
          "f09028bc",
          "f0908c28",
          // bytes that never occur
          "c0",
          "c1",
          "f5",
          "f6",
          "f7",
          "f8",
          "f9",
          "fa",
          "fb",
          "fc",
          "fd",
          "fe",
          "ff",
          "feff",
          // overlong forms
          "c080",
          "c0af",
          "c1bf",
          "e08080",
          "e080af",
          "e09fbf",
          "f0808080",
          "f08080af",
          "f0808faf",
          "f08fbfbf",
          "f8808080af",
          "fc80808080af",
          // halves of surrogate pairs
          "eda080",
          "edad",
          "edadbf",
          "edae80",
          "edafbf",
          "edb080",
          "edbe80",
          "edbfbf",
          "eda080edb080",
          "eda080edbfbf",
          "edadbfedb080",
          "edafbfedbfbf",
          // beyond U+10FFFF
          "f4908080",
          "f4bfbfbf",
          "f5808080",
          "f7bfbfbf",
          "f888808080",
          "fbbfbfbfbf",
          "fc8480808080",
          "fdbfbfbfbfbf");

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new TestServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<String> invalid() {
    return INVALID.stream();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void what_is_not_utf8_is_closed_with_1007(String sequence) throws Exception {
    try (var socket = server.upgraded("ann")) {

      socket.send(RawSocket.frame(LAST | TEXT, within("κόσμε", sequence)));

      assertThat(socket.closeCode()).isEqualTo(1007);
    }
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void what_is_not_utf8_is_closed_with_1007_when_every_byte_is_a_fragment(String sequence)
      throws Exception {
    try (var socket = server.upgraded("ann")) {

      socket.send(fragments(within("κ\uFFFD", sequence)));

      assertThat(socket.closeCode()).isEqualTo(1007);
    }
  }

  static Stream<String> valid() {
    var texts =
        new ArrayList<>(List.of("", "a", "κόσμε", "\uFFFD", "\uFEFFa", "\uFFFF\uFFFE", "🎬"));
    for (int point :
        new int[] {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff}) {
      texts.add(Character.toString(point));
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  @Tag("WI3")
  void what_is_utf8_is_heard_and_answered_even_when_cut_at_every_byte(String text)
      throws Exception {
    try (var socket = server.upgraded("ann")) {

      socket.send(RawSocket.frame(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8)));
      socket.send(fragments(text.getBytes(StandardCharsets.UTF_8)));

      for (int answer = 0; answer < 2; answer++) {
        assertThat(socket.read().orElseThrow().text()).startsWith("{\"type\":\"error\"");
      }
    }
  }

  private static byte[] within(String before, String sequence) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(HexFormat.of().parseHex(sequence));
    out.write('z');
    return out.toByteArray();
  }

  /// Each byte in a frame of its own.
  private static byte[] fragments(byte[] text) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length; i++) {
      var part = Arrays.copyOfRange(text, i, i + 1);
      out.writeBytes(RawSocket.frame(i == 0 ? TEXT : 0, part));
    }
    out.writeBytes(RawSocket.frame(text.length == 0 ? LAST | TEXT : LAST, new byte[0]));
    return out.toByteArray();
  }
}
