package matinee.server.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be looked for in a chat.
@Tag("CH9")
final class WantedTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0 \t", "\u200b", "* \" ( )", "%_", "\ud800", "\u0000"})
  void without_a_word_nothing_is_looked_for(String text) {
    assertThatThrownBy(() -> Wanted.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have a word");
  }

  @Test
  void ten_words_of_two_hundred_characters_are_looked_for_and_no_more() {
    assertThat(Wanted.of("a b c d e f g h i j a b").words())
        .isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    assertThat(Wanted.of("a".repeat(200)).words()).hasSize(1);
    assertThatThrownBy(() -> Wanted.of("a b c d e f g h i j k"))
        .hasMessage("must have at most 10 words.");
    assertThatThrownBy(() -> Wanted.of("a".repeat(201)))
        .hasMessage("must have at most 200 characters.");
  }
}
