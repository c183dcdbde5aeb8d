package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the room plays next, the first item first; whether it goes on to that by itself when a film
/// has ended; and whether it is about to (QU1, QU5).
public record Queue(boolean autoAdvance, Advance advance, List<QueueItem> items) {
  /// How many films a queue holds (QU1).
  public static final int MAX_ITEMS = 200;

  static final Queue NEW = new Queue(true, Advance.No.NO, List.of());

  /// Is the room about to go on to the next film?
  public sealed interface Advance {

    enum No implements Advance {
      NO
    }

    /// At room time `due`, unless something comes in between (QU5).
    record At(Instant due) implements Advance {}
  }

  public Queue {
    items = List.copyOf(items);
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("a queue has at most " + MAX_ITEMS + " items");
    }
  }

  Optional<QueueItem> item(long id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(items.get(index));
  }

  /// Where the item stands, from 0 on; -1 if it does not.
  int indexOf(long id) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  long votesOf(MemberId member) {
    return items.stream().filter(item -> item.votes().contains(member)).count();
  }

  /// When the room has to be asked again (QU5).
  Optional<Instant> due() {
    return switch (advance) {
      case Advance.No _ -> Optional.empty();
      case Advance.At(var due) -> Optional.of(due);
    };
  }

  Queue plus(QueueItem item) {
    var all = new ArrayList<>(items);
    all.add(item);
    return with(all);
  }

  Queue without(long id) {
    return with(items.stream().filter(item -> item.id() != id).toList());
  }

  /// With the item at the place `to`, or at the end if that is nearer.
  Queue moved(long id, int to) {
    int from = indexOf(id);
    if (from < 0) {
      return this;
    }
    var all = new ArrayList<>(items);
    var item = all.remove(from);
    all.add(Math.min(to, all.size()), item);
    return with(all);
  }

  /// QU3: a vote lifts the item above those directly before it that have fewer; without it, it
  /// sinks below those directly behind it that have more.
  Queue voted(long id, MemberId member, boolean up) {
    int at = indexOf(id);
    if (at < 0) {
      return this;
    }
    var all = new ArrayList<>(items);
    var item = all.remove(at);
    var changed = up ? item.with(member) : item.without(member);
    int votes = changed.votes().size();
    while (up && at > 0 && all.get(at - 1).votes().size() < votes) {
      at--;
    }
    while (!up && at < all.size() && all.get(at).votes().size() > votes) {
      at++;
    }
    all.add(at, changed);
    return with(all);
  }

  /// QU3: who has no place in the room has no vote.
  Queue withoutVotesOf(MemberId member) {
    return votesOf(member) == 0
        ? this
        : with(items.stream().map(item -> item.without(member)).toList());
  }

  /// QU5: what is not there is not gone on to.
  private Queue with(List<QueueItem> next) {
    return new Queue(autoAdvance, next.isEmpty() ? Advance.No.NO : advance, next);
  }

  Queue with(Advance next) {
    return new Queue(autoAdvance, next, items);
  }

  /// QU5: what was about to happen does not.
  Queue staying() {
    return with(Advance.No.NO);
  }

  Queue advancing(boolean byItself) {
    return new Queue(byItself, byItself ? advance : Advance.No.NO, items);
  }
}
