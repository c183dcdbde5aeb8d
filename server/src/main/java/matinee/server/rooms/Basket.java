package matinee.server.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage;

/// Signals of a room that go out together: at most three who type, and so many different cheers as
/// can be seen at once (SI3).
final class Basket {
  /// Whoever is told of three is told enough: more are "several".
  private static final int MOST_TYPING = 3;

  private static final int MOST_CHEERS = 24;

  private final Set<MemberId> typing = new LinkedHashSet<>();
  private final Map<Kind, Long> cheers = new LinkedHashMap<>();

  private record Kind(String emoji, Optional<MemberId> by) {}

  /// Returns whether it found room.
  boolean addTyping(MemberId member) {
    return typing.contains(member) || (typing.size() < MOST_TYPING && typing.add(member));
  }

  /// Returns whether they found room.
  boolean add(Cheers more) {
    var kind = new Kind(more.emoji(), more.by());
    if (!cheers.containsKey(kind) && cheers.size() >= MOST_CHEERS) {
      return false;
    }
    cheers.merge(kind, more.count(), Long::sum);
    return true;
  }

  boolean isEmpty() {
    return typing.isEmpty() && cheers.isEmpty();
  }

  /// Gives what is in it, and is empty.
  ServerMessage.Signals empty() {
    List<Cheers> all = new ArrayList<>();
    cheers.forEach((kind, count) -> all.add(new Cheers(kind.emoji(), count, kind.by())));
    var signals = new ServerMessage.Signals(List.copyOf(typing), all);
    typing.clear();
    cheers.clear();
    return signals;
  }
}
