package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import matinee.room.CommandId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Texts of the size of a whole frame, made to hurt; and halves of surrogate pairs, which no file
/// can hold.
@Tag("WI2")
class HostileTextTest {
  private static final int FRAME = 64 * 1024;

  @Test
  void a_frame_of_brackets_is_too_deep() {
    assertThat(ClientMessages.decode("{\"type\":" + "[".repeat(FRAME)))
        .isEqualTo(
            new Decoded.Malformed<>(
                "type" + "[0]".repeat(31),
                "type" + "[0]".repeat(31) + " must not be nested deeper than 32"));
  }

  @Test
  void ten_thousand_fields_are_too_many() {
    var fields =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"f" + i + "\":0")
            .collect(Collectors.joining(",", "{", "}"));

    assertThat(ClientMessages.decode(fields))
        .isEqualTo(new Decoded.Malformed<>("", "the message must not have more than 32 fields"));
  }

  @Test
  void a_frame_of_digits_is_too_large_a_number() {
    var text = "{\"type\":\"heartbeat\",\"condition\":\"AWAY\",\"t0\":" + "9".repeat(FRAME) + "}";

    assertThat(ClientMessages.decode(text))
        .isEqualTo(new Decoded.Malformed<>("t0", "t0 must lie between -(2^53 - 1) and 2^53 - 1"));
  }

  @Test
  @Tag("ID7")
  void nobody_takes_the_id_of_what_was_planned() {
    var taken = CommandId.planned("evening-0").value();
    var text = "{\"type\":\"play\",\"id\":\"" + taken + "\",\"seen\":7}";

    assertThat(ClientMessages.decode(text))
        .isEqualTo(new Decoded.Malformed<>("id", "id must not begin with planned-"));
  }

  @Test
  void a_long_unknown_name_is_not_told_in_full() {
    var name = "😀".repeat(FRAME / 4);

    var decoded = ClientMessages.decode("{\"type\":\"leave\",\"" + name + "\":1}");

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> {
              assertThat(malformed.field()).isEqualTo("😀".repeat(50) + "...");
              assertThat(malformed.message()).isEqualTo("😀".repeat(50) + "... is not known here");
            });
  }

  @Test
  void half_a_surrogate_pair_is_refused_raw_too() {
    var text = "{\"type\":\"say\",\"id\":\"c\",\"seen\":0,\"text\":\"a\ud83d\"}";

    assertThat(ClientMessages.decode(text))
        .isEqualTo(new Decoded.Malformed<>("text", "text holds half a surrogate pair"));
  }

  @Test
  void halves_written_in_two_ways_make_a_pair() {
    var text = "{\"type\":\"say\",\"id\":\"c\",\"seen\":0,\"text\":\"\ud83d" + "\\ude00\"}";

    assertThat(ClientMessages.decode(text))
        .isEqualTo(
            ClientMessages.decode("{\"type\":\"say\",\"id\":\"c\",\"seen\":0,\"text\":\"😀\"}"))
        .isInstanceOf(Decoded.Value.class);
  }
}
