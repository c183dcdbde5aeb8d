package matinee.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a cluster holds at one instant for the sake of those who are in it: each node by itself, on
/// how many channels of rooms they listen at Redis, and how many connections they have to the
/// database.
record Held(List<OfNode> nodes, int channels, int database) {
  /// How many files, and how many threads, a process may have more than before anybody came: a JVM
  /// opens some when it needs them first, and keeps them (event loops, carriers of virtual threads,
  /// compilers, archives of classes). How many does not depend on how many people come: a leak by
  /// each of them, or by each room, is seen once there are more of them than this.
  static final int FIRST_NEEDS = 16;

  Held {
    nodes = List.copyOf(nodes);
  }

  /// Rooms in memory, members' connections, and what the process has open.
  record OfNode(String name, long rooms, long connections, Child.Weight weight) {

    private static OfNode of(Node node) {
      return new OfNode(
          node.name(),
          Math.round(node.metric("matinee_rooms")),
          Math.round(node.metric("matinee_connections")),
          node.process().weight());
    }
  }

  /// What `cluster` holds now.
  static Held by(Cluster cluster) throws IOException, SQLException {
    return new Held(
        cluster.nodes().stream().map(OfNode::of).toList(),
        cluster.redis().roomChannels(),
        cluster.postgres().connections());
  }

  /// I7: what is held though everybody has left, and was not before they came; the first that is
  /// found.
  Optional<String> beyond(Held before) {
    var found = new ArrayList<String>();
    for (int i = 0; i < nodes.size(); i++) {
      var node = nodes.get(i);
      var most = before.nodes.get(i).weight;
      tell(found, node.name + " keeps rooms", node.rooms, 0);
      tell(found, node.name + " keeps connections", node.connections, 0);
      tell(found, node.name + " has files open", node.weight.files(), most.files() + FIRST_NEEDS);
      tell(found, node.name + " has threads", node.weight.threads(), most.threads() + FIRST_NEEDS);
    }
    tell(found, "channels of rooms are listened to", channels, 0);
    tell(found, "connections to the database", database, before.database);
    return found.stream().findFirst();
  }

  private static void tell(List<String> found, String what, long is, long most) {
    if (is > most) {
      found.add("%s: %,d, which should be %,d at most".formatted(what, is, most));
    }
  }

  @Override
  public String toString() {
    var each =
        nodes.stream()
            .map(it -> "%d and %d".formatted(it.weight.files(), it.weight.threads()))
            .toList();
    return "files and threads " + each + ", " + database + " connections to the database";
  }
}
