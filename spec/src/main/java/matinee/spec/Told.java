package matinee.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stories tell of events and of the room, in TLA+.
final class Told {
  private static final String REFUSED = "it is refused for good: ";
  private static final Pattern MEMBER_EVENT =
      Pattern.compile(
          "([a-z]+) (joined as .+|is lost|returned|left|is called .+|is host|is owner"
              + "|is put out|is banned|may come back)");
  private static final Pattern READINESS =
      Pattern.compile("([a-z]+) is (READY|BUFFERING|CATCHING_UP)");
  private static final Pattern EXCUSED = Pattern.compile("([a-z]+) is excused( no more)?");
  private static final Pattern STANDING = Pattern.compile("([a-z]+) stands as ([A-Z]+)");
  static final Pattern PROPOSAL = Pattern.compile("([a-z]+) asks since (\\d+)");
  private static final Pattern PROPOSED =
      Pattern.compile("([a-z]+) proposes ([a-z]+)(?: (.+))? until ([0-9.]+)");
  private static final Pattern PROPOSAL_ENDED =
      Pattern.compile("what ([a-z]+) proposed is ([A-Z]+)");
  private static final Pattern MUTED = Pattern.compile("([a-z]+) is muted( no more)?");
  private static final Pattern LOADED =
      Pattern.compile("loaded .+, (?:(\\d+) ms long|length unknown)");
  private static final Pattern LEARNT = Pattern.compile("the length is learnt, (\\d+) ms long");
  private static final String GREW = "of the film is there until ";
  private static final Pattern CHANGED = Pattern.compile("([A-Z_]+), (.+)");
  private static final Pattern PLAYBACK =
      Pattern.compile(
          "(paused|playing|waiting) (?:on|from) (\\d+)(?: on at ([0-9.]+)| until ([0-9.]+))?"
              + "(?: at speed ([0-9.]+))?");
  private static final Pattern MEMBER =
      Pattern.compile(
          "([a-z]+)(\\*?) ([A-Z_]+)(?: \\((OWNER|GUEST|WATCHER)\\))?( \\(muted\\))?(?: \\(lost at ([0-9.]+)\\))?( \\(excused\\))?");

  private Told() {}

  /// The event that `text` tells.
  static String event(String text) {
    var member = MEMBER_EVENT.matcher(text);
    if (member.matches()) {
      return memberEvent(member.group(1), member.group(2));
    }
    var readiness = READINESS.matcher(text);
    if (readiness.matches()) {
      return Tla.record(
          "type",
          Tla.text("readinessChanged"),
          "member",
          Tla.text(readiness.group(1)),
          "readiness",
          Tla.text(readiness.group(2)));
    }
    var standing = STANDING.matcher(text);
    if (standing.matches()) {
      return Tla.record(
          "type",
          Tla.text("standingChanged"),
          "member",
          Tla.text(standing.group(1)),
          "standing",
          Tla.text(standing.group(2)));
    }
    var muted = MUTED.matcher(text);
    if (muted.matches()) {
      return Tla.record(
          "type",
          Tla.text("mutedChanged"),
          "member",
          Tla.text(muted.group(1)),
          "muted",
          Tla.truth(muted.group(2) == null));
    }
    var excused = EXCUSED.matcher(text);
    if (excused.matches()) {
      return Tla.record(
          "type",
          Tla.text("excusedChanged"),
          "member",
          Tla.text(excused.group(1)),
          "excused",
          Tla.truth(excused.group(2) == null));
    }
    return ToldQueue.event(text).orElseGet(() -> roomEvent(text));
  }

  /// Whom a room waits for, as a story names them: a number is a quorum in per cent.
  static String gate(String whom) {
    return switch (whom) {
      case "everyone" -> "Everyone";
      case "host", "the host" -> "HostAlone";
      case "nobody" -> "NoOne";
      default -> "Quorum(" + whom.replace(" per cent", "") + ")";
    };
  }

  /// Who may work the film: one policy for all, or those for load, play and pause, seek, speed, and
  /// the queue, if that is another than for load.
  static String control(String policies) {
    var each = Stream.of(policies.split(" ")).map(Tla::text).toList();
    return each.size() == 1
        ? "ControlOfAll(" + each.getFirst() + ")"
        : Tla.record(
            "load",
            each.get(0),
            "playPause",
            each.get(1),
            "seek",
            each.get(2),
            "speed",
            each.get(3),
            "queue",
            each.get(each.size() == 5 ? 4 : 0));
  }

  private static String memberEvent(String id, String what) {
    var type =
        switch (what.split(" ", 3)[what.startsWith("is ") ? 1 : 0]) {
          case "joined" -> "joined";
          case "lost" -> "lost";
          case "returned" -> "returned";
          case "left" -> "left";
          case "called" -> "renamed";
          case "put" -> "kicked";
          case "banned" -> "banned";
          case "may" -> "unbanned";
          case "owner" -> "ownerChanged";
          default -> "hostChanged";
        };
    var whom =
        switch (type) {
          case "hostChanged" -> "host";
          case "ownerChanged" -> "owner";
          default -> "member";
        };
    return Tla.record("type", Tla.text(type), whom, Tla.text(id));
  }

  private static String proposed(Matcher told) {
    return Tla.record(
        "type",
        Tla.text("proposed"),
        "member",
        Tla.text(told.group(1)),
        "wish",
        Scenario.ofFilm(told.group(2), told.group(3) == null ? "" : told.group(3)),
        "until",
        Scenario.ms(told.group(4)));
  }

  private static String roomEvent(String text) {
    var proposed = PROPOSED.matcher(text);
    if (proposed.matches()) {
      return proposed(proposed);
    }
    var ended = PROPOSAL_ENDED.matcher(text);
    if (ended.matches()) {
      return Tla.record(
          "type",
          Tla.text("proposalEnded"),
          "member",
          Tla.text(ended.group(1)),
          "end",
          Tla.text(ended.group(2)));
    }
    if (text.startsWith(REFUSED)) {
      var reason = Tla.text(text.substring(REFUSED.length()));
      return Tla.record("type", Tla.text("refused"), "reason", reason);
    }
    if (text.startsWith("said ")) {
      return Tla.record("type", Tla.text("said"));
    }
    var setting = ToldDoor.event(text).or(() -> settingEvent(text));
    if (setting.isPresent()) {
      return setting.get();
    }
    var loaded = LOADED.matcher(text);
    if (loaded.matches()) {
      var length = loaded.group(1) == null ? "Unknown" : loaded.group(1);
      return Tla.record("type", Tla.text("mediaLoaded"), "length", length);
    }
    var learnt = LEARNT.matcher(text);
    if (learnt.matches()) {
      return Tla.record("type", Tla.text("lengthLearnt"), "length", learnt.group(1));
    }
    if (text.equals("the film is gone")) {
      return Tla.record("type", Tla.text("filmVanished"));
    }
    if (text.equals("the film is there") || text.startsWith(GREW)) {
      var available = text.startsWith(GREW) ? text.substring(GREW.length()) : "Never";
      return Tla.record("type", Tla.text("filmGrew"), "available", available);
    }
    var changed = CHANGED.matcher(text);
    if (!changed.matches()) {
      throw new IllegalArgumentException("no such event: " + text);
    }
    return Tla.record(
        "type",
        Tla.text("playbackChanged"),
        "cause",
        Tla.text(changed.group(1)),
        "playback",
        playback(changed.group(2)));
  }

  /// What is called `type` and has a region and a shift of the clock.
  static String move(String type, String... regionAndMs) {
    return Tla.record(
        "type", Tla.text(type), "region", Tla.text(regionAndMs[0]), "shift", regionAndMs[1]);
  }

  /// What is called `type` and tells who writes in the chat.
  static String writers(String type, String writers) {
    return Tla.record("type", Tla.text(type), "writers", Tla.text(writers));
  }

  /// What was set for the room, if that is what the text tells.
  private static Optional<String> settingEvent(String text) {
    if (text.startsWith("the room is ")) {
      var locked = Tla.truth(text.equals("the room is locked"));
      return Optional.of(Tla.record("type", Tla.text("lockChanged"), "locked", locked));
    }
    if (text.startsWith("the room moves to ")) {
      var region = Tla.text(text.substring("the room moves to ".length()));
      return Optional.of(Tla.record("type", Tla.text("movedAway"), "region", region));
    }
    if (text.startsWith("the room comes from ")) {
      var told = text.substring("the room comes from ".length()).split(" ", -1);
      return Optional.of(move("movedHere", told[0], told[2]));
    }
    if (text.startsWith("slow mode is ")) {
      var slow = Scenario.slow(text.substring("slow mode is ".length()).replace(" s", ""));
      return Optional.of(Tla.record("type", Tla.text("slowModeChanged"), "slow", slow));
    }
    if (text.endsWith(" write in the chat")) {
      return Optional.of(writers("writersChanged", text.split(" ", -1)[0]));
    }
    if (text.startsWith("control is ")) {
      var control = text.substring("control is ".length());
      return Optional.of(
          Tla.record("type", Tla.text("controlChanged"), "control", control(control)));
    }
    if (text.startsWith("waits for ")) {
      var gate = gate(text.substring("waits for ".length()));
      return Optional.of(Tla.record("type", Tla.text("gateChanged"), "gate", gate));
    }
    return Optional.empty();
  }

  private static String playback(String text) {
    var told = PLAYBACK.matcher(text);
    if (!told.matches()) {
      throw new IllegalArgumentException("no such playback: " + text);
    }
    var rate = Scenario.ms(told.group(5) == null ? "1" : told.group(5));
    var type = Tla.text(told.group(1));
    var position = told.group(2);
    if (told.group(3) != null) {
      return Tla.record(
          "type", type, "anchor", Scenario.ms(told.group(3)), "position", position, "rate", rate);
    }
    return told.group(4) == null
        ? Tla.record("type", type, "position", position, "rate", rate)
        : Tla.record(
            "type", type, "position", position, "rate", rate, "until", Scenario.ms(told.group(4)));
  }

  /// The room that a story's line tells: its playback, when it is due, its control, its members.
  static String room(String digest) {
    var parts = List.of(digest.split("; "));
    var playback = parts.getFirst().equals("nothing loaded") ? "Idle" : playback(parts.getFirst());
    var due =
        parts.stream()
            .filter(it -> it.startsWith("due at "))
            .map(it -> Scenario.ms(it.substring("due at ".length())))
            .findFirst()
            .orElse("Never");
    var control =
        parts.stream()
            .filter(it -> it.startsWith("control "))
            .map(it -> it.substring("control ".length()))
            .findFirst()
            .orElse("EVERYONE");
    return Tla.record(
        "playback",
        playback,
        "due",
        due,
        "control",
        control(control),
        "locked",
        Tla.truth(parts.contains("locked")),
        "door",
        ToldDoor.shown(parts),
        "proposals",
        proposals(parts),
        "queue",
        ToldQueue.items(parts),
        "autoAdvance",
        ToldQueue.autoAdvance(parts),
        "members",
        members(parts));
  }

  private static String proposals(List<String> parts) {
    var told = parts.stream().map(PROPOSAL::matcher).filter(Matcher::matches);
    return Tla.sequence(
        told.map(one -> Tla.record("by", Tla.text(one.group(1)), "revision", one.group(2)))
            .toList());
  }

  private static String members(List<String> parts) {
    var told = parts.getLast();
    return told.equals("nobody")
        ? "<<>>"
        : Tla.sequence(Stream.of(told.split(", ")).map(Told::member).toList());
  }

  private static String member(String text) {
    var told = MEMBER.matcher(text);
    if (!told.matches()) {
      throw new IllegalArgumentException("no such member: " + text);
    }
    var standing = told.group(4) == null ? "MEMBER" : told.group(4);
    var role = told.group(2).isEmpty() ? standing : "HOST";
    return Tla.record(
        "id",
        Tla.text(told.group(1)),
        "role",
        Tla.text(role),
        "muted",
        Tla.truth(told.group(5) != null),
        "readiness",
        Tla.text(told.group(3)),
        "lost",
        told.group(6) == null ? "Never" : Scenario.ms(told.group(6)),
        "excused",
        Tla.truth(told.group(7) != null));
  }
}
