package matinee.server.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/// How names become addresses, and addresses connections, and which addresses are this machine's
/// own. All may block; they end when their virtual thread is interrupted, or soon after.
interface Wires {
  /// The wires of this machine.
  Wires REAL =
      new Wires() {
        @Override
        public List<InetAddress> addresses(String name) throws IOException {
          return List.of(InetAddress.getAllByName(name));
        }

        @Override
        public Socket connect(InetSocketAddress address) throws IOException {
          var socket = new Socket(Proxy.NO_PROXY);
          try {
            socket.connect(address);
            return socket;
          } catch (IOException broken) {
            socket.close();
            throw broken;
          }
        }

        @Override
        public boolean isOwn(InetAddress address) {
          try {
            return NetworkInterface.getByInetAddress(address) != null;
          } catch (SocketException _) {
            return true;
          }
        }
      };

  /// All addresses of `name`, at least one; fails if there is none.
  List<InetAddress> addresses(String name) throws IOException;

  /// A connection to exactly `address`.
  Socket connect(InetSocketAddress address) throws IOException;

  /// Is `address` one of this machine's own? Yes where that cannot be known.
  boolean isOwn(InetAddress address);
}
