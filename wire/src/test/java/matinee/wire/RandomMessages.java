package matinee.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import matinee.room.Agenda;
import matinee.room.Answered;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Members;
import matinee.room.Moment;
import matinee.room.People;
import matinee.room.Playback;
import matinee.room.Proposal;
import matinee.room.ProposalEnd;
import matinee.room.Readiness;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Settings;
import matinee.room.Stage;
import matinee.room.Standing;
import matinee.room.Timeline;
import matinee.room.Wish;

/// Makes values at random: any that the protocol can carry, with a liking for the ends of what is
/// allowed.
final class RandomMessages {
  private static final Answered NOTHING_ANSWERED = new Answered(0, List.of());
  private static final String IDENTIFIER =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final List<String> SCRAPS =
      List.of("a", "é", "字", "😀", "\"", "\\", "/", " ", "\u202e", "{", "\n");

  private final RandomGenerator random;
  private final RandomQueue ofQueue;
  private final RandomPeople people;
  private final RandomLines lines;
  private final RandomSupply supply;
  private final RandomMedia media;

  RandomMessages(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ofQueue = new RandomQueue(random, this);
    people = new RandomPeople(random, this);
    lines = new RandomLines(random, this);
    supply = new RandomSupply(random);
    media = new RandomMedia(random, this);
  }

  ClientMessage clientMessage() {
    return switch (random.nextInt(9)) {
      case 0 -> new ClientMessage.Enter(Resume.Fresh.FRESH);
      case 1 -> new ClientMessage.Enter(new Resume.From(epoch(), whole()));
      case 2 -> new ClientMessage.Leave();
      case 4 -> new ClientMessage.Signalled(lines.signal());
      case 3 -> new ClientMessage.Heartbeat(number(), vitals(Condition.LOST.ordinal()));
      default -> new ClientMessage.Request(command(), whole(), random.nextBoolean(), wish());
    };
  }

  private Wish wish() {
    return switch (random.nextInt(30)) {
      case 0 -> new Wish.Load(media());
      case 1 -> new Wish.Play();
      case 2 -> new Wish.Pause();
      case 3 -> new Wish.Seek(whole());
      case 4 -> new Wish.SetRate(rate());
      case 5 -> new Wish.SetControl(control());
      case 6 -> new Wish.HandOver(member());
      case 7 -> lines.wish();
      case 8 -> new Wish.Rename(line(Member.MAX_NAME));
      case 9 -> new Wish.ReportReady(length());
      case 10 -> new Wish.ReportBuffering();
      case 11 -> new Wish.SetGate(people.gate());
      case 14 -> new Wish.Kick(member());
      case 15 -> new Wish.Ban(member());
      case 16 -> new Wish.Unban(member());
      case 17 -> new Wish.SetMuted(member(), random.nextBoolean());
      case 18 -> new Wish.SetLocked(random.nextBoolean());
      case 23 -> new Wish.SetSlowMode(people.slow());
      case 24 -> new Wish.MoveRoom(people.region());
      case 25 -> new Wish.SetDoor(people.door());
      case 26 -> new Wish.GiveRoom(member());
      case 27 -> new Wish.CloseRoom();
      case 28 -> new Wish.SetWriters(people.writers());
      case 19 -> new Wish.Answer(member(), 1 + random.nextInt(1_000), random.nextBoolean());
      case 20 -> new Wish.Withdraw();
      case 21 -> ofQueue.wish();
      case 22 -> new Wish.Vote(1 + random.nextInt(1_000), random.nextBoolean());
      case 12 -> new Wish.SetExcused(random.nextBoolean());
      case 13 ->
          new Wish.SetStanding(
              member(), one(new Standing[] {Standing.MEMBER, Standing.GUEST, Standing.WATCHER}));
      default -> new Wish.ReportUnable();
    };
  }

  ServerMessage serverMessage() {
    return switch (random.nextInt(13)) {
      case 0 -> new ServerMessage.Welcome(member(), one(Device.values()), epoch(), number());
      case 1 -> new ServerMessage.Snapshot(epoch(), state(NOTHING_ANSWERED));
      case 12 -> new ServerMessage.Crowd(1, 2, 3, some(3, people::person), some(3, this::member));
      case 2 -> new ServerMessage.Accepted(command(), 1 + random.nextInt(1_000));
      case 3 -> new ServerMessage.Rejected(command(), one(Reason.values()));
      case 4 -> new ServerMessage.Rejected(command(), ServerMessage.Rejected.RATE_LIMITED);
      case 5 -> new ServerMessage.Error(text(80), text(80));
      case 6 -> new ServerMessage.HeartbeatAnswer(number(), number(), number());
      case 7 -> new ServerMessage.Presence(some(5, this::presence));
      case 8 -> new ServerMessage.Signals(some(3, this::member), some(4, lines::cheers));
      default -> new ServerMessage.Happened(recorded());
    };
  }

  RoomState stored() {
    return state(new Answered(whole(), some(4, this::answer)));
  }

  TraceLine traceLine() {
    return random.nextInt(9) == 0
        ? new TraceLine.Ended(whole())
        : new TraceLine.OfRoom(line(40), epoch(), whole(), deed());
  }

  private TraceLine.Deed deed() {
    return switch (random.nextInt(6)) {
      case 0 -> new TraceLine.Loaded(stored());
      case 1 -> new TraceLine.TakenOver(some(3, this::recorded), state(NOTHING_ANSWERED));
      case 2 -> new TraceLine.Failed();
      case 3 -> new TraceLine.Gap(whole(), stored());
      default ->
          new TraceLine.Decided(
              order(),
              new Moment(time(), Duration.ofMillis(random.nextInt(1_201))),
              decision(),
              state(NOTHING_ANSWERED));
    };
  }

  private Command order() {
    return switch (random.nextInt(9)) {
      case 0 -> new Command.Open(media());
      case 1 -> new Command.Enter(member(), line(Member.MAX_NAME), people.credential());
      case 2 -> new Command.Lose(member());
      case 3 -> new Command.Leave(member());
      case 4 -> new Command.Tick();
      case 5 -> new Command.Interrupt(time());
      case 6 -> supply.command(new MediaRef.Upload(identifier()));
      default ->
          new Command.Ask(
              command(),
              member(),
              one(Device.values()),
              whole(),
              random.nextBoolean(),
              wish(),
              lines.cited());
    };
  }

  private Decision decision() {
    return switch (random.nextInt(3)) {
      case 0 -> new Decision.Repeated(1 + random.nextInt(1_000));
      case 1 -> new Decision.Rejected(one(Reason.values()), some(1, this::recorded));
      default -> new Decision.Accepted(List.of(recorded(), recorded()));
    };
  }

  private Answered.Answer answer() {
    var refusal =
        random.nextBoolean() ? Optional.of(one(Reason.values())) : Optional.<Reason>empty();
    return new Answered.Answer(member(), command(), 1 + random.nextInt(1_000), refusal);
  }

  private MemberPresence presence() {
    return new MemberPresence(member(), vitals(Condition.values().length));
  }

  private Vitals vitals(int conditions) {
    var condition = Condition.values()[random.nextInt(conditions)];
    return new Vitals(condition, measured(), measured(), measured());
  }

  private Measured measured() {
    return random.nextBoolean() ? Measured.Not.NOT : new Measured.Ms(number());
  }

  Recorded recorded() {
    var author = random.nextBoolean() ? Author.Room.ROOM : new Author.ByMember(member(), command());
    return new Recorded(1 + random.nextInt(1_000_000), time(), author, event());
  }

  private Event event() {
    return switch (random.nextInt(32)) {
      case 0 -> new Event.Joined(member(), line(Member.MAX_NAME));
      case 1 -> new Event.Lost(member());
      case 2 -> new Event.Returned(member());
      case 3 -> new Event.Left(member());
      case 4 -> new Event.Renamed(member(), line(Member.MAX_NAME));
      case 5 -> new Event.HostChanged(member());
      case 6 -> new Event.ControlChanged(control());
      case 7 -> new Event.MediaLoaded(media());
      case 31 -> supply.event();
      case 8 -> new Event.LengthLearnt(knownLength());
      case 9 -> new Event.PlaybackChanged(one(Cause.values()), playback());
      case 10 -> new Event.ReadinessChanged(member(), one(Readiness.values()));
      case 11 -> new Event.GateChanged(people.gate());
      case 13 -> new Event.StandingChanged(member(), one(Standing.values()));
      case 14 -> new Event.Kicked(member());
      case 15 -> new Event.Banned(member());
      case 16 -> new Event.Unbanned(member());
      case 17 -> new Event.MutedChanged(member(), random.nextBoolean());
      case 18 -> new Event.LockChanged(random.nextBoolean());
      case 22 -> new Event.SlowModeChanged(people.slow());
      case 23 -> new Event.GiantChanged(random.nextBoolean());
      case 24 -> new Event.MovedAway(people.region());
      case 25 -> new Event.MovedHere(people.region(), random.nextInt(2_000) - 1_000);
      case 26 -> new Event.DoorChanged(people.door());
      case 27 -> new Event.OwnerChanged(member());
      case 28 -> new Event.Closed();
      case 29 -> new Event.WritersChanged(people.writers());
      case 19 -> new Event.Proposed(member(), proposed(), time());
      case 21 -> ofQueue.event();
      case 20 -> new Event.ProposalEnded(member(), one(ProposalEnd.values()));
      case 12 -> new Event.ExcusedChanged(member(), random.nextBoolean());
      default -> lines.event();
    };
  }

  private RoomState state(Answered answered) {
    var stage =
        random.nextInt(4) == 0
            ? Stage.Idle.IDLE
            : new Stage.Loaded(media(), 1 + random.nextInt(100), supply.available(), playback());
    return new RoomState(
        whole(),
        time(),
        stage,
        new Settings(
            control(),
            people.gate(),
            random.nextBoolean(),
            people.slow(),
            people.writers(),
            people.door(),
            people.whereabouts()),
        new People(
            Members.of(some(5, people::person)), some(3, people::absent), random.nextBoolean()),
        new Agenda(some(3, this::proposal), ofQueue.queue()),
        answered);
  }

  private Proposal proposal() {
    return new Proposal(member(), proposed(), 1 + random.nextInt(1_000), time());
  }

  private Wish.OfFilm proposed() {
    return switch (random.nextInt(6)) {
      case 0 -> new Wish.Load(media());
      case 1 -> new Wish.Play();
      case 2 -> new Wish.Pause();
      case 3 -> new Wish.Seek(whole());
      case 4 -> ofQueue.wish();
      default -> new Wish.SetRate(rate());
    };
  }

  private Control control() {
    return new Control(policy(), policy(), policy(), policy(), policy());
  }

  private ControlPolicy policy() {
    return one(ControlPolicy.values());
  }

  private Playback playback() {
    return switch (random.nextInt(3)) {
      case 0 -> new Playback.Paused(whole(), rate());
      case 1 -> new Playback.Playing(new Timeline(time(), whole(), rate()));
      default -> {
        var since = Instant.ofEpochMilli(random.nextLong(1L << 50));
        yield new Playback.Waiting(whole(), rate(), since, since.plusMillis(random.nextInt(9)));
      }
    };
  }

  Media media() {
    return new Media(media.ref(), line(Media.MAX_TITLE), length());
  }

  private Length length() {
    return random.nextBoolean() ? Length.Unknown.UNKNOWN : knownLength();
  }

  private Length.Known knownLength() {
    return new Length.Known(1 + random.nextLong(Length.Known.MAX_MS));
  }

  MemberId member() {
    return new MemberId(identifier());
  }

  private CommandId command() {
    return new CommandId(identifier());
  }

  private String epoch() {
    return identifier();
  }

  String identifier() {
    var id = new StringBuilder();
    for (int left = 1 + random.nextInt(64); left > 0; left--) {
      id.append(IDENTIFIER.charAt(random.nextInt(IDENTIFIER.length())));
    }
    return id.toString();
  }

  /// What a person may write, without white space around it.
  String text(int max) {
    return text(max, SCRAPS.size());
  }

  /// The same on one line: the last scrap is a line feed.
  String line(int max) {
    return text(max, SCRAPS.size() - 1);
  }

  String text(int max, int scraps) {
    var text = new StringBuilder("<");
    while (text.length() < max - 3 && random.nextInt(12) > 0) {
      text.append(SCRAPS.get(random.nextInt(scraps)));
    }
    return text.append('>').toString();
  }

  Instant time() {
    return Instant.ofEpochMilli(whole());
  }

  long whole() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong(3);
      case 1 -> Numbers.MAX_WHOLE - random.nextLong(3);
      default -> random.nextLong(1L << random.nextInt(1, 54));
    };
  }

  /// To the thousandth, as far as those are told apart.
  private double number() {
    double number = random.nextLong(1L << random.nextInt(1, 52)) / 1000.0;
    return random.nextBoolean() ? number : 0.0 - number;
  }

  private double rate() {
    return random.nextInt(250, 4_001) / 1000.0;
  }

  <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  <T> List<T> some(int limit, Supplier<T> make) {
    var some = new ArrayList<T>();
    for (int left = random.nextInt(limit); left > 0; left--) {
      some.add(make.get());
    }
    return some;
  }
}
