package matinee.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The memory that players take which read a film as slowly as they can, and when they are cut.
final class Sippers {
  private static final int COUNT = 500;
  static final int FILM_BYTES = 64 << 20;
  private static final int BYTES_A_SECOND = 1_024;
  private static final int SECONDS = 120;
  private static final String CUT = "matinee_http_cut_total";

  private Sippers() {}

  static void measure(Path repository) throws IOException, InterruptedException {
    try (var server = MatineeProcess.start(repository, MatineeProcess.freePort());
        var film = WatchedFilm.of(server.target(), WatchedFilm.beginning(FILM_BYTES))) {
      int port = server.target().httpPort();
      var request = request(server.target(), film);
      var before = Footprint.of(server.process());
      var players = new ArrayList<Socket>();
      for (int i = 0; i < COUNT; i++) {
        players.add(begin(port, request));
      }
      sip(players, 5);
      var grown = Footprint.of(server.process()).minus(before);
      sip(players, SECONDS - 5);
      System.out.printf(
          "| %,d read a film at 1 KB/s | %.1f KiB resident a reader | live heap %+.1f KiB a reader |"
              + " %,d cut within %d s |%n",
          COUNT,
          grown.residentBytes() / 1024.0 / COUNT,
          grown.liveHeapBytes().orElse(0) / 1024.0 / COUNT,
          server.target().counted(CUT),
          SECONDS);
      for (var player : players) {
        player.close();
      }
    }
  }

  /// A request for the `film`.
  static byte[] request(Target.Matinee target, WatchedFilm film) {
    return ("GET " + film.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + target.httpPort() + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static Socket begin(int port, byte[] request) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.getOutputStream().write(request);
    return socket;
  }

  private static void sip(List<Socket> players, int seconds) throws InterruptedException {
    for (int second = 0; second < seconds; second++) {
      Thread.sleep(1_000);
      for (var player : players) {
        sip(player);
      }
    }
  }

  private static void sip(Socket player) {
    try {
      var in = player.getInputStream();
      var _ = in.readNBytes(Math.min(in.available(), BYTES_A_SECOND));
    } catch (IOException _) {
      // Cut: that is counted by the server.
    }
  }
}
