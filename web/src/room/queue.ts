import type { Queue, QueueItem } from './view';
import type { Wished } from './wished';

/** The items with one of them at another place, from 0 on, or at the end if that is nearer (QU2). */
export const movedTo = (
  items: readonly QueueItem[],
  item: number,
  to: number,
): readonly QueueItem[] => {
  const moved = items.filter((one) => one.item === item);
  const rest = items.filter((one) => one.item !== item);
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
};

/** The queue as this person has arranged it, before the room has decided on that. */
export const arranged = (queue: Queue, { moved }: Wished): Queue =>
  moved ? { ...queue, items: movedTo(queue.items, moved.item, moved.to) } : queue;
