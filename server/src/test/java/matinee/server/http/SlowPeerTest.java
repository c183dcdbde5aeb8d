package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// A peer that does not read what others send it by the tracker.
final class SlowPeerTest {
  private static final String ANN = "ann-ann-ann-ann-ann-";
  private static final String DEAF = "deaf-deaf-deaf-deaf-";
  private static final int SMALL_BUFFER = 4_096;

  /// More than the system and the tracker keep together for who does not read.
  private static final int MOST = 1_000;

  private static final String LARGE = "x".repeat(30_000);

  @Test
  @Tag("TR6")
  void who_does_not_read_is_cut_and_who_sends_is_not(@TempDir Path data) throws Exception {
    try (var house = new House(data);
        var client = HttpClient.newHttpClient()) {
      var hash = house.post("/api/introductions", "{}").json().path("infoHash").asString();
      try (var ann = new Peer(client, house.port(), ANN);
          var _ = deaf(house.port(), hash)) {
        ann.announce(hash);
        ann.hear();
        await().until(() -> peers(ann, hash) == 2);

        int sent = 0;
        while (!wasCut(house) && sent < MOST) {
          for (int i = 0; i < 20; i++) {
            ann.answer(hash, DEAF, "o", LARGE);
            house.advanceMs(30); // or ann would send too much in a second
          }
          sent += 20;
        }

        assertThat(sent).isLessThan(MOST);
        await().until(() -> peers(ann, hash) == 1);
      }
    }
  }

  private static int peers(Peer who, String hash) throws InterruptedException {
    var files = who.hearAfterScrape(hash).path("files");
    return files.path(Peer.binary(hash)).path("incomplete").asInt();
  }

  private static boolean wasCut(House house) throws IOException {
    return house.get("/metrics").text().contains("matinee_tracker_cut_total{why=\"slow_reader\"}");
  }

  /// One that announces itself, and reads nothing.
  private static Socket deaf(int port, String hash) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var head =
        "GET /tracker HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    awaitUpgrade(socket);
    var json = JsonNodeFactory.instance.objectNode().put("action", "announce");
    json.put("info_hash", Peer.binary(hash)).put("peer_id", DEAF);
    socket.getOutputStream().write(frame(json.put("more", LARGE.substring(0, 126)).toString()));
    return socket;
  }

  private static void awaitUpgrade(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    assertThat(head).startsWith("HTTP/1.1 101");
  }

  /// A frame of text as clients send it, of 126 bytes or more (RFC 6455, section 5.2), with a mask
  /// that changes nothing.
  private static byte[] frame(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .put((byte) 0x81)
        .put((byte) (0x80 | 126))
        .putShort((short) bytes.length)
        .putInt(0)
        .put(bytes)
        .array();
  }
}
