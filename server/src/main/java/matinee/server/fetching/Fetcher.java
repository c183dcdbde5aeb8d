package matinee.server.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Reads what stands at addresses that people name.
///
/// A name is looked up once, all of its addresses must be public, and the connection goes to one of
/// those that were looked at: what a name means a moment later changes nothing. Every redirect is
/// looked at in the same way, three at most. Nothing is sent but the address and who we are: no
/// cookies, no credentials. Nothing that an answer names is followed; whoever wants that comes
/// again. Any thread; calls block.
public final class Fetcher {
  private static final int MAX_REDIRECTS = 3;
  private static final int AT_ONCE = 8;
  private static final int EACH = 2;

  private final Wires wires;
  private final SSLSocketFactory tls;
  private final Rules rules;
  private final Turns turns = new Turns(AT_ONCE, EACH);

  /// For how long one address is read, waiting and redirects included; and at which ports.
  public record Rules(Duration time, Set<Integer> ports) {
    /// Ten seconds, and the ports of the web.
    public static final Rules USUAL = new Rules(Duration.ofSeconds(10), Set.of(80, 443));

    public Rules {
      ports = Set.copyOf(ports);
    }
  }

  /// On the wires of this machine, with the certificates that its Java trusts.
  public Fetcher(Rules rules) {
    this(Wires.REAL, (SSLSocketFactory) SSLSocketFactory.getDefault(), rules);
  }

  Fetcher(Wires wires, SSLSocketFactory tls, Rules rules) {
    this.wires = wires;
    this.tls = tls;
    this.rules = rules;
  }

  /// Reads at most `maxBytes` of what stands at `address`, for `person`, by whatever people are
  /// told apart: of one no more than two are read or wait at a time.
  public Outcome fetch(String person, String address, int maxBytes) throws InterruptedException {
    var first = WebAddress.parse(address);
    if (first.isEmpty()) {
      return new Outcome.Refused(Refusal.NOT_AN_ADDRESS);
    }
    if (!turns.enter(person)) {
      return new Outcome.Refused(Refusal.BUSY);
    }
    var reading = new FutureTask<>(() -> inTurn(person, first.get(), maxBytes));
    var reader = Thread.startVirtualThread(reading);
    try {
      return reading.get(rules.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Outcome.Refused(Refusal.TOO_SLOW);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("reading " + first.get() + " failed", broken.getCause());
    } finally {
      // A virtual thread that is interrupted while it reads from a socket closes it.
      reader.interrupt();
    }
  }

  /// The place is given back by who used it, so that what is slow to end counts until it has ended.
  private Outcome inTurn(String person, WebAddress address, int maxBytes)
      throws InterruptedException {
    try {
      turns.begin();
      try {
        return follow(address, maxBytes);
      } finally {
        turns.end();
      }
    } finally {
      turns.leave(person);
    }
  }

  private Outcome follow(WebAddress first, int maxBytes) {
    var address = first;
    for (int redirects = 0; ; redirects++) {
      var answer = read(address, maxBytes);
      if (answer.refusal().isPresent()) {
        return new Outcome.Refused(answer.refusal().get());
      }
      if (answer.location().isEmpty()) {
        return new Outcome.Fetched(
            address, answer.status(), answer.type(), answer.bytes(), answer.isWhole());
      }
      var next = address.resolve(answer.location().get());
      if (next.isEmpty()) {
        return new Outcome.Refused(Refusal.NOT_AN_ADDRESS);
      }
      if (redirects == MAX_REDIRECTS || (address.isSecure() && !next.get().isSecure())) {
        return new Outcome.Refused(Refusal.REDIRECTED);
      }
      address = next.get();
    }
  }

  private Answer read(WebAddress address, int maxBytes) {
    if (!rules.ports().contains(address.port())) {
      return Answer.refused(Refusal.NOT_AN_ADDRESS);
    }
    try {
      var places = places(address);
      if (places.isEmpty() || !places.stream().allMatch(this::isOutside)) {
        return Answer.refused(Refusal.NOT_PUBLIC);
      }
      try (var socket = connect(address, places)) {
        return Exchange.get(socket, address, maxBytes);
      }
    } catch (IOException _) {
      return Answer.refused(Refusal.UNREACHABLE);
    }
  }

  private boolean isOutside(InetAddress place) {
    return PublicNetwork.has(place) && !wires.isOwn(place);
  }

  private List<InetAddress> places(WebAddress address) throws IOException {
    if (!address.isLiteral()) {
      return wires.addresses(address.host());
    }
    try {
      return List.of(InetAddress.ofLiteral(address.host().replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  /// The first of `places` that takes a connection.
  private Socket connect(WebAddress address, List<InetAddress> places) throws IOException {
    Optional<IOException> refused = Optional.empty();
    for (var place : places) {
      try {
        var plain = wires.connect(new InetSocketAddress(place, address.port()));
        return address.isSecure() ? secured(plain, address) : plain;
      } catch (IOException broken) {
        refused = Optional.of(broken);
      }
    }
    throw refused.orElseThrow();
  }

  private Socket secured(Socket plain, WebAddress address) throws IOException {
    try {
      var secure = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true);
      var wanted = secure.getSSLParameters();
      wanted.setEndpointIdentificationAlgorithm("HTTPS");
      if (!address.isLiteral()) {
        wanted.setServerNames(List.of(new SNIHostName(address.host())));
      }
      secure.setSSLParameters(wanted);
      secure.startHandshake();
      return secure;
    } catch (IOException broken) {
      plain.close();
      throw broken;
    }
  }
}
