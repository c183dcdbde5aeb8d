package matinee.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  private static final String LONGEST = "a".repeat(242) + "@example.org";

  @ParameterizedTest
  @ValueSource(strings = {"ann@example.org", "a@b", "Ann+films@Example.org", "änne@пример.рф"})
  void what_may_be_an_address_is_kept_as_it_was_typed(String typed) {
    assertThat(new EmailAddress(typed).value()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ann",
        "ann@",
        "@example.org",
        "ann@home@example.org",
        "ann @example.org",
        " ann@example.org",
        "ann@example.org\n",
        "ann\u0000@example.org",
        "ann\u00a0@example.org",
        "ann\u200b@example.org",
        "ann\u202e@example.org",
        "ann\ud83c@example.org",
      })
  void what_is_none_is_refused_with_what_to_do(String typed) {
    assertThatThrownBy(() -> new EmailAddress(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like ann@example.org");
  }

  @Test
  void it_has_254_characters_at_most() {
    assertThat(new EmailAddress(LONGEST).value()).hasSize(254);
    assertThatThrownBy(() -> new EmailAddress("a" + LONGEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 254 characters");
  }

  @Test
  void capital_letters_and_ways_of_writing_an_umlaut_make_no_other_address() {
    var composed = new EmailAddress("\u00c4nne@Example.org");
    var decomposed = new EmailAddress("a\u0308nne@example.ORG");

    assertThat(composed.key()).isEqualTo(decomposed.key()).isEqualTo("\u00e4nne@example.org");
  }
}
