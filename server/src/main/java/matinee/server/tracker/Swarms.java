package matinee.server.tracker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The swarms with peers here. Whether a hash is good is looked up when it is first asked for, and
/// again after [#GOOD_FOR]. Safe for use by any thread.
final class Swarms {
  /// So long after a hash was looked up it is not looked up again.
  static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private final Predicate<InfoHash> isGood;
  private final Others others;
  private final LongSupplier nanoTime;
  private final Map<InfoHash, Open> open = new ConcurrentHashMap<>();

  private record Open(Swarm swarm, long lookedUpAt) {}

  /// `isGood` may block; `nanoTime` is monotonic.
  Swarms(Predicate<InfoHash> isGood, Others others, LongSupplier nanoTime) {
    this.isGood = isGood;
    this.others = others;
    this.nanoTime = nanoTime;
  }

  /// Were all of `hashes` found to be good lately? Does not block.
  boolean areFresh(List<InfoHash> hashes) {
    return hashes.stream().allMatch(it -> isFresh(open.get(it)));
  }

  private boolean isFresh(@Nullable Open known) {
    return known != null && nanoTime.getAsLong() - known.lookedUpAt() < GOOD_FOR.toNanos();
  }

  /// Are all of `hashes` good? Blocks.
  boolean areGood(List<InfoHash> hashes) {
    return hashes.stream().allMatch(this::lookUp);
  }

  private boolean lookUp(InfoHash hash) {
    if (isFresh(open.get(hash))) {
      return true;
    }
    if (!isGood.test(hash)) {
      open.remove(hash);
      return false;
    }
    var away = others.of(hash);
    open.compute(
            hash,
            (_, known) ->
                new Open(known == null ? new Swarm() : known.swarm(), nanoTime.getAsLong()))
        .swarm()
        .know(away);
    return true;
  }

  Optional<Swarm> find(InfoHash hash) {
    return Optional.ofNullable(open.get(hash)).map(Open::swarm);
  }

  /// Forgets those without peers here that were not looked up lately.
  void sweep() {
    open.values().removeIf(it -> it.swarm().isEmpty() && !isFresh(it));
  }

  /// Those with peers here.
  Map<InfoHash, Swarm> inUse() {
    var all = new HashMap<InfoHash, Swarm>();
    open.forEach(
        (hash, known) -> {
          if (!known.swarm().isEmpty()) {
            all.put(hash, known.swarm());
          }
        });
    return all;
  }
}
