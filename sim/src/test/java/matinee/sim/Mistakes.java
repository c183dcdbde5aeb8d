package matinee.sim;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import matinee.room.Cause;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.server.rooms.Connection;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.Letter;
import matinee.server.rooms.Rules;
import matinee.sync.WishFilter.ElementEvent;
import matinee.sync.WishFilter.Judgement;

/// The mistakes that the simulator must find. None of them is in the program: each is a part that a
/// test puts in the place of a good one.
final class Mistakes {
  private static final Pattern GRACE = Pattern.compile(",\"grace\":\\{[^}]*}");
  private static final Pattern ACCEPTED =
      Pattern.compile("\\{\"type\":\"accepted\",(.*)\"revision\":(\\d+)}");
  private static final String NOTHING = "{\"type\":\"presence\",\"members\":[]}";

  private static final MemberId FIRST = new MemberId("p0");

  private Mistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(
            ofRules(),
            ofCompanions(),
            ofTheOrder(),
            ofPlayback(),
            ofTheJournal(),
            ofWhatIsSent(),
            ofPages())
        .flatMap(List::stream);
  }

  private static List<Mistake> ofRules() {
    return List.of(
        rules(
            "skips the right on one command",
            "anybody may set who controls",
            100,
            asHost(Wish.SetControl.class)),
        rules(
            "lets everybody seek",
            "who is not in control may still seek",
            100,
            asHost(Wish.Seek.class)),
        rules(
            "deadline never fires",
            "a wait, or a film, has no end",
            100,
            deafTo(Command.Tick.class)),
        rules(
            "absence never ends",
            "who has gone without a word is never missed",
            100,
            deafTo(Command.Lose.class)),
        rules(
            "forgets remembered answers",
            "a command that is sent again has a second effect",
            100,
            (state, command, moment) -> Decider.decide(state.withoutAnswers(), command, moment)),
        rules(
            "gate forgets a member",
            "the one who came last is not waited for",
            100,
            (state, command, moment) ->
                Decider.decide(Altered.withoutTheLast(state), command, moment)));
  }

  private static List<Mistake> ofCompanions() {
    return List.of(
        rules(
            "does on a companion what its member may",
            "a telephone plays and pauses",
            100,
            (state, command, moment) ->
                Decider.decide(
                    state,
                    command instanceof Command.Ask ask ? Altered.onTheScreen(ask) : command,
                    moment)),
        takenFor(
            "takes a companion for its member",
            "a telephone keeps the place of who has gone",
            300,
            who ->
                who instanceof Entrant.OnCompanion(var member, _)
                    ? new Entrant.OnScreen(member, "Phone")
                    : who));
  }

  private static List<Mistake> ofTheOrder() {
    return List.of(
        rules(
            "lets everybody choose what is next",
            "who has no right to the queue adds to it",
            300,
            asHost(Wish.Enqueue.class)),
        rules("lets everybody ban", "who does not lead may ban", 300, asHost(Wish.Ban.class)),
        rules(
            "lets the banned in",
            "a ban is forgotten when its holder comes back",
            200,
            seeing(Command.Enter.class, Altered::withoutBans)),
        rules(
            "lets somebody new into a locked room",
            "a lock keeps nobody out",
            200,
            seeing(Command.Enter.class, Altered::unlocked)),
        rules(
            "lets the uninvited in",
            "the door keeps nobody out",
            200,
            seeing(Command.Enter.class, Altered::withTheDoorOpen)),
        rules(
            "hears the muted",
            "what a muted member says is said",
            200,
            seeing(Command.Ask.class, Altered::withoutMutes)),
        rules(
            "lets everybody edit",
            "what somebody else said can be made to read otherwise",
            100,
            (state, command, moment) ->
                Decider.decide(
                    state,
                    command instanceof Command.Ask ask && ask.wish() instanceof Wish.Edit
                        ? Altered.ofAnOwnLine(ask)
                        : command,
                    moment)),
        rules(
            "leaves a proposal open",
            "what was accepted can be accepted again",
            1_000,
            (state, command, moment) ->
                command instanceof Command.Ask ask && ask.wish() instanceof Wish.Answer
                    ? Altered.withoutTheFirst(Decider.decide(state, command, moment))
                    : Decider.decide(state, command, moment)),
        takenFor(
            "lets somebody in by the place of another",
            "who is put out comes back as somebody who is there",
            1_000,
            _ -> new Entrant.OnScreen(FIRST, "Name of p0")));
  }

  /// Whoever comes in is taken for somebody else.
  private static Mistake takenFor(
      String name, String prose, int within, UnaryOperator<Entrant> other) {
    return new Mistake(
        name,
        prose,
        within,
        Build.GOOD.withLetters(
            letter ->
                letter instanceof Letter.Enter(var from, var resume)
                        && !other.apply(from.entrant()).equals(from.entrant())
                    ? new Letter.Enter(
                        new Connection(other.apply(from.entrant()), from.caller(), from.outbox()),
                        resume)
                    : letter));
  }

  private static Rules seeing(Class<? extends Command> kind, UnaryOperator<RoomState> what) {
    return (state, command, moment) ->
        Decider.decide(kind.isInstance(command) ? what.apply(state) : state, command, moment);
  }

  private static List<Mistake> ofPlayback() {
    return List.of(
        rules(
            "wrong anchor after a seek",
            "what was sought begins at once instead of a little later",
            100,
            (state, command, moment) ->
                Altered.playback(
                    Decider.decide(state, command, moment),
                    (changed, at) ->
                        changed.cause() == Cause.SEEKED
                                && changed.playback() instanceof Playback.Playing(var line)
                            ? new Playback.Playing(
                                new Timeline(at, line.anchorPositionMs(), line.rate()))
                            : changed.playback())),
        rules(
            "seeks to another place",
            "a seek ends a second further on",
            100,
            (state, command, moment) ->
                Altered.playback(
                    Decider.decide(state, command, moment),
                    (changed, at) ->
                        changed.cause() == Cause.SEEKED
                                && changed.playback() instanceof Playback.Paused(long to, double r)
                            ? new Playback.Paused(to + 1_000, r)
                            : changed.playback())),
        rules(
            "grants too long a wait",
            "a wait may last a minute more",
            100,
            (state, command, moment) ->
                Altered.playback(
                    Decider.decide(state, command, moment),
                    (changed, at) ->
                        changed.playback()
                                instanceof Playback.Waiting(long p, double r, var s, var u)
                            ? new Playback.Waiting(p, r, s, u.plusSeconds(60))
                            : changed.playback())));
  }

  private static List<Mistake> ofTheJournal() {
    return List.of(
        new Mistake(
            "acknowledges before the commit",
            "an answer goes out while its events are still in memory",
            100,
            Build.GOOD.withJournal(HastyJournal::new)),
        new Mistake(
            "ignores the epoch",
            "a history that was put back is taken for the one before",
            100,
            Build.GOOD.withJournal(EpochlessJournal::new)),
        new Mistake(
            "appends blindly",
            "who was not first believes to have been",
            100,
            Build.GOOD.withJournal(BlindJournal::new)),
        new Mistake(
            "writes a command in two pieces",
            "the events of a command reach the file one after the other",
            100,
            Build.GOOD.withJournal(PiecemealJournal::new)));
  }

  private static List<Mistake> ofWhatIsSent() {
    return List.of(
        new Mistake(
            "snapshot misses a field",
            "who comes in is not told whose grace is spent",
            100,
            Build.GOOD.withFrames(text -> GRACE.matcher(text).replaceAll(""))),
        new Mistake(
            "loses what was said",
            "a line of chat does not go out",
            100,
            Build.GOOD.withFrames(text -> text.startsWith("{\"type\":\"said\"") ? NOTHING : text)),
        new Mistake(
            "answers with another revision",
            "an answer names the event after the right one",
            100,
            Build.GOOD.withFrames(
                text ->
                    ACCEPTED
                        .matcher(text)
                        .replaceAll(
                            it ->
                                "{\"type\":\"accepted\","
                                    + it.group(1)
                                    + "\"revision\":"
                                    + (Long.parseLong(it.group(2)) + 1)
                                    + "}"))));
  }

  private static List<Mistake> ofPages() {
    return List.of(
        new Mistake(
            "echo is not dropped",
            "a page takes its own pause for a person's",
            100,
            Build.GOOD.withFilters(Mistakes::withoutEcho)),
        new Mistake(
            "resumes from the wrong revision",
            "a page that comes back skips one event",
            100,
            Build.GOOD.withCopies(() -> new CarelessCopy(1, false))),
        new Mistake(
            "applies an older revision over a newer",
            "a page asks for what it has, and applies it once more",
            100,
            Build.GOOD.withCopies(() -> new CarelessCopy(-2, true))));
  }

  private static Mistake rules(String name, String prose, int within, Rules rules) {
    return new Mistake(name, prose, within, Build.GOOD.withRules(rules));
  }

  /// Whoever has such a wish is taken for the host.
  private static Rules asHost(Class<? extends Wish> kind) {
    return (state, command, moment) ->
        command instanceof Command.Ask ask && kind.isInstance(ask.wish())
            ? Decider.decide(Altered.hostedBy(state, ask.by()), command, moment)
            : Decider.decide(state, command, moment);
  }

  private static Rules deafTo(Class<? extends Command> kind) {
    return (state, command, moment) ->
        kind.isInstance(command)
            ? new Decision.Rejected(Reason.NO_CHANGE)
            : Decider.decide(state, command, moment);
  }

  private static Build.Filter withoutEcho(Build.Filter good) {
    return new Build.Filter() {
      @Override
      public void asked(matinee.sync.Act act, double nowMs) {
        good.asked(act, nowMs);
      }

      @Override
      public Judgement judge(ElementEvent event, matinee.sync.PlayerSample seen) {
        return event == ElementEvent.PAUSE
            ? new Judgement.Wished(new Wish.Pause())
            : good.judge(event, seen);
      }
    };
  }
}
