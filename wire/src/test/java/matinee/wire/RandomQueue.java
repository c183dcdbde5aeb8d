package matinee.wire;

import java.util.List;
import java.util.random.RandomGenerator;
import matinee.room.Event;
import matinee.room.Queue;
import matinee.room.QueueItem;
import matinee.room.Wish;

/// Queues at random, what happens to them and what is wished of them; of `any` other values.
final class RandomQueue {
  private final RandomGenerator random;
  private final RandomMessages any;

  RandomQueue(RandomGenerator random, RandomMessages any) {
    this.random = random;
    this.any = any;
  }

  Wish.OfFilm wish() {
    long item = 1 + random.nextInt(1_000);
    return switch (random.nextInt(6)) {
      case 0 -> new Wish.Enqueue(List.of(any.media(), any.media()));
      case 1 -> new Wish.Dequeue(item);
      case 2 -> new Wish.MoveQueued(item, random.nextInt(Queue.MAX_ITEMS));
      case 3 -> new Wish.PlayQueued(item);
      case 4 -> new Wish.SetAutoAdvance(random.nextBoolean());
      default -> new Wish.Stay();
    };
  }

  Event.OfQueue event() {
    long item = 1 + random.nextInt(1_000);
    return switch (random.nextInt(7)) {
      case 0 -> new Event.Queued(any.member(), any.media());
      case 1 -> new Event.Dequeued(item);
      case 2 -> new Event.QueueMoved(item, random.nextInt(Queue.MAX_ITEMS));
      case 3 -> new Event.VoteChanged(any.member(), item, random.nextBoolean());
      case 4 -> new Event.AutoAdvanceChanged(random.nextBoolean());
      case 5 -> new Event.AdvanceScheduled(any.time());
      default -> new Event.AdvanceCancelled();
    };
  }

  Queue queue() {
    var advance = random.nextBoolean() ? Queue.Advance.No.NO : new Queue.Advance.At(any.time());
    return new Queue(random.nextBoolean(), advance, any.some(3, this::item));
  }

  private QueueItem item() {
    return new QueueItem(
        1 + random.nextInt(1_000), any.media(), any.member(), any.some(3, any::member));
  }
}
