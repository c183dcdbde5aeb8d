package matinee.bench;

import io.netty.channel.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Peers that announce themselves as often as the tracker takes it, strangers who ask for a hash
/// that nobody issued, and sockets on which nothing is said (P-08).
final class TrackerFlood implements Hostile.Behaviour {
  static final int SILENT = 2_000;
  private static final int SWARMS = 3;
  private static final int PEERS = 250;
  private static final int PAUSE_OF_STRANGERS_MS = 25;
  private static final String UNKNOWN = "\\u0000".repeat(20);
  private static final String ANNOUNCES = "matinee_tracker_announces_total";
  private static final String CUT = "matinee_tracker_cut_total{why=\"%s\"}";

  /// Together 10,000 a second. Who sends 50 in one is heard, but messages that waited come at once
  /// (TR6).
  private static final int PAUSE_MS = 25;

  private static final String OFFER =
      ",\"numwant\":1,\"offers\":[{\"offer_id\":\"o\",\"offer\":{\"type\":\"offer\",\"sdp\":\"%s\"}}]"
          .formatted("x".repeat(600));

  private final TrackerSockets sockets;
  private final Target.Matinee target;
  private final ServerProcess server;
  private final List<Channel> peers = new ArrayList<>();
  private final List<String> announcements = new ArrayList<>();
  private final long start;
  private final long announces;
  private final long lines;

  private TrackerFlood(MatineeProcess attacked) throws IOException {
    target = attacked.target();
    server = attacked.process();
    sockets = new TrackerSockets(target);
    sockets.open(SILENT, _ -> {});
    sockets.open(PEERS, peers::add);
    for (int i = 0; i < PEERS; i++) {
      announcements.add(announcement(i < SWARMS ? issued(i) : hash(i % SWARMS), i, OFFER));
    }
    start = System.nanoTime();
    announces = target.counted(ANNOUNCES);
    lines = server.lines();
    begin();
  }

  /// Peers and strangers at work on `server` until closed.
  static TrackerFlood on(MatineeProcess server) throws IOException {
    return new TrackerFlood(server);
  }

  private String issued(int number) throws IOException {
    return Http.field(Http.post(target.httpPort(), number, "/api/introductions", "{}"), "infoHash")
        .replaceAll("(..)", "\\\\u00$1");
  }

  /// That of the peer number `swarm`, who was the first there.
  private String hash(int swarm) {
    var first = announcements.get(swarm);
    int from = first.indexOf("\\u");
    return first.substring(from, first.indexOf('"', from));
  }

  private static String announcement(String hash, int peer, String more) {
    return "{\"action\":\"announce\",\"info_hash\":\"%s\",\"peer_id\":\"peer-%015d\"%s}"
        .formatted(hash, peer, more);
  }

  private void begin() {
    var _ =
        sockets.loop().scheduleWithFixedDelay(this::announce, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    var _ =
        sockets
            .loop()
            .scheduleAtFixedRate(
                () -> sockets.begin(it -> Crowd.send(it, announcement(UNKNOWN, 0, ""))),
                0,
                PAUSE_OF_STRANGERS_MS,
                TimeUnit.MILLISECONDS);
  }

  private void announce() {
    for (int i = 0; i < peers.size(); i++) {
      if (peers.get(i).isActive()) {
        Crowd.send(peers.get(i), announcements.get(i));
      }
    }
  }

  @Override
  public String outcome() throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%,.0f announces a second, %d of %d peers cut, %,d strangers of %,d, %.2f lines of the log a second"
        .formatted(
            (target.counted(ANNOUNCES) - announces) / seconds,
            target.counted(CUT.formatted("too_fast")),
            PEERS,
            target.counted(CUT.formatted("unknown_hash")),
            sockets.opened() - SILENT - PEERS,
            (server.lines() - lines) / seconds);
  }

  @Override
  public void close() {
    sockets.close();
  }
}
