package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way through `/sync`, to the real sync server and to one that the test plays itself.
final class TunnelTest {
  private static final long SEED = 11;
  private static final int MEGABYTES = 8;
  private static final long FLOOD = 256L << 20;
  private static final String HEAD =
      "GET /sync?ticket=t%20x HTTP/1.1\r\n"
          + "Host: example.org:1\r\n"
          + "X-Odd:   kept\r\n"
          + "Connection: Upgrade\r\n"
          + "Upgrade: websocket\r\n"
          + "Origin: http://example.org:1\r\n\r\n";

  @TempDir Path data;

  @Test
  @Tag("EN2")
  void two_people_meet_through_the_port_of_the_page() throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var ann = house.enter(room);
          var ben = house.enter(room)) {

        ben.send("{\"type\":\"say\",\"id\":\"c1\",\"seen\":2,\"text\":\"hello\"}");

        var said = ann.hear("said");
        assertThat(said.path("text").asString()).isEqualTo("hello");
        assertThat(said.path("by").asString()).isEqualTo(ben.member());
      }
    }
  }

  @Test
  void the_head_arrives_as_it_was_and_bytes_go_both_ways_unchanged() throws Exception {
    var bytes = new byte[MEGABYTES << 20];
    new Random(SEED).nextBytes(bytes);
    try (var there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var house = new House(data, there.getLocalPort());
        var here = new Socket(InetAddress.getLoopbackAddress(), house.port());
        var threads = Executors.newCachedThreadPool()) {
      here.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      try (var peer = there.accept()) {
        var head = head(peer.getInputStream());
        peer.getOutputStream()
            .write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Answer: 1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        var answer = head(here.getInputStream());
        var onward =
            threads.submit(
                () -> {
                  here.getOutputStream().write(bytes);
                  return true;
                });
        var echoed =
            threads.submit(
                () -> {
                  var got = peer.getInputStream().readNBytes(bytes.length);
                  peer.getOutputStream().write(got);
                  return true;
                });
        var back = here.getInputStream().readNBytes(bytes.length);

        assertThat(head).isEqualToIgnoringCase(HEAD.replace(":   ", ": "));
        assertThat(answer).startsWith("HTTP/1.1 101 ").containsIgnoringCase("x-answer: 1");
        assertThat(onward.get() && echoed.get()).isTrue();
        assertThat(Arrays.equals(back, bytes)).as("bytes with seed " + SEED).isTrue();
      }
    }
  }

  @Test
  void the_end_of_one_side_is_the_end_of_the_other() throws Exception {
    try (var there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var house = new House(data, there.getLocalPort());
        var here = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
      here.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      try (var peer = there.accept()) {
        head(peer.getInputStream());
        peer.getOutputStream()
            .write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nlast words"
                    .getBytes(StandardCharsets.US_ASCII));
      }
      head(here.getInputStream());

      var rest = here.getInputStream().readAllBytes();

      assertThat(new String(rest, StandardCharsets.US_ASCII)).isEqualTo("last words");
    }
  }

  /// What the kernel holds on both ways may be some megabytes; what does not fit there must not
  /// gather in the server.
  @Test
  void who_sends_waits_for_who_does_not_read_both_ways() throws Exception {
    try (var threads = Executors.newCachedThreadPool();
        var there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var house = new House(data, there.getLocalPort());
        var here = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
      try (var peer = upgraded(here, there)) {
        for (var way : List.of(new Way(peer, here), new Way(here, peer))) {
          var written = new AtomicLong();
          var writing = threads.submit(() -> way.flood(written));

          untilItRests(written);
          var held = written.get();
          way.to().getInputStream().skipNBytes(FLOOD);

          assertThat(held).isLessThan(FLOOD / 2);
          assertThat(writing.get()).isTrue();
        }
      }
    }
  }

  private record Way(Socket from, Socket to) {

    boolean flood(AtomicLong written) throws IOException {
      var piece = new byte[1 << 16];
      while (written.get() < FLOOD) {
        from.getOutputStream().write(piece);
        written.addAndGet(piece.length);
      }
      return true;
    }
  }

  /// Until nothing has been written for a while.
  private static void untilItRests(AtomicLong written) {
    await()
        .atMost(Duration.ofSeconds(60))
        .during(Duration.ofMillis(500))
        .until(new SameAgain(written));
  }

  private static final class SameAgain implements Callable<Boolean> {
    private final AtomicLong written;
    private long before;

    SameAgain(AtomicLong written) {
      this.written = written;
    }

    @Override
    public Boolean call() {
      long now = written.get();
      boolean same = now == before && now > 0;
      before = now;
      return same;
    }
  }

  @Test
  void who_does_not_read_is_cut_when_the_sync_server_has_ended() throws Exception {
    try (var threads = Executors.newCachedThreadPool();
        var there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var house = new House(data, there.getLocalPort());
        var here = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
      try (var peer = upgraded(here, there)) {
        var written = new AtomicLong();
        var writing = threads.submit(() -> new Way(peer, here).flood(written));
        untilItRests(written);
        peer.close();
        assertThat(writing).failsWithin(Duration.ofSeconds(60));
      }

      assertThat(endsWhileItWrites(here)).isTrue();
    }
  }

  private static boolean endsWhileItWrites(Socket here) {
    try {
      while (true) {
        here.getOutputStream().write(new byte[100]);
      }
    } catch (IOException _) {
      return true;
    }
  }

  private static Socket upgraded(Socket here, ServerSocket there) throws Exception {
    here.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
    var peer = there.accept();
    head(peer.getInputStream());
    peer.getOutputStream()
        .write(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    head(here.getInputStream());
    return peer;
  }

  @Test
  void without_a_sync_server_the_page_is_told_to_come_again() throws Exception {
    int nobody;
    try (var there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = there.getLocalPort();
    }
    try (var house = new House(data, nobody)) {
      var answer = house.get("/sync", "Connection: Upgrade", "Upgrade: websocket");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("sync-unreachable");
    }
  }

  private static String head(InputStream in) throws Exception {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new AssertionError("ended within: " + head);
      }
      head.append((char) b);
    }
    return head.toString();
  }
}
