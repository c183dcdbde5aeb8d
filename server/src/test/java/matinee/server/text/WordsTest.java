package matinee.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is a word, and when two are the same.
@Tag("CH9")
final class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "HALLO, hallo",
    "Straße, STRASSE",
    "straße, Strasse",
    "ÄRGER, ärger",
    "Müller, Mu\u0308ller",
    "Ёлка, елка",
    "ПРИВЕТ, привет",
    "ΟΔΟΣ, οδος",
    "οδοσ, οδος",
    "ﬁlm, film",
    "１２, 12",
  })
  void these_are_the_same_word(String one, String other) {
    assertThat(Words.of(one)).isEqualTo(Words.of(other)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"мой, мои", "Müller, Muller", "schon, schön"})
  void these_are_two_words(String one, String other) {
    assertThat(Words.of(one)).isNotEqualTo(Words.of(other));
  }

  @Test
  void what_is_no_letter_digit_or_emoji_only_separates() {
    assertThat(Words.of("Don't stop: 20:30, \"film\"* OR (NEAR -x)\u00a0%_\\ it's"))
        .containsExactly("don", "t", "stop", "20", "30", "film", "or", "near", "x", "it", "s");
  }

  @Test
  void an_emoji_and_a_character_of_a_script_without_blanks_are_words_by_themselves() {
    assertThat(Words.of("ha😂ha ❤️ 电影 映画を"))
        .containsExactly("ha", "😂", "❤", "电", "影", "映", "画", "を");
  }

  @Test
  void marks_belong_to_the_letter_that_they_stand_on() {
    assertThat(Words.of("हिन्दी x\u0323y")).containsExactly("हिन्दी", "x\u0323y");
    assertThat(Words.of("\u0301")).isEmpty();
  }

  @Test
  void of_a_long_word_the_beginning_counts_and_no_character_is_halved() {
    assertThat(Words.of("a".repeat(2_000))).containsExactly("a".repeat(64));
    assertThat(Words.of("a" + "𝒳".repeat(40) + "𐐀".repeat(40)))
        .allMatch(
            it -> it.length() <= 64 && !Character.isHighSurrogate(it.charAt(it.length() - 1)));
  }
}
