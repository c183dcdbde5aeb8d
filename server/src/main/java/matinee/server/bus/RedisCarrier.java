package matinee.server.bus;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishing and subscribing with Redis 7 or Valkey: one server, one that sentinels name, or a
/// cluster.
///
/// Every half second it sends itself a message, in a cluster by each of its servers; when one has
/// not come back for 2 s, it is not well, and all connections are made anew: a subscription can die
/// without a word. At most 10,000 messages wait to be sent on each. Redis may be away when this
/// begins.
public final class RedisCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCarrier.class);
  private static final Duration PROBE = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int MOST_WAITING = 10_000;

  private final RedisAddress address;
  private final RedisClient client = RedisClient.create();
  private final String probe;
  private final LongSupplier nanoTime;
  private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();

  /// When each probe of the wires last came back.
  private final Map<String, Long> provenAt = new ConcurrentHashMap<>();

  private final PeriodicTask task;
  private volatile @Nullable Wires wires;
  private Optional<Refusal> refusal = Optional.empty();

  /// `node` is the name of this server, `nanoTime` monotonic.
  public RedisCarrier(RedisAddress address, String node, LongSupplier nanoTime) {
    this.address = address;
    this.nanoTime = nanoTime;
    probe = "matinee:probe:" + node;
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MOST_WAITING)
            .socketOptions(SocketOptions.builder().connectTimeout(RedisAddress.PATIENCE).build())
            .build());
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("redis"),
            Pauses.after(PROBE),
            this::look,
            e -> LOG.warn("could not see to Redis", e));
  }

  @Override
  public boolean isWell() {
    var now = wires;
    return now != null && now.probes().stream().allMatch(this::isProven);
  }

  private boolean isProven(String one) {
    var at = provenAt.get(one);
    return at != null && nanoTime.getAsLong() - at < SILENCE.toNanos();
  }

  @Override
  public void listen(String channel, Consumer<String> heard) {
    listeners.put(channel, heard);
    withWires(now -> now.subscribe(List.of(channel)));
  }

  @Override
  public void ignore(String channel) {
    listeners.remove(channel);
    withWires(now -> now.unsubscribe(channel));
  }

  @Override
  public void send(String channel, String text) {
    withWires(now -> now.publish(channel, text));
  }

  private void withWires(Consumer<Wires> act) {
    var now = wires;
    if (now != null) {
      try {
        act.accept(now);
      } catch (RedisException e) {
        LOG.debug("Redis takes nothing now", e);
      }
    }
  }

  private void hear(String channel, String text) {
    if (channel.startsWith(probe)) {
      provenAt.put(channel, nanoTime.getAsLong());
      return;
    }
    var listener = listeners.get(channel);
    if (listener != null) {
      listener.accept(text);
    }
  }

  private void look() throws InterruptedException {
    if (!isWell() || !isCurrent()) {
      connect();
    }
    prove();
  }

  private boolean isCurrent() {
    var now = wires;
    try {
      return now != null && now.isCurrent();
    } catch (RedisException e) {
      LOG.debug("Redis does not tell how it is put together", e);
      return false;
    }
  }

  private void prove() {
    withWires(now -> now.probes().forEach(one -> now.publish(one, "")));
  }

  private void connect() throws InterruptedException {
    disconnect();
    try {
      var made = wires();
      wires = made;
      tell(Optional.empty());
      var channels = new ArrayList<>(made.probes());
      channels.addAll(listeners.keySet());
      made.subscribe(channels);
      long deadline = nanoTime.getAsLong() + SILENCE.toNanos();
      while (!isWell() && nanoTime.getAsLong() < deadline) {
        prove();
        Thread.sleep(PROBE.dividedBy(10));
      }
    } catch (RedisException e) {
      LOG.debug("Redis cannot be reached", e);
      tell(Refusal.in(e));
    }
  }

  /// Once each, however often it comes: it stays until somebody changes a password.
  private void tell(Optional<Refusal> now) {
    if (!now.equals(refusal)) {
      refusal = now;
      now.ifPresent(it -> LOG.warn("{}", it));
    }
  }

  private Wires wires() {
    return switch (address) {
      case RedisAddress.Server(var uri) ->
          new ServerWires(Pair.connect(client, uri, this::hear), Set.of(probe));
      case RedisAddress.Cluster cluster -> new ClusterWires(client, cluster, probe, this::hear);
    };
  }

  private void disconnect() {
    var old = wires;
    wires = null;
    provenAt.clear();
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() {
    task.close();
    wires = null;
    client.shutdown(Duration.ZERO, RedisAddress.PATIENCE);
  }
}
