package matinee.server.rooms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.server.fanout.CloseCode;

/// The companions that are connected, at most three of each member (CD5, CD6). Belongs to the
/// room's thread.
final class Companions {
  private static final int MOST = 3;

  /// Of each member by their ids, in the order of connecting.
  private final Map<MemberId, SequencedMap<String, Connection>> connected = new HashMap<>();

  /// Is told of each that is closed.
  private final Consumer<Connection> closed;

  Companions(Consumer<Connection> closed) {
    this.closed = closed;
  }

  /// CD6: a newer connection of a companion replaces the older, and beyond three the companion that
  /// has been connected the longest gives way.
  void add(Entrant.OnCompanion companion, Connection connection) {
    var own = connected.computeIfAbsent(companion.member(), _ -> new LinkedHashMap<>());
    var older = own.remove(companion.id());
    if (older != null) {
      close(older, CloseCode.REPLACED);
    }
    if (own.size() == MOST) {
      close(own.pollFirstEntry().getValue(), CloseCode.OTHER_COMPANIONS);
    }
    own.put(companion.id(), connection);
  }

  /// Those of `member`.
  Stream<Connection> of(MemberId member) {
    var own = connected.get(member);
    return own == null ? Stream.empty() : own.values().stream();
  }

  /// Whose companions are here.
  Set<MemberId> members() {
    return connected.keySet();
  }

  /// Is it here and was not replaced?
  boolean holds(Connection connection) {
    var own = connected.get(connection.member());
    return own != null && own.containsValue(connection);
  }

  /// `connection` has ended by itself, if it is that of a companion.
  void remove(Connection connection) {
    var own = connected.get(connection.member());
    if (own != null && own.values().remove(connection)) {
      closed.accept(connection);
      if (own.isEmpty()) {
        connected.remove(connection.member());
      }
    }
  }

  /// CD7: closes those of `member`.
  void closeOf(MemberId member, CloseCode code) {
    var own = connected.remove(member);
    if (own != null) {
      own.values().forEach(connection -> close(connection, code));
    }
  }

  /// Those of all members.
  Stream<Connection> all() {
    return connected.values().stream().flatMap(own -> own.values().stream());
  }

  private void close(Connection connection, CloseCode code) {
    closed.accept(connection);
    connection.outbox().close(code);
  }
}
