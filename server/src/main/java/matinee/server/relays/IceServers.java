package matinee.server.relays;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;

/// The servers by which browsers find a way to one another (ICE, RFC 8445): by `stun` each learns
/// its address as it is seen from outside, and `relay` passes on what finds no other way.
public record IceServers(List<IceAddress> stun, Optional<Relay> relay) {
  /// Browsers find ways without help, or none.
  public static final IceServers NONE = new IceServers(List.of(), Optional.empty());

  public IceServers {
    stun = List.copyOf(stun);
  }

  /// What is told to `member`, who may use the relay for [Relay#LIFETIME] from `now` on.
  public List<IceServer> of(MemberId member, Instant now) {
    var told = new ArrayList<IceServer>();
    if (!stun.isEmpty()) {
      told.add(new IceServer(stun, Optional.empty()));
    }
    relay.ifPresent(
        it -> told.add(new IceServer(it.addresses(), Optional.of(it.credential(member, now)))));
    return told;
  }
}
