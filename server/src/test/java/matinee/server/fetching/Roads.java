package matinee.server.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/// Wires on which a test says what names mean, and where public addresses are. Whatever is not said
/// to be elsewhere is connected to where it is.
public final class Roads implements Wires {
  public static final String PUBLIC = "93.184.216.34";

  private final Map<String, List<List<InetAddress>>> names = new HashMap<>();
  private final Map<InetAddress, InetSocketAddress> moved = new HashMap<>();
  private final Set<InetAddress> own = new HashSet<>();

  /// To which addresses connections were wanted, in their order.
  public final List<String> wanted = new CopyOnWriteArrayList<>();

  /// The next time that `name` is looked up, and each time after that, it has all of `addresses`.
  public Roads name(String name, String... addresses) {
    names
        .computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>())
        .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    return this;
  }

  /// `address` is where `site` is.
  public Roads at(String address, Site site) {
    moved.put(InetAddress.ofLiteral(address), site.address());
    return this;
  }

  /// `address` is this machine's too.
  Roads own(String address) {
    own.add(InetAddress.ofLiteral(address));
    return this;
  }

  /// One that reads on these wires, at the ports of the web and at `ports`.
  public Fetcher fetcher(int... ports) {
    var allowed = new HashSet<>(Fetcher.Rules.USUAL.ports());
    IntStream.of(ports).forEach(allowed::add);
    var rules = new Fetcher.Rules(Fetcher.Rules.USUAL.time(), allowed);
    return new Fetcher(this, (SSLSocketFactory) SSLSocketFactory.getDefault(), rules);
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

  @Override
  public boolean isOwn(InetAddress address) {
    return own.contains(address) || Wires.REAL.isOwn(address);
  }
}
