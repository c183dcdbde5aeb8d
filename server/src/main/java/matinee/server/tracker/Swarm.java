package matinee.server.tracker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/// The peers that know one info hash: those here with their sockets, and those that other servers
/// told of. Safe for use by any thread; nothing is called while its lock is held.
final class Swarm {
  /// How many peers it has at most, over all servers but for what they do not know of one another
  /// yet.
  static final int MOST = 200;

  private final Map<Binary, Here> here = new HashMap<>();
  private Map<Binary, Away> away = Map.of();

  /// Where a peer is reached.
  sealed interface Reached {}

  /// By a socket of this server.
  record Here(Outlet outlet, boolean complete) implements Reached {}

  /// By the server called `node`.
  record Away(String node, boolean complete) implements Reached {}

  /// How many have all there is to have, and how many have not.
  record Count(int complete, int incomplete) {}

  /// A peer, and where it is.
  record Found(Binary peer, Reached at) {}

  /// Notes that `peer` is there by `outlet`. Returns why not if it is not: somebody else is called
  /// so, or there are too many.
  synchronized Optional<String> join(Binary peer, Outlet outlet, boolean complete) {
    var known = here.get(peer);
    if (away.containsKey(peer) || (known != null && known.outlet() != outlet)) {
      return Optional.of("somebody else has this peer_id; it is free a minute after they left");
    }
    if (known == null && here.size() + away.size() >= MOST) {
      return Optional.of("%d peers are here already".formatted(MOST));
    }
    here.put(peer, new Here(outlet, complete));
    return Optional.empty();
  }

  /// `peer` is no longer there by `outlet`, if it was.
  synchronized void leave(Binary peer, Outlet outlet) {
    here.computeIfPresent(peer, (_, known) -> known.outlet() == outlet ? null : known);
  }

  /// Is `peer` there by `outlet`?
  synchronized boolean has(Binary peer, Outlet outlet) {
    var known = here.get(peer);
    return known != null && known.outlet() == outlet;
  }

  synchronized Optional<Reached> find(Binary peer) {
    return Optional.<Reached>ofNullable(here.get(peer))
        .or(() -> Optional.ofNullable(away.get(peer)));
  }

  /// At most `most` peers other than `self`, by chance.
  synchronized List<Found> others(Binary self, int most, RandomGenerator chance) {
    var all = new ArrayList<Found>();
    here.forEach((peer, at) -> all.add(new Found(peer, at)));
    away.forEach((peer, at) -> all.add(new Found(peer, at)));
    all.removeIf(it -> it.peer().equals(self));
    Collections.shuffle(all, Random.from(chance));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  synchronized Count count() {
    long complete =
        here.values().stream().filter(Here::complete).count()
            + away.values().stream().filter(Away::complete).count();
    return new Count((int) complete, (int) (here.size() + away.size() - complete));
  }

  /// Those here, and whether each is complete.
  synchronized Map<Binary, Boolean> here() {
    var all = new HashMap<Binary, Boolean>();
    here.forEach((peer, at) -> all.put(peer, at.complete()));
    return all;
  }

  /// From now on these are the peers of other servers.
  synchronized void know(Map<Binary, Away> others) {
    away = Map.copyOf(others);
  }

  synchronized boolean isEmpty() {
    return here.isEmpty();
  }
}
