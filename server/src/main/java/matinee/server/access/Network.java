package matinee.server.access;

import java.math.BigInteger;
import java.net.InetAddress;

/// All addresses that have the first `bits` bits of `base`; with all of its bits, that one address.
/// Bounds: `bits` is from 0 to 32 for IPv4, to 128 for IPv6.
public record Network(InetAddress base, int bits) {

  /// What `text` names: an address, or a network like `10.0.0.0/8`. Throws
  /// `IllegalArgumentException`, with how to write it, when it names neither.
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    try {
      var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int all = base.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return new Network(base, bits);
      }
    } catch (IllegalArgumentException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no address and no network: write it like 192.168.1.2 or 10.0.0.0/8");
  }

  /// Is `text` an address of this network?
  public boolean contains(String text) {
    try {
      var there = InetAddress.ofLiteral(text).getAddress();
      var here = base.getAddress();
      return here.length == there.length
          && new BigInteger(1, here)
                  .xor(new BigInteger(1, there))
                  .shiftRight(here.length * Byte.SIZE - bits)
                  .signum()
              == 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return bits == base.getAddress().length * Byte.SIZE
        ? base.getHostAddress()
        : base.getHostAddress() + "/" + bits;
  }
}
