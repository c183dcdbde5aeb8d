package matinee.server.bus;

import java.util.Collection;
import java.util.Set;

/// The connections to Redis that are used now. They are never mended: when something is wrong with
/// them, others are made. Each throws [io.lettuce.core.RedisException] when Redis takes nothing
/// now.
interface Wires {

  /// Channels of this server's own: what comes back by all of them proves that all connections
  /// carry.
  Set<String> probes();

  /// Is Redis still put together as it was when these were made? Blocks on Redis.
  boolean isCurrent();

  /// Blocks only for many.
  void subscribe(Collection<String> channels);

  void unsubscribe(String channel);

  void publish(String channel, String text);

  void close();
}
