package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Messages over 64 KiB, however they are put: closed with 1009 before they are taken in.
@Tag("WI1")
final class OversizeTest {
  private static final int TEXT = 1;
  private static final int LAST = 0x80;

  private TestServer server;
  private RawSocket socket;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
    socket = server.upgraded("ann");
  }

  @AfterEach
  void stop() throws Exception {
    socket.close();
    server.close();
  }

  @Test
  void one_byte_more_than_64_kib() throws Exception {
    socket.send(RawSocket.frame(LAST | TEXT, new byte[65_537]));

    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void the_longest_length_there_is_before_a_single_byte_of_it_has_come() throws Exception {
    socket.send(new byte[] {(byte) (LAST | TEXT), (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1});

    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void ten_thousand_fragments_of_one_byte() throws Exception {
    sendFragments(10_000, 1);

    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void empty_fragments_without_end() throws Exception {
    sendFragments(10_000, 0);

    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void fragments_that_together_pass_64_kib() throws Exception {
    sendFragments(5, 16_384);

    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  private void sendFragments(int count, int size) throws IOException {
    for (int i = 0; i < count; i++) {
      socket.send(RawSocket.frame(i == 0 ? TEXT : 0, new byte[size]));
    }
  }
}
