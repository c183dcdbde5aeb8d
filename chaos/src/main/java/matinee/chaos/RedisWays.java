package matinee.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The ways from one node to the Redis servers, a [Relay] for each, and what is lost on them.
///
/// Servers of a cluster tell where the others are; on these ways they seem to be where their relays
/// are, so that the node goes round none of them.
final class RedisWays implements AutoCloseable {
  private final LossyBus bus = new LossyBus();
  private final Map<Redis, Relay> relays = new LinkedHashMap<>();
  private final boolean isCluster;

  /// Those from the node called `node`.
  RedisWays(String node, RedisServers servers, long seed) throws IOException {
    isCluster = servers.isCluster();
    for (var server : servers.all()) {
      var name = node + " to redis at " + relays.size();
      relays.put(server, Relay.ofFew(name, server.port(), seed, this::read));
    }
  }

  private Source read(InputStream from, RandomGenerator chance) {
    var frames = bus.source(from, chance);
    return isCluster ? () -> frames.next().stream().map(this::asSeenHere).toList() : frames;
  }

  /// All [Ports] have the same number of digits, so that no length in a frame changes.
  private byte[] asSeenHere(byte[] frame) {
    var text = new String(frame, StandardCharsets.ISO_8859_1);
    for (var relay : relays.entrySet()) {
      text = text.replace(":" + relay.getKey().port() + "@", ":" + relay.getValue().port() + "@");
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// What the node is given for `--redis`.
  String address() {
    return relays.values().stream()
        .map(relay -> "127.0.0.1:" + relay.port())
        .collect(Collectors.joining(",", isCluster ? "redis-cluster://" : "redis://", ""));
  }

  LossyBus bus() {
    return bus;
  }

  /// As [Relay#cut], on each.
  void cut() {
    relays.values().forEach(Relay::cut);
  }

  void weather(Weather next) {
    relays.values().forEach(relay -> relay.weather(next));
  }

  void mend() {
    relays.values().forEach(Relay::mend);
  }

  /// How many connections have been broken by them.
  long broken() {
    return relays.values().stream().mapToLong(Relay::broken).sum();
  }

  @Override
  public void close() throws IOException {
    for (var relay : relays.values()) {
      relay.close();
    }
  }
}
