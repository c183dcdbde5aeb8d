package matinee.server;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/// The addresses of this machine.
final class Addresses {

  private Addresses() {}

  /// Where people on the same network reach this machine: its first site-local IPv4 address, if it
  /// has one.
  static Optional<String> onThisNetwork() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Addresses::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(it -> it instanceof Inet4Address && it.isSiteLocalAddress())
          .map(it -> it.getHostAddress())
          .findFirst();
    } catch (SocketException _) {
      return Optional.empty();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException _) {
      return false;
    }
  }
}
