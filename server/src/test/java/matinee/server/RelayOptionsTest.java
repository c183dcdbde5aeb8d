package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.Options.Wanted;
import matinee.server.relays.IceAddress;
import matinee.server.relays.IceServers;
import matinee.server.relays.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayOptionsTest {

  private static Config config(Map<String, String> environment, String... arguments) {
    return ((Wanted.Server) new Options().parse(arguments, environment)).config();
  }

  @Test
  void without_options_browsers_are_told_of_no_servers() {
    assertThat(config(Map.of()).place().iceServers()).isEqualTo(IceServers.NONE);
  }

  @Test
  void a_relay_shares_a_secret_which_is_shown_nowhere() {
    var secret = "0123456789abcdef0123456789abcdef";

    var config =
        config(
            Map.of("MATINEE_TURN_SECRET", secret),
            "--stun=stun:[2001:db8::1]",
            "--turn=turn:t.example.org:3478, turns:t.example.org?transport=tcp");

    assertThat(config.place().iceServers())
        .isEqualTo(
            new IceServers(
                List.of(new IceAddress("stun:[2001:db8::1]")),
                Optional.of(
                    new Relay(
                        List.of(
                            new IceAddress("turn:t.example.org:3478"),
                            new IceAddress("turns:t.example.org?transport=tcp")),
                        secret))));
    assertThat(config.toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short"})
  void a_relay_without_a_secret_that_nobody_guesses_is_refused(String secret) {
    var relay = new String[] {"--turn=turn:turn.example.org", "--turn-secret=" + secret};

    assertThatThrownBy(() -> config(Map.of(), relay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--turn-secret (MATINEE_TURN_SECRET)")
        .hasMessageContaining("32 or more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--stun=stun.example.org",
        "--stun=turn:turn.example.org",
        "--stun=stun:a,stun:b,stun:c,stun:d,stun:e",
        "--turn=turn:user@turn.example.org",
        "--turn=turn:turn.example.org:3478?transport=sctp",
        "--turn=stun:stun.example.org",
        "--turn-secret=00000000000000000000000000000000",
      })
  void what_makes_no_sense_is_refused_by_name(String argument) {
    var name = argument.replaceAll("=.*", "");

    assertThatThrownBy(() -> config(Map.of(), argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name);
  }
}
