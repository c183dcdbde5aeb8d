package matinee.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a story of `protocol/scenarios`, with what the code made of it below each line, as a trace
/// in TLA+: the steps of the module `TraceRoom`.
///
/// The words of the stories are those of the tests of `room/`, which write and replay them.
final class Scenario {
  private static final Pattern SCRIPT =
      Pattern.compile(
          "at ([0-9.]+) ([a-z]+): ([a-zA-Z]+)(?: (?!\\(seen )(.+?))?(?: \\(seen ([0-9]+)\\))?");
  private static final Pattern REFUSED = Pattern.compile(" {4}-> refused: ([A-Z_]+)");
  private static final Pattern REPEATED =
      Pattern.compile(" {4}-> answered before, by event (\\d+)");
  private static final Pattern EVENT =
      Pattern.compile(" {4}-> (\\d+) at ([0-9.]+) by ([a-z ]+): (.+)");
  private static final Pattern ROOM = Pattern.compile(" {4}=  (.+)");

  /// The lead of every story, in milliseconds.
  private static final String LEAD = "300";

  private final Map<String, String> last = new HashMap<>();
  private final Map<String, String> accepted = new HashMap<>();
  private final Map<String, String> proposals = new HashMap<>();
  private final List<String> steps = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private String command = "";
  private String instant = "";
  private String answer = "";
  private String refusal = "";
  private long revision;
  private int asked;

  private Scenario() {}

  /// The steps that `lines` tell, each as a record in TLA+. Throws `IllegalArgumentException` for a
  /// line that cannot be read.
  static List<String> steps(List<String> lines) {
    var scenario = new Scenario();
    lines.forEach(scenario::line);
    return scenario.steps;
  }

  /// Is `line` one that tells what happened?
  static boolean tells(String line) {
    return line.startsWith("    ");
  }

  private void line(String line) {
    if (line.startsWith("at ")) {
      script(match(SCRIPT, line));
    } else if (REFUSED.matcher(line).matches()) {
      refusal = match(REFUSED, line).group(1);
      answer = rejected();
    } else if (REPEATED.matcher(line).matches()) {
      var before = match(REPEATED, line).group(1);
      answer = Tla.record("type", Tla.text("repeated"), "revision", before);
    } else if (EVENT.matcher(line).matches()) {
      event(match(EVENT, line));
    } else if (tells(line)) {
      room(match(ROOM, line).group(1));
    }
  }

  private void script(Matcher script) {
    var who = script.group(2);
    instant = ms(script.group(1));
    events.clear();
    refusal = "";
    var rest = script.group(4) == null ? "" : script.group(4);
    if (script.group(3).equals("again")) {
      var before = accepted.getOrDefault(rest, last.getOrDefault(who, ""));
      last.put(who, before.replace("again |-> FALSE", "again |-> TRUE"));
    } else {
      var seen = script.group(5) == null ? Long.toString(revision) : script.group(5);
      last.put(who, command(who, script.group(3), rest, seen));
    }
    command = last.getOrDefault(who, "");
  }

  private String command(String who, String verb, String rest, String seen) {
    return switch (verb) {
      case "open" -> Tla.record("type", Tla.text(verb), "length", length(rest));
      case "grow" ->
          Tla.record("type", Tla.text(verb), "loaded", "TRUE", "available", available(rest));
      case "vanish" -> Tla.record("type", Tla.text(verb), "loaded", "TRUE");
      case "tick" -> Tla.record("type", Tla.text(verb));
      case "arrive" -> Told.move("arrive", rest.split(" ", 2));
      case "interrupt" -> Tla.record("type", Tla.text(verb), "since", ms(rest));
      case "enterByPassword", "enterByPlace", "enterInvited" -> ToldDoor.enter(who, verb, rest);
      case "enter", "lose", "leave" -> Tla.record("type", Tla.text(verb), "member", Tla.text(who));
      default ->
          Tla.record(
              "type",
              Tla.text("ask"),
              "id",
              Integer.toString(++asked),
              "by",
              Tla.text(who),
              "seen",
              seen,
              "again",
              Tla.truth(false),
              "wish",
              wish(verb, rest));
    };
  }

  private String wish(String verb, String rest) {
    return switch (verb) {
      case "load", "seek", "speed", "play", "pause" -> ofFilm(verb, rest);
      case "control" -> Tla.record("type", Tla.text("setControl"), "control", Told.control(rest));
      case "accept", "decline" -> answer(rest, verb.equals("accept"));
      case "kick", "ban", "unban" -> Tla.record("type", Tla.text(verb), "member", Tla.text(rest));
      case "mute", "unmute" ->
          Tla.record(
              "type",
              Tla.text("setMuted"),
              "member",
              Tla.text(rest),
              "muted",
              Tla.truth(verb.equals("mute")));
      case "lock", "unlock" ->
          Tla.record("type", Tla.text("setLocked"), "locked", Tla.truth(verb.equals("lock")));
      case "moveTo" ->
          Tla.record(
              "type", Tla.text("moveRoom"), "region", Tla.text(rest), "upload", Tla.truth(false));
      case "slow" -> Tla.record("type", Tla.text("setSlowMode"), "slow", slow(rest));
      case "writers" -> Told.writers("setWriters", rest);
      case "standing" -> setStanding(rest.split(" ", 2));
      case "wait" -> Tla.record("type", Tla.text("setGate"), "gate", Told.gate(rest));
      case "excused" ->
          Tla.record(
              "type", Tla.text("setExcused"), "excused", Tla.truth(Boolean.parseBoolean(rest)));
      case "handOver" -> Tla.record("type", Tla.text("handOver"), "to", Tla.text(rest));
      case "ready" -> Tla.record("type", Tla.text("reportReady"), "length", length(rest));
      case "buffering" -> Tla.record("type", Tla.text("reportBuffering"));
      case "unable" -> Tla.record("type", Tla.text("reportUnable"));
      case "withdraw", "say", "rename" -> Tla.record("type", Tla.text(verb));
      default ->
          ToldQueue.wish(verb, rest)
              .or(() -> ToldDoor.wish(verb, rest))
              .orElseThrow(() -> new IllegalArgumentException("no such wish: " + verb));
    };
  }

  /// `usual`, or seconds.
  static String slow(String pause) {
    return pause.equals("usual") ? "Never" : ms(pause);
  }

  /// A wish about the film or the queue, as it is made or proposed.
  static String ofFilm(String verb, String rest) {
    return switch (verb) {
      case "load" -> Tla.record("type", Tla.text("load"), "length", length(rest));
      case "seek" -> Tla.record("type", Tla.text("seek"), "position", rest);
      case "speed" -> Tla.record("type", Tla.text("setRate"), "rate", thousandths(rest));
      default -> ToldQueue.wish(verb, rest).orElseGet(() -> Tla.record("type", Tla.text(verb)));
    };
  }

  /// An answer to what was proposed last by `whose`; to the first event, if that was never.
  private String answer(String whose, boolean accepted) {
    return Tla.record(
        "type",
        Tla.text("answer"),
        "member",
        Tla.text(whose),
        "proposal",
        proposals.getOrDefault(whose, "1"),
        "accepted",
        Tla.truth(accepted));
  }

  private static String setStanding(String[] given) {
    return Tla.record(
        "type",
        Tla.text("setStanding"),
        "member",
        Tla.text(given[0]),
        "standing",
        Tla.text(given[1]));
  }

  /// The length that `LENGTH TITLE` begins with.
  static String length(String text) {
    var first = text.split(" ", 2)[0];
    return first.isEmpty() || first.equals("unknown") ? "Unknown" : first;
  }

  /// `all`, or until how many milliseconds.
  private static String available(String told) {
    return told.equals("all") ? "Never" : told;
  }

  private void event(Matcher event) {
    revision = Long.parseLong(event.group(1));
    if (events.isEmpty()) {
      accepted.put(event.group(1), command);
    }
    var by = event.group(3).equals("the room") ? "room" : event.group(3);
    events.add(
        Tla.record(
            "revision",
            event.group(1),
            "at",
            ms(event.group(2)),
            "by",
            Tla.text(by),
            "what",
            Told.event(event.group(4))));
    answer =
        refusal.isEmpty()
            ? Tla.record("type", Tla.text("accepted"), "events", Tla.sequence(events))
            : rejected();
  }

  private String rejected() {
    return Tla.record(
        "type", Tla.text("rejected"), "reason", Tla.text(refusal), "events", Tla.sequence(events));
  }

  /// Whose proposals are open, and since which event, as the room tells it.
  private void noteProposals(String digest) {
    proposals.clear();
    for (var part : digest.split("; ")) {
      var told = Told.PROPOSAL.matcher(part);
      if (told.matches()) {
        proposals.put(told.group(1), told.group(2));
      }
    }
  }

  private void room(String digest) {
    noteProposals(digest);
    steps.add(
        Tla.record(
            "type",
            Tla.text("story"),
            "command",
            command,
            "instant",
            instant,
            "lead",
            LEAD,
            "answer",
            answer,
            "room",
            Told.room(digest)));
  }

  private static Matcher match(Pattern pattern, String line) {
    var matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("cannot be read: " + line);
    }
    return matcher;
  }

  /// Seconds with a fraction as whole milliseconds, a factor as thousandths.
  static String ms(String seconds) {
    return new BigDecimal(seconds).movePointRight(3).toBigInteger().toString();
  }

  private static String thousandths(String factor) {
    return ms(factor);
  }
}
