package matinee.server.tracker;

import java.util.List;

/// What a peer asks of the tracker in one message (TR3).
sealed interface Asked {

  /// Which swarms it is about.
  List<InfoHash> hashes();

  /// `peer` is there, or is no longer if it has `stopped`; it has all there is to have if it is
  /// `complete`, and offers itself to `wanted` others at most.
  record Announce(
      InfoHash hash,
      Binary peer,
      boolean stopped,
      boolean complete,
      int wanted,
      List<Description> offers)
      implements Asked {
    @Override
    public List<InfoHash> hashes() {
      return List.of(hash);
    }
  }

  /// `peer` answers what `to` has offered it.
  record Answer(InfoHash hash, Binary peer, Binary to, Description answer) implements Asked {
    @Override
    public List<InfoHash> hashes() {
      return List.of(hash);
    }
  }

  /// How many peers there are.
  record Scrape(List<InfoHash> hashes) implements Asked {}
}
