package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import matinee.host.Effect;
import matinee.host.Keeper;
import matinee.room.CommandId;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.GatePolicy;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.SlowMode;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Condition;
import matinee.wire.Decoded;
import matinee.wire.Replica;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;
import matinee.wire.Vitals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An evening by chance, kept by a server's room and by one of its members: both are told the same,
/// and everybody is to hear the same from both, message by message.
final class KeeperAgreesTest {
  private static final int STEPS = 600;
  private static final int OPEN = -1;
  private static final List<String> PEOPLE = List.of("anna", "ben", "carla", "dan", "eva");

  private final VirtualTime time = new VirtualTime();
  private final Room room = NewRoom.at(time);
  private double nowMs = VirtualTime.START.toEpochMilli();
  private final Keeper keeper = new Keeper("epoch", RoomState.NEW, nowMs);
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, Line> byPeer = new HashMap<>();
  private final Map<String, Replica> known = new HashMap<>();
  private final List<ClientMessage.Request> sent = new ArrayList<>();

  /// The connection of one member to both: what came from the keeper by it, with which code that
  /// closed it, and how the member's player was last told to be.
  private static final class Line {
    private final String peer;
    private final FakeConnection toServer;
    private final List<ServerMessage> fromKeeper = new ArrayList<>();
    private int closeCode = OPEN;
    private Condition condition = Condition.WATCHING;

    private Line(String peer, String who) {
      this.peer = peer;
      toServer = new FakeConnection(who);
    }

    private List<ServerMessage> fromKeeper() {
      var messages = List.copyOf(fromKeeper);
      fromKeeper.clear();
      return messages;
    }
  }

  @AfterEach
  void readWhatIsLeft() {
    byPeer.values().forEach(line -> line.toServer.received());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("PE1")
  void everybody_hears_the_same_from_a_keeper_as_from_a_server(long seed) {
    var chance = new Random(seed);
    int happened = 0;

    for (int step = 0; step < STEPS; step++) {
      step(PEOPLE.get(chance.nextInt(PEOPLE.size())), chance);
      happened += compare("seed " + seed + ", step " + step);
    }

    assertThat(happened).isGreaterThan(STEPS);
    assertThat(room.state().revision()).isGreaterThan(STEPS / 5);
  }

  private void step(String who, Random chance) {
    var line = lines.get(who);
    if (line == null) {
      enter(who, chance);
      return;
    }
    switch (chance.nextInt(20)) {
      case 0 -> vanish(who, line);
      case 1 -> leave(line);
      case 2 -> enter(who, chance);
      case 3, 4 -> signal(line, chance);
      case 5, 6 -> report(line, Condition.values()[chance.nextInt(3)]);
      case 7, 8, 9 -> pass(chance.nextInt(8) == 0 ? 20_000 : chance.nextInt(3_000));
      default -> ask(who, line, chance);
    }
    pass(chance.nextInt(200) + 50);
  }

  private void enter(String who, Random chance) {
    var resume = chance.nextInt(4) == 0 ? Resume.Fresh.FRESH : replica(who).resume();
    var line = new Line(who + byPeer.size(), who);
    byPeer.put(line.peer, line);
    var older = lines.put(who, line);
    done(keeper.opened(line.peer, new MemberId(who), "Name of " + who, nowMs));
    room.turn(List.of(line.toServer.enter(resume)));
    tell(line, new ClientMessage.Enter(resume));
    if (older != null) {
      compare(who, older, "replaced");
    }
    if (line.closeCode == OPEN) {
      report(line, line.condition);
    }
  }

  private void vanish(String who, Line line) {
    lines.remove(who);
    room.turn(List.of(line.toServer.gone()));
    done(keeper.closed(line.peer, nowMs));
    var _ = line.toServer.received();
  }

  private void leave(Line line) {
    room.turn(List.of(line.toServer.leave()));
    tell(line, new ClientMessage.Leave());
  }

  private void signal(Line line, Random chance) {
    var signal = chance.nextBoolean() ? Signal.Typing.TYPING : new Signal.Cheer("🎉");
    room.turn(List.of(line.toServer.signal(signal)));
    tell(line, new ClientMessage.Signalled(signal));
  }

  private void report(Line line, Condition condition) {
    line.condition = condition;
    var vitals = Vitals.of(condition);
    room.turn(List.of(new Letter.Report(line.toServer.connection(), vitals)));
    tell(line, new ClientMessage.Heartbeat(0, vitals));
  }

  /// Whoever is connected is heard of, so that nobody is closed for silence: a server's room knows
  /// nothing of that.
  private void pass(long ms) {
    lines.values().forEach(line -> report(line, line.condition));
    time.advance(Duration.ofMillis(ms));
    nowMs += ms;
    room.turn(List.of());
    done(keeper.due(nowMs));
  }

  private void ask(String who, Line line, Random chance) {
    var request =
        !sent.isEmpty() && chance.nextInt(8) == 0
            ? sent.get(chance.nextInt(sent.size())).sentAgain()
            : request(who, chance);
    room.turn(List.of(line.toServer.ask(request)));
    tell(line, request);
  }

  private ClientMessage.Request request(String who, Random chance) {
    long seen = Math.max(0, replica(who).state().revision() - chance.nextInt(3));
    var request =
        new ClientMessage.Request(
            new CommandId("c" + sent.size()), seen, wish(chance, new Random(chance.nextLong())));
    sent.add(request);
    return request;
  }

  private Wish wish(Random chance, Random more) {
    var somebody = new MemberId(PEOPLE.get(more.nextInt(PEOPLE.size())));
    long line = 1 + more.nextLong(room.state().revision() + 1);
    return switch (chance.nextInt(30)) {
      case 0, 1 -> new Wish.Load(film(more));
      case 2, 3, 4 -> new Wish.Play();
      case 5 -> new Wish.Pause();
      case 6 -> new Wish.Seek(more.nextLong(90_000));
      case 7 -> new Wish.SetRate(more.nextBoolean() ? 1 : 2);
      case 8 -> new Wish.Enqueue(List.of(film(more)));
      case 9 -> new Wish.Vote(line, true);
      case 10 -> new Wish.SetControl(Control.all(ControlPolicy.values()[more.nextInt(3)]));
      case 11 -> new Wish.Answer(somebody, line, more.nextBoolean());
      case 12 -> more.nextInt(4) == 0 ? new Wish.Kick(somebody) : new Wish.Say("stay");
      case 13 -> more.nextInt(4) == 0 ? new Wish.Ban(somebody) : new Wish.Unban(somebody);
      case 14 -> new Wish.SetMuted(somebody, more.nextInt(3) == 0);
      case 15 -> new Wish.SetStanding(somebody, Standing.MEMBER);
      case 16 -> new Wish.HandOver(somebody);
      case 17 -> new Wish.SetGate(GatePolicy.Everyone.EVERYONE);
      case 18 -> new Wish.SetSlowMode(new SlowMode.Every(more.nextInt(3)));
      case 19, 20 -> new Wish.Edit(line, "another word " + more.nextInt(9));
      case 21 -> new Wish.RemoveLine(line);
      case 22, 23 -> new Wish.React(line, "👍", more.nextBoolean());
      case 24, 25 -> new Wish.ReportReady(Length.Unknown.UNKNOWN);
      case 26 -> new Wish.ReportBuffering();
      case 27 -> new Wish.Rename("Name " + more.nextInt(3));
      default -> new Wish.Say("word " + more.nextInt(1_000));
    };
  }

  private static Media film(Random chance) {
    var ref = new MediaRef.Address("https://example.org/" + chance.nextInt(3) + ".mp4");
    return new Media(ref, "Film", new Length.Known(100_000));
  }

  private void tell(Line line, ClientMessage message) {
    done(keeper.received(line.peer, ClientMessages.encode(message), nowMs));
  }

  private void done(List<Effect> effects) {
    for (var effect : effects) {
      switch (effect) {
        case Effect.Send(var peer, var text) -> line(peer).fromKeeper.add(decoded(text));
        case Effect.Pass(var peer, var text) -> line(peer).fromKeeper.add(decoded(text));
        case Effect.Answer _ -> {} // a server answers probes before the room hears of them
        case Effect.Close(var peer, var code) -> line(peer).closeCode = code.number();
      }
    }
  }

  private Line line(String peer) {
    return Objects.requireNonNull(byPeer.get(peer), peer);
  }

  private static ServerMessage decoded(String text) {
    return switch (ServerMessages.decode(text)) {
      case Decoded.Value<ServerMessage>(var message) -> message;
      case Decoded.Malformed<ServerMessage>(var field, var reason) ->
          throw new AssertionError(field + " " + reason + " in " + text);
    };
  }

  private Replica replica(String who) {
    return known.computeIfAbsent(who, _ -> new Replica());
  }

  /// Returns how many messages have come.
  private int compare(String when) {
    int count = 0;
    for (var each : Map.copyOf(lines).entrySet()) {
      count += compare(each.getKey(), each.getValue(), when);
    }
    assertThat(keeper.state()).as(when).isEqualTo(room.state());
    return count;
  }

  /// Of a connection that was closed only why: a server's event loop sends what waits before it
  /// closes, that of [FakeConnection] closes first.
  private int compare(String who, Line line, String when) {
    var fromServer = line.toServer.received();
    var fromKeeper = line.fromKeeper();
    assertThat(line.closeCode).as(when).isEqualTo(line.toServer.closeCode());
    if (line.closeCode != OPEN) {
      lines.remove(who, line);
      return 0;
    }
    assertThat(fromKeeper).as(when).isEqualTo(fromServer);
    fromServer.forEach(message -> replica(who).apply(message));
    return fromServer.size();
  }
}
