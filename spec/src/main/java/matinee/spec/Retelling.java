package matinee.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.spec.Counterexample.State;

/// Makes a story of `protocol/scenarios` of a counterexample: what people and the room did in it,
/// in the order in which a node decided it.
///
/// What only happens between nodes and pages has no place in a story, which knows one room and its
/// commands; the rest of the run is told in prose. Commands that were lost with a part of the
/// history, when that was put back from a copy, are left out.
final class Retelling {
  private static final List<String> TAKEN = List.of("Take", "Reply");
  private static final Map<String, String> OF_WORLD =
      Map.of(
          "Crash", "The server dies.",
          "Start", "The server starts.",
          "Drop", "A connection ends.",
          "Reload", "A page is loaded anew.",
          "Touch", "Somebody works the player itself.",
          "PutBack", "The history is put back from a copy.");

  private final Wording wording;
  private final List<Told> lines = new ArrayList<>();
  private final Map<String, Integer> accepted = new HashMap<>();

  /// A line, and the newest revision of the history after it.
  private record Told(String line, int revision) {}

  private Retelling(Wording wording) {
    this.wording = wording;
  }

  /// The lines of the story of `found`, without a title. `waitLimit` is how long a wait lasts at
  /// most in it, which is 10 s in a room.
  static List<String> of(Counterexample found, int waitLimit) {
    var retelling = new Retelling(new Wording(waitLimit == 0 ? 1_000 : 10_000 / waitLimit));
    var before = found.states().getFirst();
    retelling.begin(before);
    for (var state : found.states().subList(1, found.states().size())) {
      retelling.go(before, state);
      before = state;
    }
    return retelling.lines.stream().map(Told::line).toList();
  }

  private void begin(State first) {
    if (first.has("journal")) {
      for (var event : first.get("journal").get("events").items()) {
        prelude(event).ifPresent(what -> say(time(first), what, event.get("revision").number()));
      }
    } else {
      arrange(first.get("room"));
    }
  }

  /// By which command the event of a prelude came about; nothing for what follows by itself.
  private Optional<String> prelude(Printed event) {
    var what = event.get("what");
    var by = event.get("by").text();
    return switch (what.get("type").text()) {
      case "mediaLoaded" ->
          Optional.of(by + ": " + (by.equals("room") ? "open " : "load ") + wording.media(what));
      case "joined" -> Optional.of(Wording.enter(what.get("member").text()));
      case "readinessChanged" -> Optional.of(by + ": ready");
      case "playbackChanged" ->
          what.get("cause").text().equals("PLAYED") ? Optional.of(by + ": play") : Optional.empty();
      default -> throw new IllegalArgumentException("a prelude has no such event: " + event);
    };
  }

  /// Brings about the room with which a run of the rules alone begins.
  private void arrange(Printed room) {
    say(0, "room: open " + wording.media(room.get("stage")), 1);
    var members = room.get("members").items();
    members.forEach(member -> say(0, Wording.enter(member.get("id").text()), 1));
    var control = Wording.control(room.get("control"));
    if (!control.equals("EVERYONE")) {
      say(0, members.getFirst().get("id").text() + ": control " + control, 1);
    }
  }

  private void go(State before, State after) {
    if (after.has("asked")) {
      after.get("asked").items().forEach(command -> decide(command, before, after));
    } else if (TAKEN.contains(after.action())) {
      decide(taken(before, after), before, after);
    } else if (after.action().equals("Next")) {
      straggle(before, after);
    } else if (List.of("Lose", "Leave", "Tick").contains(after.action())) {
      own(before, after);
    } else if (OF_WORLD.containsKey(after.action())) {
      tell(before, after);
    }
  }

  /// The message that is under way no more.
  private static Printed taken(State before, State after) {
    if (!(before.get("up") instanceof Printed.Fields(var up))) {
      throw new IllegalArgumentException("nothing is under way");
    }
    for (var each : up.entrySet()) {
      var messages = each.getValue().items();
      if (messages.size() > after.get("up").get(each.getKey()).items().size()) {
        var message = messages.getFirst();
        return message.get("type").text().equals("ask")
            ? message.get("command")
            : enter(each.getKey());
      }
    }
    throw new IllegalArgumentException("no message was taken");
  }

  /// TLC names no action that is one of many for a message. A command that arrives late is not
  /// under way any more; what a node takes from another is no command.
  private void straggle(State before, State after) {
    var arrived = new ArrayList<>(before.get("late").items());
    arrived.removeAll(after.get("late").items());
    arrived.forEach(message -> decide(message.get("command"), before, after));
  }

  private static Printed enter(String member) {
    return new Printed.Fields(
        Map.of("type", new Printed.Text("enter"), "member", new Printed.Text(member)));
  }

  private void own(State before, State after) {
    if (after.action().equals("Tick")) {
      say(time(before), "room: tick", revision(after));
    } else {
      var event = after.get("journal").get("events").items().get(revision(before));
      var member = event.get("what").get("member").text();
      var verb = after.action().equals("Lose") ? "lose" : "leave";
      say(time(before), member + ": " + verb, revision(after));
    }
  }

  private void decide(Printed command, State before, State after) {
    var what = wording.told(command);
    if (command.get("type").text().equals("ask")) {
      var by = command.get("by").text();
      var id = by + " " + command.get("id").text();
      what =
          accepted.containsKey(id)
              ? by + ": again " + accepted.get(id)
              : what + seen(command, before);
      if (revision(after) > revision(before)) {
        accepted.putIfAbsent(id, revision(before) + 1);
      }
    }
    say(time(before), what, revision(after));
  }

  private static String seen(Printed command, State before) {
    int seen = command.get("seen").number();
    return seen == revision(before) ? "" : " (seen " + seen + ")";
  }

  /// What happens to the world and not in the room.
  private void tell(State before, State after) {
    if (after.action().equals("PutBack")) {
      lines.removeIf(told -> told.revision() > revision(after));
    }
    if (!lines.getLast().line().isEmpty()) {
      lines.add(new Told("", 0));
    }
    lines.add(new Told(OF_WORLD.getOrDefault(after.action(), ""), 0));
    lines.add(new Told("", 0));
  }

  private void say(int time, String what, int revision) {
    lines.add(new Told("at " + wording.time(time) + " " + what, revision));
  }

  private static int time(State state) {
    return state.get(state.has("now") ? "now" : "instant").number();
  }

  private static int revision(State state) {
    return state.has("journal")
        ? state.get("journal").get("events").items().size()
        : state.get("room").get("revision").number();
  }
}
