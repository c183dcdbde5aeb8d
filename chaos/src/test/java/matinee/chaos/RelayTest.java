package matinee.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What passes through a relay, and what does not.
final class RelayTest {
  private static final int PATIENCE_MS = 30_000;

  /// Sends back what it gets, until the other side has nothing more.
  private static ServerSocket echo() throws IOException {
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (var socket = server.accept()) {
                  socket.getInputStream().transferTo(socket.getOutputStream());
                } catch (IOException _) {
                  // broken, or closed
                }
              }
            });
    return server;
  }

  private static Socket connect(Relay relay) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
  }

  @Test
  void in_any_weather_everything_comes_in_its_order() throws Exception {
    var text = "0123456789".repeat(2_000);
    for (var weather : List.of(Weather.FAIR, Weather.late(3, 5), Weather.narrow(1_000_000))) {
      try (var server = echo();
          var relay = Relay.ofMany("test", server.getLocalPort(), 1)) {
        relay.weather(weather);
        try (var socket = connect(relay)) {
          send(socket, text);
          socket.shutdownOutput();

          assertThat(read(socket, text.length() + 1)).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void what_was_held_by_silence_comes_after_it() throws Exception {
    try (var server = echo();
        var relay = Relay.ofMany("test", server.getLocalPort(), 1);
        var socket = connect(relay)) {
      send(socket, "before");
      assertThat(read(socket, 6)).isEqualTo("before");
      relay.weather(Weather.silent(Weather.Silence.DOWN));
      send(socket, "during");

      relay.mend();

      assertThat(read(socket, 6)).isEqualTo("during");
    }
  }

  @Test
  void a_cut_breaks_what_is_open_and_what_is_tried_until_it_is_mended() throws Exception {
    try (var server = echo();
        var relay = Relay.ofMany("test", server.getLocalPort(), 1);
        var open = connect(relay)) {
      send(open, "x");
      assertThat(read(open, 1)).isEqualTo("x");

      relay.cut();

      assertThatThrownBy(() -> assertThat(read(open, 1)).isNotEmpty()).isNotNull();
      try (var tried = connect(relay)) {
        assertThatThrownBy(() -> assertThat(read(tried, 1)).isNotEmpty()).isNotNull();
      }
      relay.mend();
      try (var again = connect(relay)) {
        send(again, "y");
        assertThat(read(again, 1)).isEqualTo("y");
      }
      assertThat(relay.broken()).isEqualTo(1);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void frames_of_redis_are_told_apart() throws Exception {
    var frames =
        List.of(
            "+OK\r\n",
            ":12\r\n",
            "$-1\r\n",
            "$4\r\na\r\nb\r\n",
            "*3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:1\r\n",
            "*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$2\r\nhi\r\n",
            ">3\r\n$8\r\nsmessage\r\n$1\r\nc\r\n$2\r\nhi\r\n",
            "%1\r\n+a\r\n*2\r\n:1\r\n_\r\n");
    var from = stream(String.join("", frames));

    var read = new ArrayList<RespFrame>();
    for (int i = 0; i < frames.size(); i++) {
      read.add(RespFrame.read(from));
    }

    assertThat(read.stream().map(it -> new String(it.bytes(), StandardCharsets.ISO_8859_1)))
        .containsExactlyElementsOf(frames);
    assertThat(read.stream().map(RespFrame::published))
        .containsExactly(false, false, false, false, false, true, true, false);
    assertThatThrownBy(() -> RespFrame.read(from)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> RespFrame.read(stream("nonsense\r\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_lossy_bus_drops_doubles_and_reorders_messages_and_nothing_else() throws Exception {
    var sent = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      sent.append("*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$4\r\n%04d\r\n".formatted(i));
    }
    sent.append("+PONG\r\n");
    var bus = new LossyBus();
    bus.trouble(new LossyBus.Trouble(10, 10, 50));
    var source = bus.source(stream(sent.toString()), Chance.of(1, "bus"));

    var came = new ArrayList<String>();
    while (came.stream().noneMatch(it -> it.startsWith("+"))) {
      source.next().forEach(it -> came.add(new String(it, StandardCharsets.ISO_8859_1)));
    }

    assertThat(came.stream().filter(it -> it.startsWith("+"))).containsExactly("+PONG\r\n");
    assertThat(came).hasSize((int) (2_001 - bus.dropped.get() + bus.doubled.get()));
    assertThat(List.of(bus.dropped.get(), bus.doubled.get(), bus.reordered.get()))
        .allSatisfy(count -> assertThat(count).isPositive());
  }
}
