package matinee.server.bus;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// The connections to a Redis cluster, a [Pair] for each server that keeps slots. A channel belongs
/// to the server that keeps its slot (sharded channels, Redis 7); the others hear nothing of it.
///
/// All servers are reached, or nothing is carried. When a slot moves, its subscriptions are gone,
/// also when it comes back at once; so whoever uses this asks [#isCurrent] from time to time.
final class ClusterWires implements Wires {
  private static final int AT_ONCE = 1_000;

  private final Map<String, List<Integer>> slots;
  private final Map<Integer, Pair> bySlot = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Set<String> probes = new TreeSet<>();
  private final Set<String> leaving = ConcurrentHashMap.newKeySet();
  private volatile boolean lost;

  /// Connects to the cluster at `address`. The names of probes begin with `probe`; what comes by a
  /// channel is given to `heard`. Blocks; throws [RedisException] when a server cannot be reached.
  ClusterWires(
      RedisClient client,
      RedisAddress.Cluster address,
      String probe,
      BiConsumer<String, String> heard) {
    slots = ask(client, address);
    try {
      for (var server : slots.entrySet()) {
        var pair = Pair.connect(client, address.at(server.getKey()), heard);
        pairs.add(pair);
        pair.in().addListener(new Losses());
        server.getValue().forEach(slot -> bySlot.put(slot, pair));
        probes.add(channelIn(Set.copyOf(server.getValue()), probe));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Notes when a server ends a subscription of its own accord.
  private final class Losses extends RedisPubSubAdapter<String, String> {
    @Override
    public void sunsubscribed(String channel, long left) {
      if (!leaving.remove(channel)) {
        lost = true;
      }
    }
  }

  /// The slots that each server keeps, by host and port, as the first says that answers.
  private static Map<String, List<Integer>> ask(RedisClient client, RedisAddress.Cluster address) {
    var failure = new RedisException("the cluster has no servers");
    for (var host : address.hosts()) {
      try (var connection = client.connect(address.at(host))) {
        return slots(connection.sync().clusterNodes());
      } catch (RedisException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static Map<String, List<Integer>> slots(String nodes) {
    var slots = new HashMap<String, List<Integer>>();
    for (RedisClusterNode node : ClusterPartitionParser.parse(nodes)) {
      if (node.is(NodeFlag.UPSTREAM) && !node.getSlots().isEmpty()) {
        slots.put(node.getUri().getHost() + ":" + node.getUri().getPort(), node.getSlots());
      }
    }
    return slots;
  }

  /// A channel whose slot is one of `kept`.
  private static String channelIn(Set<Integer> kept, String start) {
    int number = 0;
    while (!kept.contains(SlotHash.getSlot(start + ":" + number))) {
      number++;
    }
    return start + ":" + number;
  }

  @Override
  public Set<String> probes() {
    return probes;
  }

  @Override
  public boolean isCurrent() {
    return !lost
        && !pairs.isEmpty()
        && slots.equals(slots(pairs.getFirst().out().sync().clusterNodes()));
  }

  /// By one command each: those of one command must be of one slot. Now and then it waits for an
  /// answer, for no more than [RedisCarrier] allows may wait to be sent.
  @Override
  public void subscribe(Collection<String> channels) {
    int sent = 0;
    for (var channel : channels) {
      var done = pair(channel).map(pair -> pair.in().async().ssubscribe(channel));
      if (++sent % AT_ONCE == 0 && done.isPresent()) {
        LettuceFutures.awaitOrCancel(
            done.get(), RedisAddress.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  @Override
  public void unsubscribe(String channel) {
    pair(channel)
        .ifPresent(
            pair -> {
              leaving.add(channel);
              pair.in().async().sunsubscribe(channel);
            });
  }

  @Override
  public void publish(String channel, String text) {
    pair(channel).ifPresent(pair -> pair.out().async().spublish(channel, text));
  }

  private Optional<Pair> pair(String channel) {
    return Optional.ofNullable(bySlot.get(SlotHash.getSlot(channel)));
  }

  @Override
  public void close() {
    pairs.forEach(Pair::close);
  }
}
