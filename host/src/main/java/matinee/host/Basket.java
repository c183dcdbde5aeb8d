package matinee.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage;

/// Signals of a room that go out together, at most four times a second: at most three who type, and
/// so many different cheers as can be seen at once (SI3). Used by one thread.
public final class Basket {
  private static final Duration PERIOD = Duration.ofMillis(250);

  /// Whoever is told of three is told enough: more are "several".
  private static final int MOST_TYPING = 3;

  private static final int MOST_CHEERS = 24;

  private final Set<MemberId> typing = new LinkedHashSet<>();
  private final Map<Kind, Long> cheers = new LinkedHashMap<>();

  private Instant quietUntil = Instant.MIN;

  private record Kind(String emoji, Optional<MemberId> by) {}

  /// Returns for how many of `signals` there was no room.
  public int add(ServerMessage.Signals signals) {
    return (int)
        Stream.concat(
                signals.typing().stream().map(this::addTyping),
                signals.cheers().stream().map(this::add))
            .filter(found -> !found)
            .count();
  }

  private boolean addTyping(MemberId member) {
    return typing.contains(member) || (typing.size() < MOST_TYPING && typing.add(member));
  }

  private boolean add(Cheers more) {
    var kind = new Kind(more.emoji(), more.by());
    if (!cheers.containsKey(kind) && cheers.size() >= MOST_CHEERS) {
      return false;
    }
    cheers.merge(kind, more.count(), Long::sum);
    return true;
  }

  /// Is nothing in it?
  public boolean isEmpty() {
    return typing.isEmpty() && cheers.isEmpty();
  }

  /// What is in it, if it is time to tell that; then it is empty.
  public Optional<ServerMessage.Signals> tell(Instant now) {
    if (due().filter(due -> !now.isBefore(due)).isEmpty()) {
      return Optional.empty();
    }
    quietUntil = now.plus(PERIOD);
    return Optional.of(empty());
  }

  /// When [#tell] has something to tell.
  public Optional<Instant> due() {
    return isEmpty() ? Optional.empty() : Optional.of(quietUntil);
  }

  /// Gives what is in it, and is empty.
  public ServerMessage.Signals empty() {
    List<Cheers> all = new ArrayList<>();
    cheers.forEach((kind, count) -> all.add(new Cheers(kind.emoji(), count, kind.by())));
    var signals = new ServerMessage.Signals(List.copyOf(typing), all);
    typing.clear();
    cheers.clear();
    return signals;
  }
}
