package matinee.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// I4: all clients of a room are connected, have their answers, and have one revision and one state
/// of it, that which the database has.
final class Convergence {

  private Convergence() {}

  /// What one client has of its room. `idle` when every command of it has its answer.
  record Copy(
      String client,
      String room,
      boolean live,
      boolean idle,
      String epoch,
      long revision,
      long state) {}

  /// The newest revision of a room in the database.
  record Head(String epoch, long revision) {}

  /// Why the clients have not converged, by the first that differs; empty when they have.
  static Optional<String> lacks(List<Copy> copies, Map<String, Head> heads) {
    var first = new HashMap<String, Copy>();
    for (var copy : copies) {
      if (!copy.live) {
        return Optional.of(copy.client + " is not connected");
      }
      if (!copy.idle) {
        return Optional.of(copy.client + " waits for an answer");
      }
      var head = heads.get(copy.room);
      if (head == null || !head.epoch.equals(copy.epoch) || head.revision != copy.revision) {
        return Optional.of(
            copy.client
                + " is at "
                + copy.epoch
                + " "
                + copy.revision
                + ", the database at "
                + head);
      }
      var other = first.putIfAbsent(copy.room, copy);
      if (other != null && other.state != copy.state) {
        return Optional.of(
            copy.client + " and " + other.client + " differ at revision " + copy.revision);
      }
    }
    return Optional.empty();
  }
}
