package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A room and the time in it: the language in which the tests of the rules are told.
///
/// A value like the room itself. What is told to happen must be accepted; what is asked is only
/// decided.
record Story(RoomState state, Instant now) {
  static final MemberId ANNA = new MemberId("anna");
  static final MemberId BEN = new MemberId("ben");
  static final MemberId CARLA = new MemberId("carla");

  static final Control HOST_ONLY = Control.all(ControlPolicy.HOST_ONLY);

  static final MediaRef.Upload UPLOAD = new MediaRef.Upload("film");

  /// Two minutes long.
  static final Media FILM = new Media(UPLOAD, "Film", new Length.Known(120_000));

  /// Of a length that nobody knows yet.
  static final Media STREAM =
      new Media(
          new MediaRef.Address("https://example.org/live.m3u8"), "Stream", Length.Unknown.UNKNOWN);

  /// What each has on an own disk.
  static final Media OWN_COPY =
      new Media(
          new MediaRef.OwnCopy(700_000_000, "8d".repeat(16), "4c".repeat(32)),
          "Film",
          Length.Unknown.UNKNOWN);

  /// A film of a site whose own player alone shows it.
  static final Media EMBED =
      new Media(
          new MediaRef.Embed(Provider.YOUTUBE, "dQw4w9WgXcQ"), "Film", Length.Unknown.UNKNOWN);

  /// A film on a page of its site.
  static final Media SITE =
      new Media(
          new MediaRef.Site("https://films.example/watch?v=1"), "Film", Length.Unknown.UNKNOWN);

  static final Duration LEAD = Duration.ofMillis(300);

  /// A room in which nothing has happened.
  static Story newRoom() {
    return new Story(RoomState.NEW, time(0));
  }

  /// Anna (the host) and Ben have entered, nothing is loaded.
  static Story idle() {
    return newRoom().enters(ANNA).enters(BEN);
  }

  /// Anna (the host) and Ben are ready, the film stands at its start.
  static Story paused() {
    return idle().asks(ANNA, new Wish.Load(FILM)).ready(ANNA).ready(BEN);
  }

  /// As [#paused], and at 10 s Anna pressed play: the film moves from 10.3 s on.
  static Story playing() {
    return paused().at(10).asks(ANNA, new Wish.Play());
  }

  /// As [#playing], and at 20.3 s, at 10,000 ms of the film, the room began to wait for Ben.
  static Story waiting() {
    return playing().at(20.3).asks(BEN, new Wish.ReportBuffering());
  }

  /// Room time `seconds` after the beginning of the story.
  static Instant time(double seconds) {
    return Instant.EPOCH.plusMillis(Math.round(seconds * 1_000));
  }

  /// That of a new room, but for its access.
  static Door door(Access access) {
    return new Door(access, RoomState.CAPACITY, Standing.MEMBER, RoomTitle.Untitled.UNTITLED);
  }

  static Playback paused(long positionMs) {
    return new Playback.Paused(positionMs, 1.0);
  }

  static Playback playing(long positionMs, double fromSeconds) {
    return new Playback.Playing(new Timeline(time(fromSeconds), positionMs, 1.0));
  }

  /// Waiting since `sinceSeconds`, for ten seconds at most.
  static Playback waiting(long positionMs, double sinceSeconds) {
    return new Playback.Waiting(positionMs, 1.0, time(sinceSeconds), time(sinceSeconds + 10));
  }

  static Event changed(Cause cause, Playback playback) {
    return new Event.PlaybackChanged(cause, playback);
  }

  static Event readiness(MemberId member, Readiness readiness) {
    return new Event.ReadinessChanged(member, readiness);
  }

  static Decision rejected(Reason reason) {
    return new Decision.Rejected(reason);
  }

  Story at(double seconds) {
    return new Story(state, time(seconds));
  }

  Story enters(MemberId member) {
    return then(new Command.Enter(member, member.value()));
  }

  Story ready(MemberId member) {
    return asks(member, new Wish.ReportReady(Length.Unknown.UNKNOWN));
  }

  Story asks(MemberId by, Wish wish) {
    return then(command(by, wish));
  }

  /// The story after `command`, which must be accepted.
  Story then(Command command) {
    return switch (decide(command)) {
      case Decision.Accepted(var events) -> after(events);
      case Decision.Repeated repeated -> throw new AssertionError(command + " is " + repeated);
      case Decision.Rejected(var _, var events) when !events.isEmpty() -> after(events);
      case Decision.Rejected refused -> throw new AssertionError(command + " is " + refused);
    };
  }

  Decision decide(MemberId by, Wish wish) {
    return decide(command(by, wish));
  }

  Decision decide(Command command) {
    return Decider.decide(state, command, new Moment(now, LEAD));
  }

  /// The command by which `by`, who has seen all there is, wants `wish`.
  Command.Ask command(MemberId by, Wish wish) {
    return command(by, state.revision(), wish);
  }

  Command.Ask command(MemberId by, long seen, Wish wish) {
    return new Command.Ask(commandId(by), by, seen, wish);
  }

  /// The same command, wished on a companion.
  static Command.Ask onCompanion(Command.Ask it) {
    return new Command.Ask(
        it.id(), it.by(), Device.COMPANION, it.seen(), it.again(), it.wish(), it.cited());
  }

  /// The same command, sent again.
  static Command.Ask again(Command.Ask it) {
    return new Command.Ask(it.id(), it.by(), it.device(), it.seen(), true, it.wish(), it.cited());
  }

  /// The decision that these events happen next, now, because of the next command of `by`.
  Decision accepted(MemberId by, Event... events) {
    return new Decision.Accepted(recorded(new Author.ByMember(by, commandId(by)), events));
  }

  /// The decision that these events happen next, now, by a rule of the room.
  Decision accepted(Event... events) {
    return new Decision.Accepted(recorded(Author.Room.ROOM, events));
  }

  Playback playback() {
    return switch (state.stage()) {
      case Stage.Idle _ -> throw new AssertionError("nothing is loaded");
      case Stage.Loaded loaded -> loaded.playback();
    };
  }

  Member member(MemberId id) {
    return state.member(id).orElseThrow();
  }

  List<MemberId> members() {
    return state.members().stream().map(Member::id).toList();
  }

  List<MemberId> hosts() {
    return state.members().stream().filter(Member::isHost).map(Member::id).toList();
  }

  List<MemberId> waitedFor() {
    return state.waitedFor().stream().map(Member::id).toList();
  }

  /// The story after these events.
  Story after(List<Recorded> events) {
    var after = state;
    for (var event : events) {
      after = Evolution.evolve(after, event);
    }
    return new Story(after, now);
  }

  private CommandId commandId(MemberId by) {
    return new CommandId(by.value() + "-" + (state.revision() + 1));
  }

  private List<Recorded> recorded(Author author, Event... events) {
    long next = state.revision() + 1;
    return IntStream.range(0, events.length)
        .mapToObj(i -> new Recorded(next + i, now, author, events[i]))
        .toList();
  }
}
