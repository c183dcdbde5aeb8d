package matinee.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import matinee.room.Event;
import matinee.room.Line;
import matinee.room.MemberId;
import matinee.room.Reaction;
import matinee.room.Regards;
import matinee.room.Wish;

/// Lines of the chat at random, what happens to them and what is wished of them, and signals; of
/// `any` other values.
final class RandomLines {
  private static final List<String> EMOJIS = List.of("👍", "❤️", "👩‍👩‍👧", "🇫🇮", "4️⃣");

  private final RandomGenerator random;
  private final RandomMessages any;

  RandomLines(RandomGenerator random, RandomMessages any) {
    this.random = random;
    this.any = any;
  }

  Wish wish() {
    return switch (random.nextInt(5)) {
      case 0 -> new Wish.Edit(line(), text(), mentions());
      case 1 -> new Wish.RemoveLine(line());
      case 2 -> new Wish.React(line(), emoji(), random.nextBoolean());
      default -> new Wish.Say(text(), regards());
    };
  }

  Event event() {
    return switch (random.nextInt(5)) {
      case 0 -> new Event.LineEdited(line(), text(), mentions());
      case 1 -> new Event.LineRemoved(line(), any.member());
      case 2 -> new Event.Reacted(line(), emoji(), random.nextBoolean());
      default -> new Event.Said(text(), regards());
    };
  }

  Optional<Line> cited() {
    var reactions =
        Stream.generate(() -> new Reaction(emoji(), any.member()))
            .limit(random.nextInt(3))
            .toList();
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new Line(any.member(), text(), random.nextBoolean(), random.nextInt(99), reactions));
  }

  Signal signal() {
    return random.nextBoolean() ? Signal.Typing.TYPING : new Signal.Cheer(emoji());
  }

  Cheers cheers() {
    var by = random.nextBoolean() ? Optional.of(any.member()) : Optional.<MemberId>empty();
    return new Cheers(emoji(), 1 + random.nextInt(99), by);
  }

  private Regards regards() {
    return new Regards(maybe(line()), mentions(), maybe(random.nextInt(1_000_000)));
  }

  private List<MemberId> mentions() {
    return Stream.generate(any::member).limit(random.nextInt(3)).distinct().toList();
  }

  private OptionalLong maybe(long value) {
    return random.nextBoolean() ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private long line() {
    return 1 + random.nextInt(1_000);
  }

  private String text() {
    return any.text(Wish.Say.MAX_TEXT);
  }

  private String emoji() {
    return EMOJIS.get(random.nextInt(EMOJIS.size()));
  }
}
