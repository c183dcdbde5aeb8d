import type { Wish } from '@matinee/browser';

/** What a person wants to happen in the room; and the same on its way, with an id that is never used twice (ID1, ID4). */
export type { Request as Command, Wish } from '@matinee/browser';

/** What a person wants of the queue (QU). */
export type QueueWish = Extract<
  Wish,
  {
    readonly type:
      | 'enqueue'
      | 'dequeue'
      | 'moveQueued'
      | 'playQueued'
      | 'setAutoAdvance'
      | 'stay'
      | 'vote';
  }
>;

/** What a player tells the room about itself, on the person's behalf (GA1, GA5). */
export type Report = Extract<Wish, { readonly type: `report${string}` }>;
