package matinee.chaos;

import java.util.List;
import java.util.Map;

/// What a trial has left: the history of every client, the history of every room as the database
/// has it, and what became of the nodes.
record Evidence(List<History> histories, Map<String, Truth> truths, List<NodeStory> nodes) {

  Evidence {
    histories = List.copyOf(histories);
    truths = Map.copyOf(truths);
    nodes = List.copyOf(nodes);
  }

  /// What became of one node: whether it runs at the end, how often the trial made it end and
  /// started it again, and what it said over all its lives.
  record NodeStory(String name, boolean runs, int endings, int starts, List<String> said) {

    NodeStory {
      said = List.copyOf(said);
    }
  }

  /// The history of the room that `history` is about; one without events where the database has
  /// none.
  Truth truthOf(History history) {
    return truths.getOrDefault(history.room(), Truth.of("", List.of()));
  }
}
