package matinee.room;

import static matinee.room.Story.time;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of a scenario that make something happen: `at SECONDS WHO: WHAT`.
///
/// `WHO` is a member, or `room` for the program that keeps it. A member's wish may end in `(seen
/// REVISION)`; without it the member has seen everything. The words for `WHAT` stand in [#command].
record Script(double seconds, String who, String what, String seen) {
  private static final Pattern LINE =
      Pattern.compile("at ([0-9.]+) ([a-z]+): (.+?)(?: \\(seen ([0-9]+)\\))?");

  private static final String AGAIN = "again ";

  static boolean isScript(String line) {
    return line.startsWith("at ");
  }

  static Script parse(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not `at SECONDS WHO: WHAT`: " + line);
    }
    var seen = parts.group(4) == null ? "" : parts.group(4);
    return new Script(Double.parseDouble(parts.group(1)), parts.group(2), parts.group(3), seen);
  }

  /// Does the member send a command again, unchanged: the last one, or the one that became the
  /// event that is named?
  boolean isAgain() {
    return what.equals("again") || what.startsWith(AGAIN);
  }

  /// Which event, if one is named.
  Optional<Long> repeatedEvent() {
    return what.startsWith(AGAIN)
        ? Optional.of(Long.valueOf(what.substring(AGAIN.length())))
        : Optional.empty();
  }

  /// What `room` is asked to decide.
  Command command(Story room) {
    var verb = what.split(" ", 2)[0];
    var rest = what.substring(verb.length()).strip();
    return switch (verb) {
      case "open" -> new Command.Open(media(rest));
      case "grow" -> new Command.Grow(loaded(room), available(rest));
      case "vanish" -> new Command.Vanish(loaded(room));
      case "tick" -> new Command.Tick();
      case "arrive" -> arrival(rest.split(" ", 2));
      case "interrupt" -> new Command.Interrupt(time(Double.parseDouble(rest)));
      case "enter" -> new Command.Enter(new MemberId(who), rest);
      case "enterByPassword" -> enter(rest, Credential.Password.PASSWORD);
      case "enterByPlace" -> enter(rest, Credential.Place.PLACE);
      case "enterInvited" -> enterInvited(rest.split(" ", 2));
      case "lose" -> new Command.Lose(new MemberId(who));
      case "leave" -> new Command.Leave(new MemberId(who));
      default -> room.command(new MemberId(who), seen(room), wish(room, verb, rest));
    };
  }

  /// The uploaded film that is loaded; one that nobody knows, if none is.
  private static MediaRef.Upload loaded(Story room) {
    return room.state().stage() instanceof Stage.Loaded loaded
            && loaded.media().ref() instanceof MediaRef.Upload film
        ? film
        : new MediaRef.Upload("another");
  }

  /// `all`, or until how many milliseconds.
  private static Available available(String told) {
    return told.equals("all") ? Available.All.ALL : new Available.Until(Long.parseLong(told));
  }

  private Command enter(String name, Credential credential) {
    return new Command.Enter(new MemberId(who), name, credential);
  }

  /// `STANDING NAME`.
  private Command enterInvited(String... given) {
    return enter(given[1], new Credential.Invited(Standing.valueOf(given[0])));
  }

  /// A region, and by how many milliseconds more the clock shows here.
  private static Command arrival(String... regionAndMs) {
    return new Command.Arrive(new RegionName(regionAndMs[0]), Long.parseLong(regionAndMs[1]));
  }

  private long seen(Story room) {
    return seen.isEmpty() ? room.state().revision() : Long.parseLong(seen);
  }

  private static Wish wish(Story room, String verb, String rest) {
    return switch (verb) {
      case "load" -> new Wish.Load(media(rest));
      case "play" -> new Wish.Play();
      case "pause" -> new Wish.Pause();
      case "seek" -> new Wish.Seek(Long.parseLong(rest));
      case "speed" -> new Wish.SetRate(Double.parseDouble(rest));
      case "control" -> new Wish.SetControl(control(rest));
      case "accept" -> answer(room, rest, true);
      case "decline" -> answer(room, rest, false);
      case "withdraw" -> new Wish.Withdraw();
      case "kick" -> new Wish.Kick(new MemberId(rest));
      case "ban" -> new Wish.Ban(new MemberId(rest));
      case "unban" -> new Wish.Unban(new MemberId(rest));
      case "mute" -> new Wish.SetMuted(new MemberId(rest), true);
      case "unmute" -> new Wish.SetMuted(new MemberId(rest), false);
      case "lock" -> new Wish.SetLocked(true);
      case "unlock" -> new Wish.SetLocked(false);
      case "door" -> new Wish.SetDoor(door(rest.split(" ", 4)));
      case "give" -> new Wish.GiveRoom(new MemberId(rest));
      case "close" -> new Wish.CloseRoom();
      case "moveTo" -> new Wish.MoveRoom(new RegionName(rest));
      case "slow" -> new Wish.SetSlowMode(slow(rest));
      case "writers" -> new Wish.SetWriters(Writers.valueOf(rest));
      case "standing" -> standing(rest.split(" ", 2));
      case "wait" -> new Wish.SetGate(gate(rest));
      case "excused" -> new Wish.SetExcused(Boolean.parseBoolean(rest));
      case "queue" -> new Wish.Enqueue(Arrays.stream(rest.split(", ")).map(Script::media).toList());
      case "remove" -> new Wish.Dequeue(Long.parseLong(rest));
      case "move" -> moved(rest.split(" ", 2));
      case "next" -> new Wish.PlayQueued(Long.parseLong(rest));
      case "vote" -> new Wish.Vote(Long.parseLong(rest), true);
      case "unvote" -> new Wish.Vote(Long.parseLong(rest), false);
      case "advance" -> new Wish.SetAutoAdvance(Boolean.parseBoolean(rest));
      case "stay" -> new Wish.Stay();
      case "handOver" -> new Wish.HandOver(new MemberId(rest));
      case "say" -> new Wish.Say(rest);
      case "rename" -> new Wish.Rename(rest);
      case "ready" -> new Wish.ReportReady(rest.isEmpty() ? Length.Unknown.UNKNOWN : length(rest));
      case "buffering" -> new Wish.ReportBuffering();
      case "unable" -> new Wish.ReportUnable();
      default -> throw new IllegalArgumentException("no such wish: " + verb);
    };
  }

  /// `ITEM PLACE`.
  private static Wish moved(String[] given) {
    return new Wish.MoveQueued(Long.parseLong(given[0]), Integer.parseInt(given[1]));
  }

  /// One policy for all, or five for load, play and pause, seek, speed, queue; the last as the
  /// first, if it is not told.
  private static Control control(String policies) {
    var each = Arrays.stream(policies.split(" ")).map(ControlPolicy::valueOf).toList();
    return each.size() == 1
        ? Control.all(each.getFirst())
        : new Control(
            each.get(0), each.get(1), each.get(2), each.get(3), each.get(each.size() == 5 ? 4 : 0));
  }

  /// Whose proposal: the one that is open, else one that was never made.
  private static Wish answer(Story room, String whose, boolean accepted) {
    var member = new MemberId(whose);
    long proposal = room.state().proposalOf(member).map(Proposal::revision).orElse(1L);
    return new Wish.Answer(member, proposal, accepted);
  }

  /// Whom, and what: `ben GUEST`.
  private static Wish standing(String[] given) {
    return new Wish.SetStanding(new MemberId(given[0]), Standing.valueOf(given[1]));
  }

  /// `ACCESS CAPACITY NEWCOMERS`, and a title, if there is one.
  private static Door door(String... given) {
    var title = given.length == 4 ? new RoomTitle.Titled(given[3]) : RoomTitle.Untitled.UNTITLED;
    return new Door(
        Access.valueOf(given[0]), Integer.parseInt(given[1]), Standing.valueOf(given[2]), title);
  }

  /// `usual`, or seconds.
  private static SlowMode slow(String pause) {
    return pause.equals("usual")
        ? SlowMode.AsUsual.AS_USUAL
        : new SlowMode.Every(Integer.parseInt(pause));
  }

  /// `everyone`, `host`, `nobody`, or a quorum in per cent.
  private static GatePolicy gate(String whom) {
    return switch (whom) {
      case "everyone" -> GatePolicy.Everyone.EVERYONE;
      case "host" -> GatePolicy.Host.HOST;
      case "nobody" -> GatePolicy.NoOne.NO_ONE;
      default -> new GatePolicy.Quorum(Integer.parseInt(whom));
    };
  }

  /// `LENGTH TITLE`, the length in milliseconds or `unknown`.
  private static Media media(String text) {
    var parts = text.split(" ", 2);
    var film = parts[1].toLowerCase().replaceAll("[^a-z0-9]+", "-");
    var ref =
        parts[1].startsWith("http") ? new MediaRef.Address(parts[1]) : new MediaRef.Upload(film);
    return new Media(ref, parts[1], length(parts[0]));
  }

  private static Length length(String ms) {
    return ms.equals("unknown") ? Length.Unknown.UNKNOWN : new Length.Known(Long.parseLong(ms));
  }
}
