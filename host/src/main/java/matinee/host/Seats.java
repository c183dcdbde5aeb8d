package matinee.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.MemberId;

/// The open connections, at most 16, and which of them is which member's. Used by one thread.
final class Seats {
  /// Twice as many as there are members at most: who comes back may come before it is gone.
  private static final int MOST_PEERS = 2 * PeerRules.MOST_MEMBERS;

  private final Map<String, Peer> peers = new LinkedHashMap<>();
  private final Map<MemberId, Peer> seated = new LinkedHashMap<>();

  boolean isFull() {
    return peers.size() >= MOST_PEERS;
  }

  /// Throws `IllegalArgumentException` if one of this name is open.
  void open(Peer peer) {
    if (peers.putIfAbsent(peer.id(), peer) != null) {
      throw new IllegalArgumentException("peer " + peer.id() + " is open");
    }
  }

  /// By `peer` its member is connected from now on; returns by which it was until now.
  Optional<Peer> seat(Peer peer) {
    return Optional.ofNullable(seated.put(peer.member(), peer));
  }

  /// Forgets `peer`. Returns whether its member is connected no more.
  boolean vacate(Peer peer) {
    peers.remove(peer.id());
    return seated.remove(peer.member(), peer);
  }

  Optional<Peer> peer(String id) {
    return Optional.ofNullable(peers.get(id));
  }

  Optional<Peer> of(MemberId member) {
    return Optional.ofNullable(seated.get(member));
  }

  /// Those who are connected.
  List<MemberId> members() {
    return List.copyOf(seated.keySet());
  }

  List<Peer> all() {
    return List.copyOf(peers.values());
  }

  /// Those who receive what is for everyone.
  Stream<Peer> admitted() {
    return seated.values().stream().filter(Peer::isAdmitted);
  }

  /// When each of them has been silent for too long.
  List<Long> silentAtNanos() {
    return peers.values().stream().map(peer -> peer.manners().silentAtNanos()).toList();
  }
}
