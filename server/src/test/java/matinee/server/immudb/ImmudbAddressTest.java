package matinee.server.immudb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImmudbAddressTest {

  @Test
  void an_address_has_a_login_and_a_database_and_never_shows_the_password() {
    var address = ImmudbAddress.parse("https://audit:p%40ss+1@immudb.example.org:8080/films");

    assertThat(address)
        .isEqualTo(
            new ImmudbAddress(
                URI.create("https://immudb.example.org:8080"), "audit", "p@ss+1", "films"))
        .hasToString("https://immudb.example.org:8080/films");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "immudb.example.org",
        "http://immudb.example.org/films",
        "http://audit@immudb.example.org/films",
        "http://audit:hidden@immudb.example.org",
        "http://audit:hidden@immudb.example.org/films/more",
        "ftp://audit:hidden@immudb.example.org/films",
        "http://audit:hidden@immudb.example.org:/films"
      })
  void what_is_none_is_refused_with_what_to_write_and_without_the_password(String text) {
    assertThatThrownBy(() -> ImmudbAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("write it like https://USER:PASSWORD@HOST:8080/DATABASE")
        .hasMessageNotContaining("hidden");
  }
}
