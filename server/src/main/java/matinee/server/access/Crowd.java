package matinee.server.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/// Counts the open connections of each remote address, at most `limit` of each, over all servers
/// together: each takes its share, rounded up. Safe for use by any thread.
public final class Crowd {
  private final int limit;
  private final IntSupplier servers;
  private final Map<String, Integer> open = new HashMap<>();

  /// `servers`, 1 or more, are those among which the limit is divided.
  public Crowd(int limit, IntSupplier servers) {
    this.limit = limit;
    this.servers = servers;
  }

  /// Would one more connection of `address` be too many?
  public synchronized boolean isFull(String address) {
    return open.getOrDefault(address, 0) >= Math.ceilDiv(limit, servers.getAsInt());
  }

  /// Counts one more connection of `address`, unless that is one too many. Returns whether it is
  /// counted.
  public synchronized boolean enter(String address) {
    if (isFull(address)) {
      return false;
    }
    open.merge(address, 1, Integer::sum);
    return true;
  }

  /// A connection of `address` that was counted has ended.
  public synchronized void leave(String address) {
    open.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
  }
}
