package matinee.server.tracker;

import java.util.Map;
import matinee.server.tracker.Swarm.Away;

/// The trackers of the other servers on the same database.
interface Others extends AutoCloseable {

  /// There are none.
  Others NONE =
      new Others() {
        @Override
        public void know(Swarms here) {}

        @Override
        public Map<Binary, Away> of(InfoHash hash) {
          return Map.of();
        }

        @Override
        public boolean pass(String node, InfoHash hash, Binary peer, String text) {
          return false;
        }

        @Override
        public void close() {}
      };

  /// From now on they hear of the peers `here`, and these of theirs.
  void know(Swarms here);

  /// Their peers that know `hash`. Blocks.
  Map<Binary, Away> of(InfoHash hash);

  /// Has `text` sent to `peer` by the server called `node`; returns whether there was room for it.
  /// Does not block. It may be lost, for instance when that server ends.
  boolean pass(String node, InfoHash hash, Binary peer, String text);

  @Override
  void close();
}
