package matinee.server.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.wire.CloseCode;
import matinee.wire.CompanionSeats;

/// The companions that are connected here, at most three of each member over all servers (CD5,
/// CD6): all servers put those that they know of in the same order, and each closes its own that
/// are too many. Belongs to the room's thread.
final class Companions {
  private static final int MOST = 3;

  /// Of each member by their ids, in the order of connecting.
  private final Map<MemberId, SequencedMap<String, Own>> connected = new HashMap<>();

  /// Is told of each that is closed.
  private final Consumer<Connection> closed;

  /// Is told whose have come or gone.
  private final Consumer<MemberId> changed;

  /// When the newest connected.
  private Instant newest = Instant.MIN;

  private record Own(Connection connection, CompanionSeats.One seat) {

    /// Was the companion `there` connected later? Of two of the same millisecond, that with the
    /// later name.
    boolean isBefore(CompanionSeats.One there) {
      int order = seat.since().compareTo(there.since());
      return order < 0 || order == 0 && seat.id().compareTo(there.id()) < 0;
    }
  }

  Companions(Consumer<Connection> closed, Consumer<MemberId> changed) {
    this.closed = closed;
    this.changed = changed;
  }

  /// CD6: a newer connection of a companion replaces the older. It counts as connected at `now`, or
  /// a millisecond after the one before.
  void add(Entrant.OnCompanion companion, Connection connection, Instant now) {
    var own = connected.computeIfAbsent(companion.member(), _ -> new LinkedHashMap<>());
    var older = own.remove(companion.id());
    if (older != null) {
      close(older, CloseCode.REPLACED);
    }
    newest = now.isAfter(newest) ? now : newest.plusMillis(1);
    own.put(companion.id(), new Own(connection, new CompanionSeats.One(companion.id(), newest)));
    changed.accept(companion.member());
  }

  /// CD6: a newer connection of the same companion `elsewhere` replaces the one here, and of more
  /// than three those here that have been connected the longest give way.
  void giveWay(MemberId member, List<CompanionSeats.One> elsewhere) {
    for (var own : ownOf(member).toList()) {
      var id = own.seat().id();
      if (elsewhere.stream().anyMatch(it -> it.id().equals(id) && own.isBefore(it))) {
        drop(own, CloseCode.REPLACED);
      }
    }
    var here = ownOf(member).toList();
    var ids = here.stream().map(own -> own.seat().id()).toList();
    var others =
        Stream.concat(
                here.stream().map(Own::seat),
                elsewhere.stream().filter(it -> !ids.contains(it.id())))
            .toList();
    for (var own : here) {
      if (others.stream().filter(own::isBefore).count() >= MOST) {
        drop(own, CloseCode.OTHER_COMPANIONS);
      }
    }
  }

  private void drop(Own own, CloseCode code) {
    remove(own.connection());
    own.connection().outbox().close(code);
  }

  private Stream<Own> ownOf(MemberId member) {
    var own = connected.get(member);
    return own == null ? Stream.empty() : own.values().stream();
  }

  /// Those of `member`.
  Stream<Connection> of(MemberId member) {
    return ownOf(member).map(Own::connection);
  }

  /// Those of `member`, as other servers are told of them.
  CompanionSeats seats(MemberId member) {
    return new CompanionSeats(member, ownOf(member).map(Own::seat).toList());
  }

  /// Whose companions are here.
  Set<MemberId> members() {
    return connected.keySet();
  }

  /// Is it here and was not replaced?
  boolean holds(Connection connection) {
    return of(connection.member()).anyMatch(connection::equals);
  }

  /// `connection` has ended by itself, if it is that of a companion.
  void remove(Connection connection) {
    var member = connection.member();
    var own = connected.get(member);
    if (own != null && own.values().removeIf(it -> it.connection().equals(connection))) {
      closed.accept(connection);
      if (own.isEmpty()) {
        connected.remove(member);
      }
      changed.accept(member);
    }
  }

  /// CD7: closes those of `member`.
  void closeOf(MemberId member, CloseCode code) {
    var own = connected.remove(member);
    if (own != null) {
      own.values().forEach(it -> close(it, code));
      changed.accept(member);
    }
  }

  /// Those of all members.
  Stream<Connection> all() {
    return connected.keySet().stream().flatMap(this::of);
  }

  private void close(Own own, CloseCode code) {
    closed.accept(own.connection());
    own.connection().outbox().close(code);
  }
}
