package matinee.server.bus;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishing and subscribing with Redis 7 or Valkey.
///
/// Every half second it sends itself a message; when none has come back for 2 s, it is not well,
/// and both connections are made anew: a subscription can die without a word. At most 10,000
/// messages wait to be sent. Redis may be away when this begins.
public final class RedisCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCarrier.class);
  private static final Duration PROBE = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_WAITING = 10_000;

  private final RedisClient client;
  private final String probeChannel;
  private final LongSupplier nanoTime;
  private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile @Nullable Wires wires;
  private volatile long provenAt;

  /// One connection that receives, one that sends.
  private record Wires(
      StatefulRedisPubSubConnection<String, String> in,
      StatefulRedisConnection<String, String> out) {

    void close() {
      if (in.isOpen()) {
        in.closeAsync();
      }
      if (out.isOpen()) {
        out.closeAsync();
      }
    }
  }

  /// `address` is like `redis://USER:PASSWORD@HOST:PORT`; `node` is the name of this server,
  /// `nanoTime` monotonic. Throws `IllegalArgumentException` when `address` is none.
  public RedisCarrier(String address, String node, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    probeChannel = "matinee:probe:" + node;
    provenAt = nanoTime.getAsLong() - SILENCE.toNanos();
    var uri = RedisURI.create(address);
    uri.setTimeout(PATIENCE);
    uri.setClientName("matinee");
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MOST_WAITING)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
            .build());
    listeners.put(probeChannel, _ -> provenAt = nanoTime.getAsLong());
    thread = Thread.ofVirtual().name("redis").start(this::run);
  }

  @Override
  public boolean isWell() {
    return nanoTime.getAsLong() - provenAt < SILENCE.toNanos();
  }

  @Override
  public void listen(String channel, Consumer<String> heard) {
    listeners.put(channel, heard);
    withWires(now -> now.in().async().subscribe(channel));
  }

  @Override
  public void ignore(String channel) {
    listeners.remove(channel);
    withWires(now -> now.in().async().unsubscribe(channel));
  }

  @Override
  public void send(String channel, String text) {
    withWires(now -> now.out().async().publish(channel, text));
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

  private void run() {
    try {
      while (true) {
        if (!isWell()) {
          connect();
        }
        send(probeChannel, "");
        Thread.sleep(PROBE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() throws InterruptedException {
    disconnect();
    try {
      var out = client.connect();
      var in = client.connectPubSub();
      in.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String text) {
              var listener = listeners.get(channel);
              if (listener != null) {
                listener.accept(text);
              }
            }
          });
      wires = new Wires(in, out);
      in.async().subscribe(listeners.keySet().toArray(String[]::new));
      long deadline = nanoTime.getAsLong() + PATIENCE.toNanos();
      while (!isWell() && nanoTime.getAsLong() < deadline) {
        send(probeChannel, "");
        Thread.sleep(PROBE.dividedBy(10));
      }
    } catch (RedisException e) {
      LOG.debug("Redis cannot be reached", e);
    }
  }

  private void disconnect() {
    var old = wires;
    wires = null;
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    wires = null;
    client.shutdown(Duration.ZERO, PATIENCE);
  }
}
