package matinee.server.bus;

import java.util.Collection;
import java.util.Set;

/// The connections to one Redis server.
record ServerWires(Pair pair, Set<String> probes) implements Wires {

  @Override
  public boolean isCurrent() {
    return true;
  }

  @Override
  public void subscribe(Collection<String> channels) {
    pair.in().async().subscribe(channels.toArray(String[]::new));
  }

  @Override
  public void unsubscribe(String channel) {
    pair.in().async().unsubscribe(channel);
  }

  @Override
  public void publish(String channel, String text) {
    pair.out().async().publish(channel, text);
  }

  @Override
  public void close() {
    pair.close();
  }
}
