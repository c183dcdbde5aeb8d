import type { RoomEvent } from '@matinee/browser';

export type { Cause, Fact as Happening, RoomEvent } from '@matinee/browser';

/**
 * What a listener of the room hears: each event once, in order; or that the room's state was taken over whole, so events up to `revision`
 * may have been missed and the chat's history is worth fetching again.
 */
export type RoomNews =
  | { readonly type: 'event'; readonly event: RoomEvent }
  | { readonly type: 'caughtUp'; readonly revision: number };
