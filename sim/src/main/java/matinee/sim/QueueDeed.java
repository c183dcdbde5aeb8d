package matinee.sim;

import java.util.List;
import matinee.room.QueueItem;
import matinee.room.Wish;

/// What a person does with the queue that a page shows.
enum QueueDeed {
  ADD,
  REMOVE,
  MOVE,
  VOTE,
  TAKE_VOTE_BACK,
  NEXT,
  SWITCH_OFF,
  SWITCH_ON,
  STAY;

  private static final long NO_ITEM = 1;

  /// The wish, about the item at `place` or the last one if that is nearer; about one that is not
  /// there, if none is.
  Wish wish(List<QueueItem> shown, int place) {
    long item = shown.isEmpty() ? NO_ITEM : shown.get(Math.min(place, shown.size() - 1)).id();
    return switch (this) {
      case ADD -> new Wish.Enqueue(Films.ALL.subList(place % 2, 3));
      case REMOVE -> new Wish.Dequeue(item);
      case MOVE -> new Wish.MoveQueued(item, 1 - place % 2);
      case VOTE -> new Wish.Vote(item, true);
      case TAKE_VOTE_BACK -> new Wish.Vote(item, false);
      case NEXT -> new Wish.PlayQueued(item);
      case SWITCH_OFF -> new Wish.SetAutoAdvance(false);
      case SWITCH_ON -> new Wish.SetAutoAdvance(true);
      case STAY -> new Wish.Stay();
    };
  }
}
