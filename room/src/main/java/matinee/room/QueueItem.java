package matinee.room;

import java.util.ArrayList;
import java.util.List;

/// A film in the [Queue] of a room: `id` is the revision of the event by which `by` added it, its
/// name; `votes` are those who voted for it, in the order in which they did (QU1, QU3).
public record QueueItem(long id, Media media, MemberId by, List<MemberId> votes) {

  public QueueItem {
    votes = List.copyOf(votes);
  }

  QueueItem with(MemberId member) {
    var all = new ArrayList<>(votes);
    all.add(member);
    return new QueueItem(id, media, by, all);
  }

  QueueItem without(MemberId member) {
    return votes.contains(member)
        ? new QueueItem(id, media, by, votes.stream().filter(it -> !it.equals(member)).toList())
        : this;
  }
}
