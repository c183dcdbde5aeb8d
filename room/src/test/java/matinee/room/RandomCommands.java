package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Commands as several people on bad networks would send them, and the clock by which they come:
/// the same for the same seed.
///
/// People act on what they have seen, which may be old; send again what was not answered; vanish
/// and come back. The clock mostly goes on, sometimes leaps, sometimes goes back.
final class RandomCommands {
  private static final List<MemberId> PEOPLE =
      List.of("anna", "ben", "carla", "dan", "eva").stream().map(MemberId::new).toList();

  private static final List<Double> RATES = List.of(0.25, 0.5, 1.0, 1.25, 2.0, 4.0);

  private static final List<Standing> GIVEN =
      List.of(Standing.MEMBER, Standing.MEMBER, Standing.GUEST, Standing.WATCHER);

  private final Random chance;
  private final List<Command> sent = new ArrayList<>();
  private Instant clock = Instant.ofEpochSecond(1_000_000);

  RandomCommands(long seed) {
    chance = new Random(seed);
  }

  /// The instant of the next command, with a lead.
  Moment moment(RoomState state) {
    long stepMs =
        switch (chance.nextInt(40)) {
          case 0 -> -chance.nextInt(30_000);
          case 1 -> chance.nextInt(200_000);
          case 2, 3, 4, 5, 6 -> chance.nextInt(7_000);
          default -> chance.nextInt(800);
        };
    clock = clock.plusMillis(stepMs);
    if (chance.nextInt(8) == 0) {
      clock = state.deadline().filter(clock::isBefore).orElse(clock);
    }
    return new Moment(clock, Duration.ofMillis(150 + chance.nextInt(1_051)));
  }

  /// What comes next to a room in `state`.
  Command next(RoomState state) {
    if (!sent.isEmpty() && chance.nextInt(7) == 0) {
      return again(sent.get(chance.nextInt(sent.size())));
    }
    var command =
        switch (chance.nextInt(20)) {
          case 0, 1 -> new Command.Enter(anyone(), "Name " + chance.nextInt(3), credential());
          case 2 -> new Command.Lose(anyone());
          case 3 -> new Command.Leave(anyone());
          case 4, 5 -> new Command.Tick();
          case 6 -> new Command.Interrupt(clock.minusMillis(chance.nextInt(200_000)));
          case 7 ->
              chance.nextInt(4) == 0
                  ? new Command.Open(media())
                  : new Command.Grow(upload(), available());
          case 8 -> chance.nextInt(6) == 0 ? new Command.Vanish(upload()) : ask(state);
          default -> ask(state);
        };
    sent.add(command);
    return command;
  }

  /// Copies of it may still be under way when its author sends it again.
  private Command again(Command command) {
    return command instanceof Command.Ask ask && chance.nextBoolean() ? Story.again(ask) : command;
  }

  private Command ask(RoomState state) {
    long lag = chance.nextInt(3) == 0 ? chance.nextInt(20) - 2 : 0;
    long seen = Math.max(0, state.revision() - lag);
    var id = new CommandId("c" + sent.size());
    var device = chance.nextInt(10) == 0 ? Device.COMPANION : Device.SCREEN;
    var by = anyone();
    return new Command.Ask(id, by, device, seen, false, wish(state), line(by));
  }

  /// What the history might have of the line that a wish is about.
  private Optional<Line> line(MemberId asking) {
    var reactions =
        chance.nextBoolean() ? List.of(new Reaction("👍", anyone())) : List.<Reaction>of();
    return chance.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(
            new Line(
                chance.nextBoolean() ? asking : anyone(),
                "word 1",
                chance.nextInt(4) == 0,
                1,
                reactions));
  }

  /// Something is said, or something is done to what was, or to what is no line at all.
  private Wish said(RoomState state) {
    long line = 1 + chance.nextLong(state.revision() + 1);
    return switch (chance.nextInt(5)) {
      case 0, 1 -> new Wish.Edit(line, "word " + chance.nextInt(3));
      case 2 -> new Wish.RemoveLine(line);
      case 3 -> new Wish.React(line, "👍", chance.nextInt(3) > 0);
      default -> new Wish.Say("word " + chance.nextInt(100));
    };
  }

  private Wish wish(RoomState state) {
    return switch (chance.nextInt(52)) {
      case 0 -> new Wish.Load(media());
      case 1, 2, 3, 4, 5 -> new Wish.Play();
      case 6, 7 -> new Wish.Pause();
      case 8, 9 -> new Wish.Seek(chance.nextLong(90_000));
      case 10, 11 -> new Wish.SetRate(RATES.get(chance.nextInt(RATES.size())));
      case 12 -> new Wish.SetControl(new Control(policy(), policy(), policy(), policy(), policy()));
      case 13 -> new Wish.HandOver(anyone());
      case 14, 50, 51 -> said(state);
      case 15 -> new Wish.Rename("Name " + chance.nextInt(3));
      case 16, 17, 18, 19, 20 -> new Wish.ReportReady(length());
      case 21, 22, 23, 24 -> new Wish.ReportBuffering();
      case 25 -> new Wish.SetGate(gate());
      case 27, 28 -> new Wish.SetStanding(anyone(), GIVEN.get(chance.nextInt(GIVEN.size())));
      case 29 -> new Wish.Kick(anyone());
      case 30 -> chance.nextBoolean() ? new Wish.Ban(anyone()) : new Wish.Unban(banned(state));
      case 31 -> new Wish.SetMuted(anyone(), chance.nextBoolean());
      case 32 -> new Wish.SetLocked(chance.nextInt(3) == 0);
      case 36 -> new Wish.SetSlowMode(slow());
      case 33, 34 -> answer(state);
      case 35 -> new Wish.Withdraw();
      case 26 -> new Wish.SetExcused(chance.nextBoolean());
      case 37, 38 -> new Wish.Enqueue(Stream.generate(this::media).limit(some()).toList());
      case 39 -> new Wish.Dequeue(item(state));
      case 40 -> new Wish.MoveQueued(item(state), chance.nextInt(12));
      case 41, 42 -> new Wish.Vote(item(state), chance.nextInt(3) > 0);
      case 43 -> new Wish.PlayQueued(item(state));
      case 44 -> new Wish.SetAutoAdvance(chance.nextInt(4) > 0);
      case 45 -> new Wish.Stay();
      case 46 -> new Wish.SetDoor(door());
      case 47, 48 -> new Wish.GiveRoom(anyone());
      case 49 -> new Wish.SetWriters(writers());
      default -> new Wish.ReportUnable();
    };
  }

  /// Mostly one, now and then as many as can be at once.
  private int some() {
    return chance.nextInt(12) == 0 ? Wish.Enqueue.MOST_AT_ONCE : 1 + chance.nextInt(2);
  }

  /// Mostly one that is in the queue.
  private long item(RoomState state) {
    var items = state.queue().items();
    return items.isEmpty() || chance.nextInt(8) == 0
        ? 1
        : items.get(chance.nextInt(items.size())).id();
  }

  /// Somebody who was banned, if anybody was.
  private MemberId banned(RoomState state) {
    return state.people().absent().stream()
        .filter(Absent::banned)
        .findFirst()
        .map(Absent::id)
        .orElseGet(this::anyone);
  }

  /// Mostly to what is proposed.
  private Wish answer(RoomState state) {
    var proposals = state.proposals();
    if (proposals.isEmpty()) {
      return new Wish.Answer(anyone(), 1, chance.nextBoolean());
    }
    var one = proposals.get(chance.nextInt(proposals.size()));
    return new Wish.Answer(one.by(), one.revision(), chance.nextInt(3) > 0);
  }

  private Credential credential() {
    return switch (chance.nextInt(4)) {
      case 0 -> Credential.Password.PASSWORD;
      case 1 -> Credential.Place.PLACE;
      case 2 -> new Credential.Invited(GIVEN.get(chance.nextInt(GIVEN.size())));
      default -> Credential.Nothing.NOTHING;
    };
  }

  /// Mostly wide enough for all.
  private Door door() {
    var accesses = Access.values();
    var access = accesses[chance.nextInt(accesses.length)];
    int capacity = chance.nextInt(4) == 0 ? 1 + chance.nextInt(5) : RoomState.CAPACITY;
    var title =
        chance.nextBoolean() ? RoomTitle.Untitled.UNTITLED : new RoomTitle.Titled("Film night");
    return new Door(access, capacity, GIVEN.get(chance.nextInt(GIVEN.size())), title);
  }

  private SlowMode slow() {
    return chance.nextBoolean()
        ? SlowMode.AsUsual.AS_USUAL
        : new SlowMode.Every(chance.nextInt(200));
  }

  /// Mostly all of them.
  private Writers writers() {
    var all = Writers.values();
    return chance.nextInt(3) == 0 ? all[chance.nextInt(all.length)] : Writers.EVERYBODY;
  }

  private GatePolicy gate() {
    return switch (chance.nextInt(5)) {
      case 0 -> GatePolicy.NoOne.NO_ONE;
      case 1 -> GatePolicy.Host.HOST;
      case 2 -> new GatePolicy.Quorum(1 + chance.nextInt(99));
      default -> GatePolicy.Everyone.EVERYONE;
    };
  }

  private Media media() {
    int film = chance.nextInt(5);
    return new Media(film == 0 ? Story.OWN_COPY.ref() : upload(), "Film", length());
  }

  private MediaRef.Upload upload() {
    return new MediaRef.Upload("film-" + (1 + chance.nextInt(2)));
  }

  /// Mostly some of it.
  private Available available() {
    return chance.nextInt(5) == 0
        ? Available.All.ALL
        : new Available.Until(chance.nextLong(80_000));
  }

  private Length length() {
    return chance.nextInt(2) == 0
        ? Length.Unknown.UNKNOWN
        : new Length.Known(1 + chance.nextInt(80_000));
  }

  private MemberId anyone() {
    return PEOPLE.get(chance.nextInt(PEOPLE.size()));
  }

  private ControlPolicy policy() {
    var policies = ControlPolicy.values();
    return policies[chance.nextInt(policies.length)];
  }
}
