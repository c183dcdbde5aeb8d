package matinee.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stories tell of the queue, in TLA+: wishes, events, and how it stands.
final class ToldQueue {
  private static final Pattern QUEUED =
      Pattern.compile("queued .+, (?:(\\d+) ms long|length unknown), for ([a-z]+)");
  private static final Pattern DEQUEUED =
      Pattern.compile("item (\\d+) is not in the queue any more");
  private static final Pattern MOVED = Pattern.compile("item (\\d+) stands at (\\d+)");
  private static final Pattern VOTED =
      Pattern.compile("([a-z]+) (votes|does not vote any more) for (\\d+)");
  private static final Pattern AUTO_ADVANCE = Pattern.compile("goes on by itself: (true|false)");
  private static final Pattern SCHEDULED = Pattern.compile("goes on at ([0-9.]+)");
  private static final String CANCELLED = "does not go on";
  private static final String ITEMS = "queue ";

  private ToldQueue() {}

  /// A wish about the queue, if `verb` is one.
  static Optional<String> wish(String verb, String rest) {
    return switch (verb) {
      case "queue" -> Optional.of(named("enqueue", "media", films(rest)));
      case "remove" -> Optional.of(named("dequeue", "item", rest));
      case "move" -> {
        var given = rest.split(" ", 2);
        yield Optional.of(named("moveQueued", "item", given[0], "to", given[1]));
      }
      case "next" -> Optional.of(named("playQueued", "item", rest));
      case "vote", "unvote" ->
          Optional.of(named("vote", "item", rest, "up", Tla.truth(verb.equals("vote"))));
      case "advance" ->
          Optional.of(named("setAutoAdvance", "on", Tla.truth(Boolean.parseBoolean(rest))));
      case "stay" -> Optional.of(named("stay"));
      default -> Optional.empty();
    };
  }

  private static String films(String rest) {
    return Tla.sequence(
        Stream.of(rest.split(", "))
            .map(film -> Tla.record("length", Scenario.length(film)))
            .toList());
  }

  /// What happened to the queue, if `text` tells that.
  static Optional<String> event(String text) {
    if (text.equals(CANCELLED)) {
      return Optional.of(named("advanceCancelled"));
    }
    return Stream.of(
            match(QUEUED, text)
                .map(it -> named("queued", "member", Tla.text(it.group(2)), "length", length(it))),
            match(DEQUEUED, text).map(it -> named("dequeued", "item", it.group(1))),
            match(MOVED, text)
                .map(it -> named("queueMoved", "item", it.group(1), "to", it.group(2))),
            match(VOTED, text)
                .map(
                    it ->
                        named(
                            "voteChanged",
                            "member",
                            Tla.text(it.group(1)),
                            "item",
                            it.group(3),
                            "up",
                            Tla.truth(it.group(2).equals("votes")))),
            match(AUTO_ADVANCE, text)
                .map(
                    it -> named("autoAdvanceChanged", "on", Tla.truth(it.group(1).equals("true")))),
            match(SCHEDULED, text)
                .map(it -> named("advanceScheduled", "due", Scenario.ms(it.group(1)))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The items that the parts of a room's line tell, each with how many vote for it.
  static String items(List<String> parts) {
    var told = parts.stream().filter(part -> part.startsWith(ITEMS)).findFirst();
    return Tla.sequence(
        told.stream()
            .flatMap(part -> Stream.of(part.substring(ITEMS.length()).split(" ")))
            .map(ToldQueue::item)
            .toList());
  }

  private static String item(String text) {
    var id = text.replace("+", "");
    return Tla.record("item", id, "votes", Integer.toString(text.length() - id.length()));
  }

  /// Does the room go on by itself, as the parts of its line tell?
  static String autoAdvance(List<String> parts) {
    return Tla.truth(!parts.contains("does not go on by itself"));
  }

  private static String length(Matcher queued) {
    return queued.group(1) == null ? "Unknown" : queued.group(1);
  }

  private static Optional<Matcher> match(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
  }

  private static String named(String type, String... namesAndValues) {
    return Tla.record(
        Stream.concat(Stream.of("type", Tla.text(type)), Stream.of(namesAndValues))
            .toArray(String[]::new));
  }
}
