package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "Ann.Lee+films@Example.ORG, Ann.Lee+films@example.org",
    "o'neil@localhost, o'neil@localhost",
    "ann@bücher.example, ann@xn--bcher-kva.example"
  })
  void an_address_is_kept_as_it_goes_over_the_wire(String written, String kept) throws Exception {
    assertThat(new Address(written)).isEqualTo(new Address(kept)).hasToString(kept);
    assertThat(new InternetAddress(kept, true)).hasToString(kept);
  }

  @Test
  void one_person_is_known_however_the_address_is_written() {
    assertThat(new Address("Ann@Example.org").key())
        .isEqualTo(new Address("ann@example.org").key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@example.org",
        "ann@",
        "ann lee@example.org",
        "ann@example..org",
        "ann@-example.org",
        ".ann@example.org",
        "ann@example.org\r\nBcc: bob@example.org",
        "ann\r\nRCPT TO:<bob@example.org>@example.org",
        "ann@example.org\n",
        "ann\u0000@example.org",
        "ann@example.org>",
        "<ann@example.org>",
        "\"ann\"@example.org",
        "ann@[127.0.0.1]",
        "ann@bob@example.org",
        "änn@example.org",
        "a1234567890123456789012345678901234567890123456789012345678901234@example.org"
      })
  void what_is_no_address_or_would_be_more_than_one_is_refused(String text) {
    assertThatThrownBy(() -> new Address(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no e-mail address: write it like ann@example.org");
  }

  @Test
  void letters_come_from_an_address_or_from_a_name_with_one() {
    var address = new Address("films@example.org");

    assertThat(From.parse("films@example.org")).isEqualTo(new From("", address));
    assertThat(From.parse("Our films <films@example.org>"))
        .isEqualTo(new From("Our films", address));
    assertThat(From.parse("\"Кино, вместе\" <films@example.org>"))
        .isEqualTo(new From("Кино, вместе", address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our films",
        "Our films <films>",
        "Our films <films@example.org> and more",
        "Our\r\nBcc: bob@example.org\r\n <films@example.org>"
      })
  void from_whom_no_letter_can_come_is_refused(String text) {
    assertThatThrownBy(() -> From.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Matinee <matinee@example.org>");
  }
}
