package matinee.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {
  private static final int COST = 4;

  private final Passwords passwords = new Passwords(COST, new SecureRandom());

  @AfterEach
  void close() {
    passwords.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678", "пароль12", "🎬🎬🎬🎬🎬🎬🎬🎬", "        ", "correct horse battery"})
  void a_password_fits_its_hash_and_no_other_does(String typed) {
    var hash = passwords.hash(new Password(typed));

    assertThat(hash).startsWith("$2b$04$").hasSize(60);
    assertThat(passwords.fits(typed, hash)).isTrue();
    assertThat(passwords.fits(typed + "x", hash)).isFalse();
    assertThat(passwords.fits("", hash)).isFalse();
  }

  @Test
  @Tag("A-06")
  void all_72_bytes_count() {
    var longest = "x".repeat(71) + "a";
    var hash = passwords.hash(new Password(longest));

    assertThat(passwords.fits(longest, hash)).isTrue();
    assertThat(passwords.fits("x".repeat(71) + "b", hash)).isFalse();
    assertThat(passwords.fits("x".repeat(71), hash)).isFalse();
    assertThat(passwords.fits(longest + "c", hash)).isFalse();
  }

  @Test
  @Tag("A-06")
  void a_character_of_several_bytes_at_the_edge_is_taken_whole_or_refused() {
    var whole = "x".repeat(68) + "🎬";
    var hash = passwords.hash(new Password(whole));

    assertThat(passwords.fits(whole, hash)).isTrue();
    assertThat(passwords.fits("x".repeat(68) + "🎭", hash)).isFalse();
    assertThatThrownBy(() -> new Password("x".repeat(69) + "🎬"))
        .hasMessageContaining("at most 72 bytes");
  }

  @Test
  void what_stands_for_the_hash_of_nobody_is_compared_with_like_any_other() {
    assertThatCode(() -> passwords.fitNobody("12345678")).doesNotThrowAnyException();
    assertThatThrownBy(() -> passwords.fits("12345678", "$2b$04$..."))
        .hasMessageContaining("no hash");
  }

  @Test
  @Tag("A-06")
  void of_73_bytes_it_is_refused() {
    assertThatThrownBy(() -> new Password("x".repeat(73)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 72 bytes");
    assertThatThrownBy(() -> new Password("п".repeat(37))).hasMessageContaining("at most 72 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "🎬🎬🎬🎬🎬🎬🎬"})
  void with_less_than_8_characters_it_is_refused(String typed) {
    assertThatThrownBy(() -> new Password(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 8 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00001234567", "1234\u00005678", "12345678\u0000", "1234567\ud83c"})
  void with_a_nul_or_half_a_character_it_is_refused(String typed) {
    assertThatThrownBy(() -> new Password(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be typed");
  }

  @Test
  void it_is_not_shown_as_text() {
    assertThat(new Password("correct horse").toString()).isEqualTo("Password");
  }

  @Test
  void who_comes_when_as_many_wait_as_may_is_turned_away_and_the_others_are_served()
      throws Exception {
    var password = new Password("12345678");
    try (var _ = new Occupied(passwords)) {

      assertThatThrownBy(() -> passwords.hash(password)).isInstanceOf(TooBusy.class);
      assertThatThrownBy(passwords::checkRoom).isInstanceOf(TooBusy.class);
    }
    assertThat(passwords.waiting()).isZero();
    assertThat(passwords.hash(password)).hasSize(60);
  }

  @Test
  void who_comes_when_it_is_closed_is_turned_away_too() {
    passwords.close();

    assertThatThrownBy(() -> passwords.hash(new Password("12345678"))).isInstanceOf(TooBusy.class);
  }
}
