package matinee.server.relays;

import java.util.List;
import java.util.Optional;

/// A server as a browser is told of it: its `addresses`, and by what it lets somebody in, if it
/// asks.
public record IceServer(List<IceAddress> addresses, Optional<Credential> credential) {
  public IceServer {
    addresses = List.copyOf(addresses);
  }
}
