package matinee.spec;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Commands of the specification in the words of the stories of `protocol/scenarios`.
///
/// `unitMs` is how many milliseconds a unit of time, and of position, is made.
record Wording(int unitMs) {

  /// `at SECONDS`, for a time of the specification.
  String time(int time) {
    return seconds(time);
  }

  private String seconds(int time) {
    return BigDecimal.valueOf((long) time * unitMs, 3).toPlainString();
  }

  /// Who does `command`, and what.
  String told(Printed command) {
    var type = command.get("type").text();
    return switch (type) {
      case "ask" -> command.get("by").text() + ": " + wish(command.get("wish"));
      case "open" -> "room: open " + media(command);
      case "tick" -> "room: tick";
      case "grow" -> "room: grow " + available(command.get("available").number());
      case "vanish" -> "room: vanish";
      case "interrupt" -> "room: interrupt " + seconds(Math.max(0, command.get("since").number()));
      case "enter" -> enter(command.get("member").text());
      case "lose", "leave" -> command.get("member").text() + ": " + type;
      default -> throw new IllegalArgumentException("no such command: " + command);
    };
  }

  static String enter(String member) {
    return member + ": enter " + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  String media(Printed of) {
    int length = of.get("length").number();
    return (length == 0 ? "unknown" : Integer.toString(length * unitMs)) + " Film";
  }

  private String available(int available) {
    return available < 0 ? "all" : Integer.toString(available * unitMs);
  }

  private String wish(Printed wish) {
    var type = wish.get("type").text();
    return switch (type) {
      case "load" -> "load " + media(wish);
      case "play", "pause", "withdraw" -> type;
      case "say" -> "say hello";
      case "seek" -> "seek " + wish.get("position").number() * unitMs;
      case "setRate" ->
          "speed " + BigDecimal.valueOf(wish.get("rate").number(), 3).stripTrailingZeros();
      case "reportReady" ->
          wish.get("length").number() == 0
              ? "ready"
              : "ready " + wish.get("length").number() * unitMs;
      case "reportBuffering" -> "buffering";
      case "reportUnable" -> "unable";
      case "setControl" -> "control " + control(wish.get("control"));
      case "setGate" -> "wait " + gate(wish.get("gate"));
      case "setExcused" -> "excused " + isTrue(wish.get("excused"));
      case "setStanding" ->
          "standing " + wish.get("member").text() + " " + wish.get("standing").text();
      case "kick", "ban", "unban" -> type + " " + wish.get("member").text();
      case "setMuted" ->
          (isTrue(wish.get("muted")) ? "mute " : "unmute ") + wish.get("member").text();
      case "setLocked" -> isTrue(wish.get("locked")) ? "lock" : "unlock";
      case "enqueue" ->
          "queue "
              + wish.get("media").items().stream()
                  .map(this::media)
                  .collect(Collectors.joining(", "));
      case "dequeue" -> "remove " + wish.get("item").number();
      case "moveQueued" -> "move " + wish.get("item").number() + " " + wish.get("to").number();
      case "playQueued" -> "next " + wish.get("item").number();
      case "vote" -> (isTrue(wish.get("up")) ? "vote " : "unvote ") + wish.get("item").number();
      case "setAutoAdvance" -> "advance " + isTrue(wish.get("on"));
      case "stay" -> type;
      case "setDoor" -> "door " + door(wish.get("door"));
      case "giveRoom" -> "give " + wish.get("member").text();
      case "closeRoom" -> "close";
      case "setSlowMode" ->
          wish.get("slow").number() < 0
              ? "slow usual"
              : "slow " + wish.get("slow").number() * unitMs / 1_000;
      case "setWriters" -> "writers " + wish.get("writers").text();
      case "handOver" -> "handOver " + wish.get("to").text();
      case "answer" ->
          (isTrue(wish.get("accepted")) ? "accept " : "decline ") + wish.get("member").text();
      default -> throw new IllegalArgumentException("no such wish: " + wish);
    };
  }

  private static String door(Printed door) {
    return Stream.of(
            door.get("access").text(),
            Integer.toString(door.get("capacity").number()),
            door.get("newcomers").text(),
            door.get("title").text())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static boolean isTrue(Printed value) {
    return value.text().equals("TRUE");
  }

  /// One policy if it is the same for all, else those for load, play and pause, seek, speed, queue.
  static String control(Printed control) {
    var each =
        Stream.of("load", "playPause", "seek", "speed", "queue")
            .map(action -> control.get(action).text())
            .toList();
    return each.stream().distinct().count() == 1 ? each.getFirst() : String.join(" ", each);
  }

  private static String gate(Printed gate) {
    return switch (gate.get("type").text()) {
      case "everyone" -> "everyone";
      case "host" -> "host";
      case "noOne" -> "nobody";
      default -> gate.get("percent").text();
    };
  }
}
