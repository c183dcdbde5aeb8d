package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "200.0.0.0/8, 200.1.2.3, true",
    "200.0.0.0/8, 72.1.2.3, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "10.0.0.0/8, who knows, false",
    "10.0.0.0/8, '', false",
  })
  void an_address_belongs_to_a_network_that_it_shares_the_first_bits_with(
      String network, String address, boolean belongs) {
    assertThat(Network.parse(network).contains(address)).isEqualTo(belongs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8"})
  void what_is_neither_address_nor_network_is_refused_with_how_to_write_one(String text) {
    assertThatThrownBy(() -> Network.parse(text))
        .hasMessage(
            "'%s' is no address and no network: write it like 192.168.1.2 or 10.0.0.0/8", text);
  }
}
