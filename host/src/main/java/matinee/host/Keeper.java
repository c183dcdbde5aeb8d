package matinee.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.RoomState;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.CloseCode;
import matinee.wire.Decoded;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;
import matinee.wire.Vitals;

/// Keeps one room without a server, in the page of one of those who are in it (PE1). To its peers
/// it speaks as a server does (protocol/WIRE.md).
///
/// Pure: what happens is told by [#opened], [#received], [#closed] and [#due], each with the room
/// time in milliseconds since 1970, and gives what is to be done about it. A time before one that
/// was told already counts as that. What has not been told by the instant [#dueMs] is then to be
/// asked for by [#due]. Used by one thread.
public final class Keeper {
  private static final int MAX_BYTES = 64 * 1_024;

  private final String epoch;
  private final KeptRoom room;
  private final Seats seats = new Seats();
  private final Places places;
  private final Presence presence = new Presence();
  private final Absences absences = new Absences();
  private final Signalling signalling = new Signalling();
  private final Basket basket = new Basket();
  private final List<Effect> effects = new ArrayList<>();
  private Now now;

  /// Begins to keep a room that is in `state`, which is [RoomState#NEW] where it is a new one. Its
  /// history is called `epoch` from now on: 1 to 64 printable ASCII characters, which no other has.
  /// Whoever has a place in it is expected to come (PE5).
  public Keeper(String epoch, RoomState state, double nowMs) {
    this.epoch = epoch;
    room = new KeptRoom(state);
    now = Now.at(nowMs);
    places = new Places(state);
    state.members().forEach(member -> absences.begin(member.id(), now.instant()));
  }

  /// What is true of the room.
  public RoomState state() {
    return room.state();
  }

  /// A connection is open, which is called `peer` as long as it is, and no other is meanwhile. By
  /// it comes `member`, who wants to be called `name`: a line of 1 to 40 characters. Throws
  /// `IllegalArgumentException` if it is none.
  public List<Effect> opened(String peer, MemberId member, String name, double nowMs) {
    pass(nowMs);
    var wanted = new Command.Enter(member, name).name();
    if (seats.isFull()) {
      close(peer, CloseCode.OVERLOADED);
    } else {
      seats.open(new Peer(peer, member, wanted, now.nanos()));
    }
    return done();
  }

  /// `frame` came from `peer`.
  public List<Effect> received(String peer, String frame, double nowMs) {
    pass(nowMs);
    seats.peer(peer).ifPresent(from -> hear(from, frame));
    return done();
  }

  /// The connection of `peer` has ended.
  public List<Effect> closed(String peer, double nowMs) {
    pass(nowMs);
    seats.peer(peer).ifPresent(this::lose);
    return done();
  }

  /// Nothing happened.
  public List<Effect> due(double nowMs) {
    pass(nowMs);
    return done();
  }

  /// When to ask for [#due], in room time; infinity for never.
  public double dueMs() {
    double next = seats.silentAtNanos().stream().mapToDouble(now::msOf).min().orElse(Now.NEVER);
    var deadlines =
        Stream.of(absencesDue(), presence.due(), basket.due(), room.state().deadline())
            .flatMap(Optional::stream);
    return Math.min(next, deadlines.mapToDouble(Instant::toEpochMilli).min().orElse(Now.NEVER));
  }

  private Optional<Instant> absencesDue() {
    return room.state().isOver() ? Optional.empty() : absences.due();
  }

  /// Does what has become due by now.
  private void pass(double nowMs) {
    now = now.next(nowMs);
    for (var peer : seats.all()) {
      peer.manners().silence(now.nanos()).ifPresent(code -> drop(peer, code));
    }
    if (!room.state().isOver()) {
      absences.commands(room.state(), now.instant()).forEach(this::settle);
    }
    if (room.state().deadline().filter(due -> !now.instant().isBefore(due)).isPresent()) {
      settle(new Command.Tick());
    }
  }

  /// Tells how players are doing and what is signalled, if it is time to, and gives all that is to
  /// be done.
  private List<Effect> done() {
    presence
        .tell(now.instant(), UnaryOperator.identity())
        .ifPresent(told -> sendAll(encoded(told)));
    basket.tell(now.instant()).ifPresent(this::passAll);
    var done = List.copyOf(effects);
    effects.clear();
    return done;
  }

  private void hear(Peer from, String frame) {
    if (Utf8.isLonger(frame, MAX_BYTES)) {
      drop(from, CloseCode.TOO_LARGE); // WI1
      return;
    }
    if (!from.manners().letsFrame(now.nanos())) {
      drop(from, CloseCode.TOO_MANY_MESSAGES); // WI7
      return;
    }
    switch (ClientMessages.decode(frame)) {
      case Decoded.Malformed<ClientMessage>(var field, var message) ->
          complain(from, field, message);
      case Decoded.Value<ClientMessage>(var message) when from.manners().hasEntered() ->
          take(from, message);
      case Decoded.Value<ClientMessage>(ClientMessage.Enter(var resume)) -> enter(from, resume);
      case Decoded.Value<ClientMessage> _ -> drop(from, CloseCode.NOT_ENTERED);
    }
  }

  private void take(Peer from, ClientMessage message) {
    switch (message) {
      case ClientMessage.Enter _ -> complain(from, "type", "enter comes once, first of all");
      case ClientMessage.Heartbeat(double t0, var vitals) -> beat(from, t0, vitals);
      case ClientMessage.Signalled(var signal) -> signal(from, signal);
      case ClientMessage.Leave _ -> leave(from);
      case ClientMessage.Request request -> decide(from, request);
    }
  }

  /// WI3.
  private void complain(Peer from, String field, String message) {
    send(from, encoded(new ServerMessage.Error(field, message)));
    if (from.manners().offend(now.nanos())) {
      drop(from, CloseCode.TOO_MANY_ERRORS);
    }
  }

  private void beat(Peer from, double t0, Vitals vitals) {
    if (!from.manners().letsHeartbeat(now.nanos())) {
      drop(from, CloseCode.TOO_MANY_MESSAGES); // WI7
      return;
    }
    from.manners().beat(now.nanos());
    var answer = new ServerMessage.HeartbeatAnswer(t0, now.ms(), now.ms());
    effects.add(new Effect.Answer(from.id(), encoded(answer)));
    if (from.manners().isNews(vitals)) {
      var _ = presence.report(from.member(), vitals);
    }
  }

  private void signal(Peer from, Signal signal) {
    if (from.manners().letsSignal(now.nanos())) {
      signalling
          .take(from.member(), Device.SCREEN, signal, room.state(), now.instant())
          .ifPresent(basket::add);
    }
  }

  private void leave(Peer from) {
    seats.vacate(from);
    settle(new Command.Leave(from.member()));
    close(from.id(), CloseCode.LEFT);
  }

  private void decide(Peer from, ClientMessage.Request request) {
    if (!places.letsCommand(from.member(), now.nanos())) {
      tooSoon(from, request);
      return;
    }
    var ask =
        new Command.Ask(
            request.id(),
            from.member(),
            Device.SCREEN,
            request.seen(),
            request.again(),
            request.wish());
    var settled = room.settle(ask, moment());
    settled.texts().forEach(this::sendAll);
    send(from, encoded(Replies.to(ask, settled.decision(), room.state())));
    settled.decision().events().forEach(event -> goneBy(event.event()));
  }

  /// CO3. What was sent before may have been accepted then.
  private void tooSoon(Peer from, ClientMessage.Request request) {
    if (request.again()) {
      drop(from, CloseCode.OVERLOADED);
    } else {
      var limited = new ServerMessage.Rejected(request.id(), ServerMessage.Rejected.RATE_LIMITED);
      send(from, encoded(limited));
    }
  }

  private void enter(Peer from, Resume resume) {
    from.manners().enter(now.nanos());
    seats
        .seat(from)
        .ifPresent(
            older -> {
              seats.vacate(older);
              close(older.id(), CloseCode.REPLACED); // EN3
            });
    absences.end(from.member());
    var decision =
        settle(new Command.Enter(from.member(), from.name(), places.credential(from.member())));
    if (room.state().member(from.member()).isEmpty()) {
      seats.vacate(from);
      close(from.id(), Replies.barrier(decision));
      return;
    }
    from.admit();
    welcome(from, resume);
  }

  /// EN2.
  private void welcome(Peer to, Resume resume) {
    var welcome = new ServerMessage.Welcome(to.member(), Device.SCREEN, epoch, now.ms());
    send(to, encoded(welcome));
    missed(resume)
        .orElseGet(() -> List.of(encoded(new ServerMessage.Snapshot(epoch, room.state()))))
        .forEach(text -> send(to, text));
    presence.of(presence.members()).ifPresent(all -> send(to, encoded(all)));
  }

  private Optional<List<String>> missed(Resume resume) {
    var after = Replies.missedAfter(resume, epoch, room.state());
    return after.isPresent() ? room.since(after.getAsLong()) : Optional.empty();
  }

  /// Decides what nobody waits for.
  private Decision settle(Command command) {
    var settled = room.settle(command, moment());
    settled.texts().forEach(this::sendAll);
    settled.decision().events().forEach(event -> goneBy(event.event()));
    return settled.decision();
  }

  private Moment moment() {
    return new Moment(now.instant(), Moment.leadFor(presence.slowestRoundTrip(now.instant())));
  }

  /// Who has no place any more is forgotten; who was put out is closed at once (OD1, OD2, AC7).
  private void goneBy(Event event) {
    switch (event) {
      case Event.Joined(var member, var _) -> places.add(member);
      case Event.Left(var member) -> forget(member);
      case Event.Kicked(var member) -> putOut(member, CloseCode.KICKED);
      case Event.Banned(var member) -> putOut(member, CloseCode.BANNED);
      case Event.Closed _ -> seats.members().forEach(member -> putOut(member, CloseCode.CLOSED));
      case Event _ -> {}
    }
  }

  private void forget(MemberId member) {
    presence.forget(member);
    absences.end(member);
  }

  private void putOut(MemberId member, CloseCode code) {
    forget(member);
    seats
        .of(member)
        .ifPresent(
            peer -> {
              seats.vacate(peer);
              close(peer.id(), code);
            });
  }

  /// The connection is ended from here; its member may come back.
  private void drop(Peer peer, CloseCode code) {
    close(peer.id(), code);
    lose(peer);
  }

  private void lose(Peer peer) {
    if (seats.vacate(peer) && room.state().member(peer.member()).isPresent()) {
      presence.lose(peer.member());
      absences.begin(peer.member(), now.instant());
    }
  }

  private void close(String peer, CloseCode code) {
    effects.add(new Effect.Close(peer, code));
  }

  private void send(Peer to, String text) {
    effects.add(new Effect.Send(to.id(), text));
  }

  private void sendAll(String text) {
    seats.admitted().forEach(peer -> send(peer, text));
  }

  /// SI3.
  private void passAll(ServerMessage.Signals signals) {
    signalling.tidy(now.instant());
    var text = encoded(signals);
    seats.admitted().forEach(peer -> effects.add(new Effect.Pass(peer.id(), text)));
  }

  private static String encoded(ServerMessage message) {
    return ServerMessages.encode(message);
  }
}
