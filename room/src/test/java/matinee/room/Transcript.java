package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plays a scenario: keeps its prose, makes its [Script] lines happen in one room, and writes below
/// each what came of it, indented. What had been written there before is dropped.
final class Transcript {
  private static final String INDENT = "    ";

  private final Map<String, Command> last = new HashMap<>();
  private final Map<Long, Command> accepted = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private Story room = Story.newRoom();

  private Transcript() {}

  /// The scenario with what happens now below each of its script lines.
  static String play(String scenario) {
    var transcript = new Transcript();
    scenario.lines().filter(line -> !line.startsWith(INDENT)).forEach(transcript::line);
    return String.join("\n", transcript.lines) + "\n";
  }

  private void line(String line) {
    lines.add(line);
    if (Script.isScript(line)) {
      happen(Script.parse(line));
    }
  }

  private void happen(Script script) {
    room = room.at(script.seconds());
    var command = script.isAgain() ? again(script) : script.command(room);
    last.put(script.who(), command);
    switch (room.decide(command)) {
      case Decision.Accepted(var events) -> {
        accepted.put(events.getFirst().revision(), command);
        happened(events);
      }
      case Decision.Repeated(long revision) -> write("-> answered before, by event " + revision);
      case Decision.Rejected(var reason, var events) -> {
        write("-> refused: " + reason);
        happened(events);
      }
    }
    write("=  " + digest());
  }

  private void happened(List<Recorded> events) {
    events.forEach(event -> write("-> " + told(event)));
    room = room.after(events);
  }

  private Command again(Script script) {
    return script
        .repeatedEvent()
        .map(accepted::get)
        .or(() -> Optional.ofNullable(last.get(script.who())))
        .map(Transcript::sentAgain)
        .orElseThrow(
            () -> new IllegalArgumentException(script.who() + " has not done anything yet"));
  }

  private static Command sentAgain(Command command) {
    return command instanceof Command.Ask ask ? Story.again(ask) : command;
  }

  private void write(String line) {
    lines.add(INDENT + line);
  }

  private static String told(Recorded recorded) {
    var by =
        switch (recorded.author()) {
          case Author.Room _ -> "the room";
          case Author.ByMember(var member, var _) -> member.value();
        };
    return recorded.revision()
        + " at "
        + seconds(recorded.at())
        + " by "
        + by
        + ": "
        + told(recorded.event());
  }

  private static String told(Event event) {
    return switch (event) {
      case Event.Joined(var member, var name) -> member.value() + " joined as " + name;
      case Event.Lost(var member) -> member.value() + " is lost";
      case Event.Returned(var member) -> member.value() + " returned";
      case Event.Left(var member) -> member.value() + " left";
      case Event.Renamed(var member, var name) -> member.value() + " is called " + name;
      case Event.HostChanged(var host) -> host.value() + " is host";
      case Event.ControlChanged(var control) -> "control is " + told(control);
      case Event.StandingChanged(var member, var standing) ->
          member.value() + " stands as " + standing;
      case Event.Kicked(var member) -> member.value() + " is put out";
      case Event.Banned(var member) -> member.value() + " is banned";
      case Event.Unbanned(var member) -> member.value() + " may come back";
      case Event.MutedChanged(var member, boolean muted) ->
          member.value() + (muted ? " is muted" : " is muted no more");
      case Event.LockChanged(boolean locked) -> locked ? "the room is locked" : "the room is open";
      case Event.DoorChanged(var door) -> "the door is " + told(door) + called(door.title());
      case Event.OwnerChanged(var owner) -> owner.value() + " is owner";
      case Event.Closed _ -> "the room is closed";
      case Event.MovedAway(var to) -> "the room moves to " + to.value();
      case Event.MovedHere(var from, long shiftMs) ->
          "the room comes from " + from.value() + " by " + shiftMs + " ms";
      case Event.SlowModeChanged(var slow) -> "slow mode is " + told(slow);
      case Event.WritersChanged(var writers) -> writers + " write in the chat";
      case Event.GiantChanged(boolean giant) ->
          giant ? "the room has become a giant" : "the room has become a usual one";
      case Event.Proposed(var member, var wish, var until) ->
          member.value() + " proposes " + told(wish) + " until " + seconds(until);
      case Event.ProposalEnded(var member, var end) ->
          "what " + member.value() + " proposed is " + end;
      case Event.OfQueue ofQueue -> toldOfQueue(ofQueue);
      case Event.GateChanged(var gate) -> "waits for " + told(gate);
      case Event.ExcusedChanged(var member, boolean excused) ->
          member.value() + (excused ? " is excused" : " is excused no more");
      case Event.MediaLoaded(var media) -> "loaded " + media.title() + ", " + told(media.length());
      case Event.LengthLearnt(var length) -> "the length is learnt, " + told(length);
      case Event.FilmGrew(var available) -> told(available);
      case Event.FilmVanished _ -> "the film is gone";
      case Event.PlaybackChanged(var cause, var playback) -> cause + ", " + told(playback);
      case Event.ReadinessChanged(var member, var readiness) -> member.value() + " is " + readiness;
      case Event.Refused(var reason) -> "it is refused for good: " + reason;
      case Event.Said(var text, _) -> "said \"" + text + "\"";
      case Event.LineEdited(long line, var text, _) ->
          "line " + line + " reads \"" + text + "\" now";
      case Event.LineRemoved(long line, var member) ->
          "line " + line + " of " + member.value() + " removed";
      case Event.Reacted(long line, var emoji, boolean on) ->
          (on ? "gives line " : "takes back from line ") + line + " " + emoji;
    };
  }

  private static String toldOfQueue(Event.OfQueue event) {
    return switch (event) {
      case Event.Queued(var member, var media) ->
          "queued " + media.title() + ", " + told(media.length()) + ", for " + member.value();
      case Event.Dequeued(long item) -> "item " + item + " is not in the queue any more";
      case Event.QueueMoved(long item, int to) -> "item " + item + " stands at " + to;
      case Event.VoteChanged(var member, long item, boolean up) ->
          member.value() + (up ? " votes for " : " does not vote any more for ") + item;
      case Event.AutoAdvanceChanged(boolean on) -> "goes on by itself: " + on;
      case Event.AdvanceScheduled(var due) -> "goes on at " + seconds(due);
      case Event.AdvanceCancelled _ -> "does not go on";
    };
  }

  /// One policy if it is the same for all, else those for load, play and pause, seek, speed; and
  /// for the queue, if that is another than for load.
  private static String told(Control control) {
    if (control.equals(Control.all(control.load()))) {
      return control.load().name();
    }
    var queue = control.queue() == control.load() ? "" : " " + control.queue();
    return control.load()
        + " "
        + control.playPause()
        + " "
        + control.seek()
        + " "
        + control.speed()
        + queue;
  }

  private static String told(Wish.OfFilm wish) {
    return switch (wish) {
      case Wish.Load(var media) -> "load " + told(media.length()) + " " + media.title();
      case Wish.Play _ -> "play";
      case Wish.Pause _ -> "pause";
      case Wish.Seek(long to) -> "seek " + to;
      case Wish.SetRate(double rate) -> "speed " + rate;
      case Wish.Enqueue(var media) ->
          media.stream()
              .map(one -> told(one.length()) + " " + one.title())
              .collect(Collectors.joining(", ", "queue ", ""));
      case Wish.Dequeue(long item) -> "remove " + item;
      case Wish.MoveQueued(long item, int to) -> "move " + item + " " + to;
      case Wish.PlayQueued(long item) -> "next " + item;
      case Wish.SetAutoAdvance(boolean on) -> "advance " + on;
      case Wish.Stay _ -> "stay";
    };
  }

  private static String told(GatePolicy gate) {
    return switch (gate) {
      case GatePolicy.Everyone _ -> "everyone";
      case GatePolicy.Host _ -> "the host";
      case GatePolicy.Quorum(int percent) -> percent + " per cent";
      case GatePolicy.NoOne _ -> "nobody";
    };
  }

  private static String told(Door door) {
    return door.access() + " " + door.capacity() + " " + door.newcomers();
  }

  private static String called(RoomTitle title) {
    return switch (title) {
      case RoomTitle.Untitled _ -> "";
      case RoomTitle.Titled(var text) -> " called " + text;
    };
  }

  private static String told(SlowMode slow) {
    return switch (slow) {
      case SlowMode.AsUsual _ -> "usual";
      case SlowMode.Every(int seconds) -> seconds + " s";
    };
  }

  private static String told(Length length) {
    return switch (length) {
      case Length.Known(long ms) -> ms + " ms long";
      case Length.Unknown _ -> "length unknown";
    };
  }

  private static String told(Available available) {
    return switch (available) {
      case Available.All _ -> "the film is there";
      case Available.Until(long ms) -> "of the film is there until " + ms;
    };
  }

  private static String told(Playback playback) {
    return switch (playback) {
      case Playback.Paused(long at, double rate) -> "paused on " + at + told(rate);
      case Playback.Playing(Timeline(var from, long at, double rate)) ->
          "playing from " + at + " on at " + seconds(from) + told(rate);
      case Playback.Waiting(long at, double rate, var _, var until) ->
          "waiting on " + at + " until " + seconds(until) + told(rate);
    };
  }

  private static String told(double rate) {
    return rate == 1.0 ? "" : " at speed " + rate;
  }

  /// The room at a glance: its playback, when it is to be asked again, its members with the host
  /// marked by a star.
  private String digest() {
    var state = room.state();
    var due = state.deadline().map(deadline -> "; due at " + seconds(deadline)).orElse("");
    var settings = state.settings().control();
    var control = settings.equals(Control.EVERYONE) ? "" : "; control " + told(settings);
    var locked = state.settings().locked() ? "; locked" : "";
    var told = told(state.settings().door());
    var door = told.equals(told(Door.NEW)) ? "" : "; door " + told;
    var proposals =
        state.proposals().stream()
            .map(one -> "; " + one.by().value() + " asks since " + one.revision())
            .collect(Collectors.joining());
    return told(state.stage())
        + due
        + control
        + locked
        + door
        + proposals
        + told(state.queue())
        + "; "
        + told(state.members());
  }

  /// The items in their order, with their votes; nothing while it is as in a new room.
  private static String told(Queue queue) {
    var items =
        queue.items().stream()
            .map(item -> " " + item.id() + "+".repeat(item.votes().size()))
            .collect(Collectors.joining());
    return (items.isEmpty() ? "" : "; queue" + items)
        + (queue.autoAdvance() ? "" : "; does not go on by itself");
  }

  private static String told(Stage stage) {
    return switch (stage) {
      case Stage.Idle _ -> "nothing loaded";
      case Stage.Loaded loaded -> told(loaded.playback());
    };
  }

  private static String told(List<Member> members) {
    return members.isEmpty()
        ? "nobody"
        : members.stream().map(Transcript::told).collect(Collectors.joining(", "));
  }

  private static String told(Member member) {
    var contact =
        switch (member.contact()) {
          case Contact.Here _ -> "";
          case Contact.Lost(var since) -> " (lost at " + seconds(since) + ")";
        };
    var standing =
        member.isHost() || member.role() == Role.MEMBER ? "" : " (" + member.role() + ")";
    var muted = member.rank().muted() ? " (muted)" : "";
    var excused = member.grace().excused() ? " (excused)" : "";
    return member.id().value()
        + (member.isHost() ? "* " : " ")
        + member.readiness()
        + standing
        + muted
        + contact
        + excused;
  }

  private static String seconds(Instant at) {
    return String.format(Locale.ROOT, "%.3f", at.toEpochMilli() / 1_000.0);
  }
}
