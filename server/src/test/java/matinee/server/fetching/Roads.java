package matinee.server.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Wires on which a test says what names mean, and where public addresses are. Whatever is not said
/// to be elsewhere is connected to where it is.
final class Roads implements Wires {
  static final String PUBLIC = "93.184.216.34";

  private final Map<String, List<List<InetAddress>>> names = new HashMap<>();
  private final Map<InetAddress, InetSocketAddress> moved = new HashMap<>();

  /// To which addresses connections were wanted, in their order.
  final List<String> wanted = new CopyOnWriteArrayList<>();

  /// The next time that `name` is looked up, and each time after that, it has all of `addresses`.
  Roads name(String name, String... addresses) {
    names
        .computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>())
        .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    return this;
  }

  /// `address` is where `site` is.
  Roads at(String address, Site site) {
    moved.put(InetAddress.ofLiteral(address), site.address());
    return this;
  }

  @Override
  public List<InetAddress> addresses(String name) throws IOException {
    var meanings = names.get(name);
    if (meanings == null) {
      throw new UnknownHostException(name);
    }
    return meanings.size() > 1 ? meanings.removeFirst() : meanings.getFirst();
  }

  @Override
  public Socket connect(InetSocketAddress address) throws IOException {
    wanted.add(address.getAddress().getHostAddress());
    return Wires.REAL.connect(moved.getOrDefault(address.getAddress(), address));
  }
}
