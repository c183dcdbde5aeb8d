package matinee.server.relays;

import java.util.regex.Pattern;

/// Where a server is reached that helps browsers find a way to one another: an address of the
/// schemes `stun` and `stuns` (RFC 7064) or `turn` and `turns` (RFC 7065).
public record IceAddress(String text) {
  private static final String HOST = "([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])";
  private static final String PORT = "(:[0-9]{1,5})?";
  private static final Pattern STUN = Pattern.compile("stuns?:" + HOST + PORT);
  private static final Pattern TURN =
      Pattern.compile("turns?:" + HOST + PORT + "(\\?transport=(udp|tcp))?");

  /// Throws `IllegalArgumentException`, which says how to write one, for anything else.
  public IceAddress {
    if (!STUN.matcher(text).matches() && !TURN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no address of such a server: write it like stun:stun.example.org:3478,"
              + " turn:turn.example.org:3478 or turns:turn.example.org:5349?transport=tcp");
    }
  }

  /// Is a relay reached there?
  public boolean isRelay() {
    return TURN.matcher(text).matches();
  }
}
