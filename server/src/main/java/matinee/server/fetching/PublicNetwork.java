package matinee.server.fetching;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Which IP addresses everybody on the internet reaches, and not only this machine or its network.
///
/// After the registries of IANA for special purposes. Of IPv6 only what is given out to networks
/// (2000::/3) counts; so every form in which an IPv4 address hides in another range (mapped,
/// compatible, NAT64) is out at once, and 6to4 and Teredo are named.
final class PublicNetwork {
  private static final List<IpSubnetFilterRule> SPECIAL =
      List.of(
          block("0.0.0.0", 8),
          block("10.0.0.0", 8),
          block("100.64.0.0", 10),
          block("127.0.0.0", 8),
          block("169.254.0.0", 16),
          block("172.16.0.0", 12),
          block("192.0.0.0", 24),
          block("192.0.2.0", 24),
          block("192.88.99.0", 24),
          block("192.168.0.0", 16),
          block("198.18.0.0", 15),
          block("198.51.100.0", 24),
          block("203.0.113.0", 24),
          block("224.0.0.0", 4),
          block("240.0.0.0", 4),
          // Told to every machine of one large cloud, and answered by its host.
          block("168.63.129.16", 32),
          block("2001::", 23),
          block("2001:db8::", 32),
          block("2002::", 16),
          block("3fff::", 20));
  private static final IpSubnetFilterRule GIVEN_OUT = block("2000::", 3);

  private PublicNetwork() {}

  private static IpSubnetFilterRule block(String address, int bits) {
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.REJECT);
  }

  /// Is `address` one that everybody reaches? One of this machine's own may be.
  static boolean has(InetAddress address) {
    var socket = new InetSocketAddress(address, 0);
    return (address instanceof Inet4Address || GIVEN_OUT.matches(socket))
        && SPECIAL.stream().noneMatch(it -> it.matches(socket));
  }
}
