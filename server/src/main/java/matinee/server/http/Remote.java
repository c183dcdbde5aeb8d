package matinee.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import matinee.server.access.Network;

/// Tells who really asks. `X-Forwarded-For` is believed from the proxies that were configured, and
/// from nobody else.
final class Remote {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final List<String> PROXY_FIELDS =
      List.of(FORWARDED_FOR, "Forwarded", "X-Real-IP", "Via");
  private static final Pattern LOCAL_HOST =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
  private static final int MAX_ADDRESS = 45;
  private static final int NETWORK_GROUPS = 4;

  private final List<Network> trustedProxies;

  /// `trustedProxies` are addresses and networks as [Network#parse] takes them.
  Remote(Set<String> trustedProxies) {
    this.trustedProxies = trustedProxies.stream().map(Network::parse).toList();
  }

  /// What limits count by: the address of the peer, or the last one before the trusted proxies; of
  /// IPv6 the network (/64), for one person has all of it.
  String address(HttpServerRequest request) {
    var peer = request.remoteAddress().hostAddress();
    var address = peer == null ? "" : peer;
    if (isTrusted(address)) {
      var hops = String.join(",", request.headers().getAll(FORWARDED_FOR)).split(",", -1);
      for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
        var hop = hops[i].strip();
        if (hop.isEmpty() || hop.length() > MAX_ADDRESS) {
          break;
        }
        address = hop;
      }
    }
    return network(address);
  }

  private boolean isTrusted(String address) {
    return trustedProxies.stream().anyMatch(it -> it.contains(address));
  }

  /// Does `request` come from this machine, to a name of this machine, with no proxy between?
  static boolean isThisMachine(HttpServerRequest request) {
    var headers = request.headers();
    var peer = request.remoteAddress().hostAddress();
    var host = headers.get(HttpHeaders.HOST);
    return peer != null
        && InetAddress.ofLiteral(peer).isLoopbackAddress()
        && host != null
        && LOCAL_HOST.matcher(host).matches()
        && PROXY_FIELDS.stream().noneMatch(headers::contains);
  }

  private static String network(String address) {
    var groups = address.split(":", -1);
    return groups.length > NETWORK_GROUPS && !address.contains(".")
        ? String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS))
        : address;
  }
}
