package matinee.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

  @ParameterizedTest
  @ValueSource(strings = {"K1QM-20PD", " k1qm20pd ", "klqm-2opd", "KIQM 2OPD"})
  void a_handle_is_the_same_however_it_is_typed(String typed) {
    assertThat(Target.of(typed)).isEqualTo(new Target("K1QM20PD", "K1QM-20PD"));
  }

  @Test
  void an_address_keeps_the_form_in_which_it_was_typed() {
    assertThat(Target.of(" Ann@Example.org "))
        .isEqualTo(new Target("ann@example.org", "Ann@Example.org"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ann", "K1QM-20P", "K1QM-20PDA", "К1QM-20PD", "U1QM-20PD"})
  void what_is_neither_is_refused_with_what_to_do(String typed) {
    assertThatThrownBy(() -> Target.of(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("K7QM-2XPD");
  }
}
