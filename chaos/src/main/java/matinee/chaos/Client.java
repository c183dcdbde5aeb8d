package matinee.chaos;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Condition;
import matinee.wire.Decoded;
import matinee.wire.Link;
import matinee.wire.Replica;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Vitals;

/// Somebody in a room, who comes through any door, comes back by the rules of a page, wishes for
/// things, and writes down everything. A thread of its own does all of it; the network's threads
/// leave what comes in its inbox, one message at a time.
final class Client implements Link.Shell {
  private static final double BEAT_MS = 2_000;

  /// One ticket of so many is got at a door drawn by itself.
  private static final int OTHER_OFFICE = 4;

  private final Doors doors;
  private final String name;
  private final String address;
  private final RandomGenerator chance;
  private final Clock clock;
  private final History history;
  private final Talk talk;
  private final Fingerprints fingerprints;
  private final Link link = new Link(this);
  private final Replica replica = new Replica();
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private Optional<Dial> dial = Optional.empty();
  private String pass = "";
  private String epoch = "";
  private double beatAtMs;
  private double wishAtMs;
  private int made;
  private volatile Convergence.Copy copy;
  private volatile boolean left;
  private volatile boolean ended;

  /// The trial's clock.
  interface Clock {
    /// Milliseconds since the trial began.
    double nowMs();
  }

  /// How often members wish for something at present.
  interface Talk {
    /// Milliseconds between two wishes of one member, on average; infinity for none.
    double everyMs();
  }

  /// The `number`th of `room`, who shares that room's `fingerprints`.
  Client(
      Doors doors,
      String room,
      Fingerprints fingerprints,
      int number,
      RandomGenerator chance,
      Clock clock,
      Talk talk) {
    this.doors = doors;
    this.fingerprints = fingerprints;
    this.chance = chance;
    this.clock = clock;
    this.talk = talk;
    name = "client " + number + " of " + room.substring(0, 6);
    address = "10.%d.%d.%d".formatted(chance.nextInt(256), chance.nextInt(256), number % 250 + 1);
    history = new History(name, room);
    copy = new Convergence.Copy(name, room, false, true, "", 0, 0);
  }

  History history() {
    return history;
  }

  /// What it has of its room now. From any thread.
  Convergence.Copy copy() {
    return copy;
  }

  void begin() {
    Thread.ofVirtual().name(name).start(this::run);
  }

  /// It says that it leaves, and does not come back.
  void leave() {
    left = true;
    inbox.add(
        () -> {
          if (link.isLive()) {
            send(new ClientMessage.Leave());
          } else {
            link.end();
          }
        });
  }

  boolean hasLeft() {
    return left;
  }

  /// It goes without a word.
  void end() {
    ended = true;
    inbox.add(link::end);
  }

  private void run() {
    try {
      link.setOut();
      nextWish();
      while (!ended) {
        var next = inbox.poll((long) Math.ceil(dueInMs()), TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
        link.timer();
        beat();
        wish();
        publish();
      }
      link.end();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      history.add(new Entry.Nonsense(nowMs(), "a fault of the client: " + e));
    }
  }

  private double dueInMs() {
    double due = Math.min(link.dueMs(), link.isLive() ? beatAtMs : Double.POSITIVE_INFINITY);
    return Math.clamp(Math.min(due, wishAtMs) - nowMs(), 0, 500);
  }

  private void beat() {
    if (link.isLive() && nowMs() >= beatAtMs) {
      probe();
    }
  }

  private void wish() {
    if (nowMs() < wishAtMs) {
      return;
    }
    nextWish();
    if (link.isLive() && Double.isFinite(talk.everyMs())) {
      var id = new CommandId("c" + ++made);
      var request = new ClientMessage.Request(id, replica.state().revision(), Wishes.next(chance));
      history.add(new Entry.Asked(nowMs(), id, request.seen(), request.wish()));
      link.command(request);
    }
  }

  private void nextWish() {
    double every = talk.everyMs();
    wishAtMs = nowMs() + (Double.isFinite(every) ? every * chance.nextExponential() : 200);
  }

  private void publish() {
    var before = copy;
    long revision = replica.state().revision();
    boolean same = before.revision() == revision && before.epoch().equals(replica.epoch());
    copy =
        new Convergence.Copy(
            name,
            history.room(),
            link.isLive(),
            link.isIdle(),
            replica.epoch(),
            revision,
            same ? before.state() : fingerprints.of(replica.state()));
  }

  @Override
  public double nowMs() {
    return clock.nowMs();
  }

  @Override
  public double chance() {
    return chance.nextDouble();
  }

  @Override
  public void open() {
    var door = doors.any(chance);
    boolean elsewhere = chance.nextInt(OTHER_OFFICE) == 0;
    var next = new Dial(doors, elsewhere ? doors.any(chance) : door, door, new Ear());
    dial = Optional.of(next);
    next.begin(history.room(), pass, address);
  }

  @Override
  public void enter() {
    send(new ClientMessage.Enter(replica.resume()));
  }

  @Override
  public void send(ClientMessage message) {
    dial.ifPresent(it -> it.send(ClientMessages.encode(message)));
  }

  @Override
  public void probe() {
    beatAtMs = nowMs() + BEAT_MS;
    send(new ClientMessage.Heartbeat(nowMs(), Vitals.of(Condition.READY)));
    link.probed();
  }

  @Override
  public void drop() {
    dial.ifPresent(Dial::drop);
    dial = Optional.empty();
  }

  @Override
  public void gone(CommandId id) {
    // it may have been accepted, or not
  }

  private void receive(String text) {
    link.heard();
    switch (ServerMessages.decode(text)) {
      case Decoded.Malformed<ServerMessage>(var field, var why) ->
          history.add(new Entry.Nonsense(nowMs(), field + " " + why + " in " + text));
      case Decoded.Value<ServerMessage>(var message) -> take(message);
    }
  }

  private void take(ServerMessage message) {
    long known = replica.state().revision();
    switch (replica.apply(message)) {
      case APPLIED -> {
        publish();
        history.add(
            message instanceof ServerMessage.Snapshot
                ? new Entry.Shown(nowMs(), copy.epoch(), copy.revision(), copy.state())
                : new Entry.Told(nowMs(), copy.epoch(), copy.revision(), copy.state()));
      }
      case GAP -> {
        if (message instanceof ServerMessage.Happened(var recorded)) {
          history.add(new Entry.Gap(nowMs(), replica.epoch(), known, recorded.revision()));
        }
        link.gap();
      }
      case KNOWN -> {}
      case IGNORED -> answer(message);
    }
  }

  private void answer(ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome(_, _, var of, _) -> {
        epoch = of;
        history.add(new Entry.Entered(nowMs(), of, dial.map(Dial::toString).orElse("")));
        link.welcomed();
        probe();
      }
      case ServerMessage.Accepted(var id, long revision) -> {
        history.add(new Entry.Accepted(nowMs(), epoch, id, revision));
        link.answered(id);
      }
      case ServerMessage.Rejected(var id, var reason, _) -> {
        history.add(new Entry.Rejected(nowMs(), epoch, id, reason));
        link.answered(id);
      }
      case ServerMessage.Error(var field, var why) ->
          history.add(new Entry.Nonsense(nowMs(), "was told " + field + " " + why));
      case ServerMessage.HeartbeatAnswer _,
          ServerMessage.Presence _,
          ServerMessage.Signals _,
          ServerMessage.Crowd _,
          ServerMessage.Snapshot _,
          ServerMessage.Happened _ -> {}
    }
  }

  /// What one try to get in brings, as long as the client has not turned to another.
  private final class Ear implements Dial.Ear {

    @Override
    public void took(Dial from, MemberId member, String given) {
      post(
          from,
          () -> {
            pass = given;
            history.isMember(member);
          });
    }

    @Override
    public void opened(Dial from, Runnable ready) {
      post(
          from,
          () -> {
            ready.run();
            link.opened();
          });
    }

    @Override
    public void received(Dial from, String text, Runnable next) {
      post(
          from,
          () -> {
            receive(text);
            next.run();
          });
    }

    @Override
    public void closed(Dial from, int code, String reason) {
      post(
          from,
          () -> {
            history.add(new Entry.Lost(nowMs(), code, reason));
            if (left) {
              link.end();
            } else {
              link.closed(code, reason);
            }
          });
    }

    @Override
    public void answered(String path, int status) {
      history.add(new Entry.Status(nowMs(), path, status));
    }

    private void post(Dial from, Runnable what) {
      inbox.add(
          () -> {
            if (dial.filter(mine -> mine == from).isPresent()) {
              what.run();
            }
          });
    }
  }
}
