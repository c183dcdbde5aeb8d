package matinee.sim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import matinee.room.CommandId;
import matinee.room.Device;
import matinee.room.Length;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.server.access.Admission;
import matinee.server.rooms.Entrant;
import matinee.sync.Coalescer;
import matinee.sync.RoomClock;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Condition;
import matinee.wire.Decoded;
import matinee.wire.Link;
import matinee.wire.Measured;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Vitals;

/// A page that a person has open: a link, a copy of the room, its clock, and a player that follows.
/// On a companion there is no player (CD2).
final class Page {
  private static final double TENTH = 10;

  private final World world;
  private final Person person;
  private final Chance chance;
  private final String prefix;
  private final Device device;
  private final Build.Copy copy;
  private final RoomClock clock;
  private final Link link = new Link(new Means());
  private final Coalescer<Wish.Seek> seeks = new Coalescer<>();
  private final Coalescer<Wish.SetRate> rates = new Coalescer<>();
  private final Set<CommandId> waiting = new HashSet<>();
  private Optional<Cable> cable = Optional.empty();
  private Optional<Following> following = Optional.empty();
  private VirtualTime.Timer beat = VirtualTime.Timer.NONE;
  private String welcomedTo = "";
  private boolean fresh = true;
  private boolean closed;
  private int made;

  Page(World world, Person person, Device device, int number) {
    this.world = world;
    this.person = person;
    this.device = device;
    prefix = person.member().value() + (device == Device.COMPANION ? "-phone-" : "-") + number;
    chance = world.chance("page " + prefix);
    copy = world.build().copies().get();
    clock = new RoomClock(person.nowMs());
    link.setOut();
    tick();
  }

  Person person() {
    return person;
  }

  Build.Copy copy() {
    return copy;
  }

  RoomClock clock() {
    return clock;
  }

  Link.Phase phase() {
    return link.phase();
  }

  boolean isClosed() {
    return closed;
  }

  /// Has every command an answer?
  boolean isAnswered() {
    return link.isIdle();
  }

  Optional<Following> following() {
    return following;
  }

  @Override
  public String toString() {
    return prefix;
  }

  /// The person presses a button of the page, or drags a slider.
  void press(Wish wish) {
    if (wish instanceof Wish.Seek seek) {
      seeks.offer(person.nowMs(), seek).ifPresent(this::wish);
    } else if (wish instanceof Wish.SetRate rate) {
      rates.offer(person.nowMs(), rate).ifPresent(this::wish);
    } else {
      wish(wish);
    }
  }

  private void wish(Wish wish) {
    command(wish, device == Device.COMPANION ? Ledger.Origin.COMPANION : Ledger.Origin.WISH);
  }

  /// Sends what somebody, or something, wants; returns its id.
  CommandId command(Wish wish, Ledger.Origin origin) {
    var id = new CommandId(prefix + "-" + ++made);
    world.made(world.ledger().make(new Ledger.Key(person.member(), id), wish, origin));
    waiting.add(id);
    link.command(new ClientMessage.Request(id, copy.state().revision(), wish));
    return id;
  }

  /// Is the command still without an answer?
  boolean isWaiting(CommandId id) {
    return waiting.contains(id);
  }

  /// The person leaves the room.
  void leave() {
    if (link.isLive()) {
      cable.ifPresent(to -> to.up(ClientMessages.encode(new ClientMessage.Leave())));
    }
    close();
  }

  /// The page is closed.
  void close() {
    closed = true;
    link.end();
    following.ifPresent(Following::close);
    following = Optional.empty();
  }

  /// The person asks to come back, where another page has taken the place.
  void comeBack() {
    if (!closed && link.phase() == Link.Phase.OVER) {
      link.setOut();
    }
  }

  /// The connection breaks; see [Cable#cut].
  void cut(boolean loses, boolean clientTold, boolean serverTold) {
    cable.ifPresent(it -> it.cut(loses, clientTold, serverTold));
  }

  void doubt() {
    if (!closed) {
      link.doubt();
    }
  }

  private void tick() {
    if (closed) {
      return;
    }
    link.timer();
    seeks.due(person.nowMs()).ifPresent(this::wish);
    rates.due(person.nowMs()).ifPresent(this::wish);
    following.ifPresent(Following::look);
    boolean still =
        device == Device.COMPANION || following.filter(Following::isResting).isPresent();
    person.after(still ? person.restMs() : person.stepMs(), this::tick);
  }

  private void beat() {
    if (closed || !link.isLive()) {
      return;
    }
    clock.wallClockShows(person.nowMs(), person.wallTimeMs());
    double t0 = person.nowMs();
    clock.probeSent(t0);
    send(new ClientMessage.Heartbeat(t0, vitals()));
    link.probed();
    beat.callOff();
    beat = person.after(clock.nextProbeAtMs() - person.nowMs(), this::beat);
  }

  private Vitals vitals() {
    var condition = following.map(Following::condition).orElse(Condition.NO_FILM);
    double lateMs = following.map(it -> it.follower().syncErrorMs()).orElse(Double.NaN);
    return new Vitals(condition, measured(clock.roundTripMs()), measured(lateMs), Measured.Not.NOT);
  }

  private static Measured measured(double ms) {
    return Double.isFinite(ms) ? new Measured.Ms(Math.round(ms * TENTH) / TENTH) : Measured.Not.NOT;
  }

  private void send(ClientMessage message) {
    cable.ifPresent(to -> to.up(ClientMessages.encode(message)));
  }

  private void receive(String text) {
    double atMs = person.nowMs();
    link.heard();
    switch (ServerMessages.decode(text)) {
      case Decoded.Malformed<ServerMessage>(var field, var message) ->
          throw new Violation("ReadableMessages", field + " " + message + " in " + text);
      case Decoded.Value<ServerMessage>(var message) -> take(message, atMs);
    }
  }

  private void take(ServerMessage message, double atMs) {
    var before = copy.state();
    var epoch = copy.epoch();
    switch (copy.apply(message)) {
      case GAP -> link.gap();
      case KNOWN -> {}
      case APPLIED -> applied(message, epoch, before.revision());
      case IGNORED -> answer(message, atMs);
    }
  }

  private void applied(ServerMessage message, String epoch, long revision) {
    world.applied(this, message, epoch, revision);
    boolean isSnapshot = message instanceof ServerMessage.Snapshot;
    if (isSnapshot && !fresh) {
      world.counts().add("snapshot for who came back");
    }
    fresh = false;
    follow();
  }

  private void answer(ServerMessage message, double atMs) {
    switch (message) {
      case ServerMessage.Welcome(_, _, var epoch, _) -> {
        welcomedTo = epoch;
        link.welcomed();
        clock.reset(person.nowMs());
        beat.callOff();
        beat();
      }
      case ServerMessage.Accepted(var id, long revision) ->
          answered(id, new Ledger.Answer.Accepted(welcomedTo, revision));
      case ServerMessage.Rejected(var id, var reason, _) ->
          answered(id, new Ledger.Answer.Rejected(welcomedTo, reason));
      case ServerMessage.HeartbeatAnswer(double t0, double t1, double t2) ->
          clock.sample(t0, t1, t2, atMs);
      case ServerMessage.Error error ->
          throw new Violation("ReadableMessages", "the server could not read " + error);
      case ServerMessage.Presence _,
          ServerMessage.Signals _,
          ServerMessage.Crowd _,
          ServerMessage.Snapshot _,
          ServerMessage.Happened _ -> {}
    }
  }

  private void answered(CommandId id, Ledger.Answer answer) {
    link.answered(id);
    world.ledger().find(new Ledger.Key(person.member(), id)).orElseThrow().answers().add(answer);
    if (waiting.remove(id)) {
      following.ifPresent(it -> it.answered(id, answer));
    }
  }

  /// The player is led along the room's line; another media gets another player.
  private void follow() {
    if (device == Device.COMPANION || !(copy.state().stage() instanceof Stage.Loaded loaded)) {
      return;
    }
    if (following.filter(it -> it.isOf(loaded)).isEmpty()) {
      following.ifPresent(Following::close);
      following = Optional.of(new Following(world, this, chance, loaded));
    }
    following.ifPresent(it -> it.follow(loaded.playback(), Page.end(loaded)));
  }

  /// UP1: whoever follows the room stops there also before it is told that the room does.
  private static Length end(Stage.Loaded loaded) {
    return loaded
        .lastMs()
        .filter(ms -> ms > 0)
        .<Length>map(Length.Known::new)
        .orElse(Length.Unknown.UNKNOWN);
  }

  private Entrant entrant() {
    return switch (device) {
      case SCREEN -> new Entrant.OnScreen(person.member(), person.name());
      case COMPANION -> new Entrant.OnCompanion(person.member(), prefix);
    };
  }

  /// What the link works with.
  private final class Means implements Link.Shell {
    @Override
    public double nowMs() {
      return person.nowMs();
    }

    @Override
    public double chance() {
      return chance.share();
    }

    @Override
    public void open() {
      var next = new Cable(world.time(), person.line(), new Ear());
      cable = Optional.of(next);
      var room = world.disk().room();
      next.open(world::knock, new Admission(room, entrant(), "local"));
    }

    @Override
    public void enter() {
      send(new ClientMessage.Enter(copy.resume()));
    }

    @Override
    public void send(ClientMessage message) {
      Page.this.send(message);
    }

    @Override
    public void probe() {
      clock.reset(person.nowMs());
      beat.callOff();
      beat();
    }

    @Override
    public void drop() {
      beat.callOff();
      cable.ifPresent(Cable::hangUp);
      cable = Optional.empty();
    }

    @Override
    public void gone(CommandId id) {
      waiting.remove(id);
    }
  }

  /// Hears one connection, as long as it is the page's.
  private final class Ear implements Cable.Far {
    private boolean isMine(Cable from) {
      return !closed && cable.filter(mine -> mine == from).isPresent();
    }

    @Override
    public void opened(Cable from) {
      person.whenAwake(() -> ifMine(from, link::opened));
    }

    @Override
    public void received(Cable from, String text) {
      person.whenAwake(() -> ifMine(from, () -> receive(text)));
    }

    @Override
    public void closed(Cable from, int code, String reason) {
      person.whenAwake(() -> ifMine(from, () -> link.closed(code, reason)));
    }

    private void ifMine(Cable from, Runnable then) {
      if (isMine(from)) {
        then.run();
      }
    }
  }
}
