package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import matinee.host.Absences;
import matinee.host.Presence;
import matinee.room.Command;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.server.bus.RoomBus;
import matinee.server.fanout.Audience;
import matinee.wire.BusMessage;
import matinee.wire.CloseCode;
import matinee.wire.Seat;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;
import matinee.wire.Vitals;

/// Who is connected to a room, to this server or to another, and how their players are doing.
/// Belongs to the room's thread.
///
/// A member has one connection over all servers: where two say that it is theirs, the newer is
/// (EN3). Whoever is connected nowhere is absent, and every server that keeps the room counts the
/// time: which of them tells it first does not matter, for the journal takes it once.
final class Attendance {
  private final Audience audience;
  private final Map<MemberId, Connection> connections = new HashMap<>();
  private final Presence presence = new Presence();
  private final Absences absences = new Absences();
  private final Companions companions = new Companions(this::hush, this::accompany);
  private final Elsewhere elsewhere = new Elsewhere();
  private final OwnSeats own;
  private final Signals signals;

  /// `state` is what was true of the room before this server kept it: its members are expected.
  Attendance(RoomState state, Audience audience, RoomBus bus, RoomMeter meter, Instant now) {
    this.audience = audience;
    own = new OwnSeats(bus, companions, now);
    signals = new Signals(audience, bus, meter);
    state.members().forEach(member -> absences.begin(member.id(), now));
    bus.found().forEach(seats -> hear(seats, now));
  }

  Presence presence() {
    return presence;
  }

  /// EN3: a newer connection of a member replaces the older.
  void connect(Connection connection, Instant now) {
    var member = connection.member();
    var older = connections.get(member);
    if (older != null) {
      disconnect(older);
      older.outbox().close(CloseCode.REPLACED);
    }
    connections.put(member, connection);
    absences.end(member);
    own.take(member, now);
  }

  /// A companion of a member comes in, which may be connected elsewhere (CD5, CD6).
  void connect(Entrant.OnCompanion companion, Connection connection, Instant now) {
    companions.add(companion, connection, now);
    companions.giveWay(companion.member(), elsewhere.companions(companion.member()));
  }

  private void accompany(MemberId member) {
    own.accompany(member);
  }

  /// Forgets `connection` of its member, which did not lose it.
  void disconnect(Connection connection) {
    connections.remove(connection.member());
    own.vacate(connection.member());
    hush(connection);
  }

  /// `connection` has broken.
  void lose(Connection connection, Instant now) {
    disconnect(connection);
    seatAnew(connection.member(), now);
  }

  /// It receives nothing more.
  private void hush(Connection connection) {
    if (connection.isAdmitted()) {
      audience.remove(connection.outbox());
    }
  }

  /// Is it here, and was it not replaced?
  boolean isPresent(Connection connection) {
    return connections.get(connection.member()) == connection;
  }

  Optional<Connection> connection(MemberId member) {
    return Optional.ofNullable(connections.get(member));
  }

  /// The connections of `member`, and of its companions.
  Stream<Connection> connectionsOf(MemberId member) {
    return Stream.concat(connection(member).stream(), companions.of(member));
  }

  /// Whose connections are here.
  Set<MemberId> members() {
    var members = new HashSet<>(connections.keySet());
    members.addAll(companions.members());
    return members;
  }

  Companions companions() {
    return companions;
  }

  Signals signals() {
    return signals;
  }

  /// Whoever is connected by `from`, here or on a companion, signals.
  void signal(Connection from, Signal signal, RoomState state, Instant now) {
    if (isPresent(from) || companions.holds(from)) {
      signals.take(from, signal, state, now);
    }
  }

  void report(MemberId member, Vitals vitals) {
    if (presence.report(member, vitals)) {
      own.change(member);
    }
  }

  /// `member` has no place any more; the event that says so says enough.
  void forget(MemberId member, CloseCode companionsWith) {
    presence.forget(member);
    absences.end(member);
    companions.closeOf(member, companionsWith);
  }

  /// `member` has come in at another server, which will say so: if it dies before it does, the
  /// member is absent.
  void expect(MemberId member, Instant now) {
    if (!connections.containsKey(member) && elsewhere.seat(member).isEmpty()) {
      absences.begin(member, now);
    }
  }

  /// Takes over what another server says of who is connected to it.
  void hear(BusMessage.OfSeats said, Instant now) {
    elsewhere.hear(said).forEach(member -> seatAnew(member, now));
    for (var of : said.companions()) {
      companions.giveWay(of.member(), elsewhere.companions(of.member()));
    }
  }

  /// All who were connected to `node` are not any more.
  void died(String node, Instant now) {
    elsewhere.died(node).forEach(member -> seatAnew(member, now));
  }

  private void seatAnew(MemberId member, Instant now) {
    var there = elsewhere.seat(member);
    var here = connections.get(member);
    if (here == null) {
      there.ifPresentOrElse(this::isElsewhere, () -> isNowhere(member, now));
    } else if (there.filter(seat -> own.isOlder(seat)).isPresent()) {
      disconnect(here);
      here.outbox().close(CloseCode.REPLACED);
      there.ifPresent(this::isElsewhere);
    }
  }

  private void isElsewhere(Seat seat) {
    absences.end(seat.member());
    seat.vitals().ifPresent(vitals -> presence.report(seat.member(), vitals));
  }

  private void isNowhere(MemberId member, Instant now) {
    presence.lose(member);
    absences.begin(member, now);
  }

  /// What has become due of those who are absent.
  List<Command> commands(RoomState state, Instant now) {
    return state.isOver() ? List.of() : absences.commands(state, now);
  }

  /// Tells everyone here how the players of those who are shown are doing, the other servers how
  /// all are, and both what is signalled.
  void tell(Instant now, Telling telling) {
    presence
        .tell(now, telling::shownOf)
        .ifPresent(told -> audience.send(List.of(ServerMessages.encode(told)), List.of()));
    own.tell(now, presence);
    signals.tell(now);
  }

  /// All who are connected here, for other servers.
  BusMessage.Seats seats() {
    return own.anew(presence);
  }

  /// How far ahead a change must be scheduled for everyone to hear of it in time (PB3).
  Duration slowestRoundTrip(Instant now) {
    return presence.slowestRoundTrip(now);
  }

  /// When there is something to tell, or somebody has been absent for too long.
  Stream<Instant> due(RoomState state) {
    Optional<Instant> absence = state.isOver() ? Optional.empty() : absences.due();
    return Stream.of(absence, presence.due(), own.due(), signals.due()).flatMap(Optional::stream);
  }

  /// Is nobody here, no companion either, and nobody expected?
  boolean isEmpty() {
    return connections.isEmpty() && companions.members().isEmpty() && absences.isEmpty();
  }

  /// Ends every connection.
  void closeAll(CloseCode code) {
    all().forEach(connection -> connection.outbox().close(code));
  }

  /// RG3: ends every connection, and asks for it anew in `region`: each at a moment of its own, a
  /// thousand a second.
  void sendTo(String region) {
    int afterMs = 0;
    for (var connection : all().toList()) {
      var reason = "region=" + region + " retry-after-ms=" + afterMs++;
      connection.outbox().close(CloseCode.MOVED, reason);
    }
  }

  private Stream<Connection> all() {
    return Stream.concat(connections.values().stream(), companions.all());
  }
}
