package matinee.server;

import java.util.List;
import java.util.Optional;
import matinee.server.relays.IceAddress;
import matinee.server.relays.IceServers;
import matinee.server.relays.Relay;

/// The options that say by which servers browsers find a way to one another.
final class RelayOptions {
  /// How many addresses an option takes: browsers ask all of them each time, and get slow beyond.
  private static final int MOST = 4;

  private RelayOptions() {}

  /// What `--stun`, `--turn` and `--turn-secret` say. Throws `IllegalArgumentException`, without
  /// the secret, which says what to do.
  static IceServers iceServers(String stun, String turn, String secret) {
    return new IceServers(
        addresses("--stun (MATINEE_STUN)", stun, false), relay(turn, secret.strip()));
  }

  private static Optional<Relay> relay(String turn, String secret) {
    var addresses = addresses("--turn (MATINEE_TURN)", turn, true);
    if (addresses.isEmpty() && !secret.isEmpty()) {
      throw new IllegalArgumentException(
          "--turn-secret (MATINEE_TURN_SECRET) is for a relay, and there is none: name it with"
              + " --turn (MATINEE_TURN), or leave --turn-secret out");
    }
    try {
      return addresses.isEmpty() ? Optional.empty() : Optional.of(new Relay(addresses, secret));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--turn-secret (MATINEE_TURN_SECRET): " + e.getMessage(), e);
    }
  }

  private static List<IceAddress> addresses(String option, String text, boolean areRelays) {
    try {
      var all = OptionValues.list(text, IceAddress::new);
      if (all.size() > MOST) {
        throw new IllegalArgumentException(
            all.size() + " addresses are more than browsers should ask: name " + MOST + " at most");
      }
      if (all.stream().anyMatch(it -> it.isRelay() != areRelays)) {
        throw new IllegalArgumentException(
            "stun: and stuns: belong to --stun, turn: and turns: to --turn");
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
