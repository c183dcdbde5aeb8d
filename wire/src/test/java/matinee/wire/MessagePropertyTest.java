package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds for every message. A seed that has once failed is pinned here for good; each run
/// tries a fresh one too, and a failure tells which.
@Tag("WI2")
class MessagePropertyTest {
  private static final List<Long> PINNED =
      List.of(1L, 2L, 3L, 5L, 8L, 6416002973631553767L, 6_073_173_896_650_479_945L);
  private static final int MESSAGES = 2_000;

  @Test
  @Tag("WI6")
  void what_is_written_is_read_as_it_was() {
    forEverySeed(
        (seed, random) -> {
          assertSurvives(
              seed, random::clientMessage, ClientMessages::encode, ClientMessages::decode);
          assertSurvives(
              seed, random::serverMessage, ServerMessages::encode, ServerMessages::decode);
          assertSurvives(seed, random::recorded, Events::encode, Events::decode);
          assertSurvives(seed, random::stored, StoredSnapshots::encode, StoredSnapshots::decode);
          assertSurvives(seed, random::traceLine, TraceLines::encode, TraceLines::decode);
        });
  }

  @Test
  @Tag("WI5")
  void an_event_has_one_text_for_journal_and_members() {
    forEverySeed(
        (seed, random) -> {
          var recorded = random.recorded();

          var journalled = Events.encode(recorded);

          assertThat(ServerMessages.encode(new ServerMessage.Happened(recorded)))
              .as("seed %d", seed)
              .isEqualTo(journalled);
        });
  }

  @Test
  @Tag("WI3")
  void no_text_makes_reading_throw() {
    forEverySeed(
        (seed, random) -> {
          var mutation = new Mutation(new Random(seed));
          int malformed = 0;
          for (int i = 0; i < MESSAGES; i++) {
            var client = mutation.of(ClientMessages.encode(random.clientMessage()));
            var server = mutation.of(ServerMessages.encode(random.serverMessage()));
            var stored = mutation.of(StoredSnapshots.encode(random.stored()));

            malformed += judged(seed, client, ClientMessages::decode, ClientMessages::encode);
            malformed += judged(seed, server, ServerMessages::decode, ServerMessages::encode);
            malformed += judged(seed, stored, StoredSnapshots::decode, StoredSnapshots::encode);
          }
          assertThat(malformed).as("seed %d", seed).isGreaterThan(MESSAGES);
        });
  }

  private interface Property {
    void holds(long seed, RandomMessages random);
  }

  private static void forEverySeed(Property property) {
    PINNED.forEach(seed -> property.holds(seed, new RandomMessages(seed)));
    long fresh = RandomGenerator.getDefault().nextLong();
    property.holds(fresh, new RandomMessages(fresh));
  }

  private static <T> void assertSurvives(
      long seed,
      Supplier<T> make,
      Function<T, String> encode,
      Function<String, Decoded<T>> decode) {
    for (int i = 0; i < MESSAGES; i++) {
      var value = make.get();

      var text = encode.apply(value);

      assertThat(decode.apply(text))
          .as("seed %d, %s", seed, text)
          .isEqualTo(new Decoded.Value<>(value));
    }
  }

  /// 1 if `text` is malformed, 0 if it still is a message; then that has a canonical text.
  private static <T> int judged(
      long seed, String text, Function<String, Decoded<T>> decode, Function<T, String> encode) {
    return switch (decode.apply(text)) {
      case Decoded.Malformed<T> malformed -> {
        assertThat(malformed.message()).as("seed %d, %s", seed, text).isNotBlank();
        yield 1;
      }
      case Decoded.Value<T>(var value) -> {
        var canonical = encode.apply(value);
        assertThat(decode.apply(canonical))
            .as("seed %d, %s", seed, text)
            .isEqualTo(new Decoded.Value<>(value));
        yield 0;
      }
    };
  }
}
