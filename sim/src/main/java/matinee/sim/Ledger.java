package matinee.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.Wish;

/// Every command that was made, why, and what was answered.
final class Ledger {
  private final Map<Key, Made> commands = new LinkedHashMap<>();

  /// Names a command in its room.
  record Key(MemberId member, CommandId id) {}

  /// Why a command was made.
  enum Origin {
    /// A person wished it.
    WISH,
    /// A person wished it on a companion (CD1).
    COMPANION,
    /// The program reports on its player (GA1).
    REPORT,
    /// Nobody: the program took its own act for a wish.
    ECHO
  }

  /// A command, its reason, and its answers in the order in which they came to the page.
  record Made(Key key, Wish wish, Origin origin, List<Answer> answers) {}

  /// `epoch` is that of the page's connection.
  sealed interface Answer {
    record Accepted(String epoch, long revision) implements Answer {}

    record Rejected(String epoch, String reason) implements Answer {}
  }

  Made make(Key key, Wish wish, Origin origin) {
    var made = new Made(key, wish, origin, new ArrayList<>());
    commands.put(key, made);
    return made;
  }

  Optional<Made> find(Key key) {
    return Optional.ofNullable(commands.get(key));
  }

  Collection<Made> all() {
    return commands.values();
  }

  /// How many were made for that reason.
  long count(Origin origin) {
    return commands.values().stream().filter(made -> made.origin == origin).count();
  }
}
