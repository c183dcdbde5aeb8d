import type { Media } from './media';
import type { ControlPolicy, Playback, Readiness } from './roomState';

/** Why the playback changed. */
export type Cause =
  | 'PLAYED'
  | 'PAUSED'
  | 'SEEKED'
  | 'RATE_CHANGED'
  | 'WAIT_STARTED'
  | 'WAIT_ENDED'
  | 'WAIT_EXPIRED'
  | 'ENDED'
  | 'ABANDONED';

/** What an event says happened. */
export type Happening =
  | { readonly type: 'joined'; readonly member: string; readonly name: string }
  | { readonly type: 'lost'; readonly member: string }
  | { readonly type: 'returned'; readonly member: string }
  | { readonly type: 'left'; readonly member: string }
  | { readonly type: 'renamed'; readonly member: string; readonly name: string }
  | { readonly type: 'hostChanged'; readonly host: string }
  | { readonly type: 'controlChanged'; readonly control: ControlPolicy }
  | { readonly type: 'mediaLoaded'; readonly media: Media }
  | { readonly type: 'lengthLearnt'; readonly lengthMs: number }
  | { readonly type: 'playbackChanged'; readonly cause: Cause; readonly playback: Playback }
  | { readonly type: 'readinessChanged'; readonly member: string; readonly readiness: Readiness }
  | { readonly type: 'said'; readonly text: string };

/** A fact about the room with its place in the order. `by` and `command` are left out when a rule of the room is the author. */
export type RoomEvent = Happening & {
  readonly revision: number;
  readonly atMs: number;
  readonly by?: string;
  readonly command?: string;
};

/**
 * What a listener of the room hears: each event once, in order; or that the room's state was taken over whole, so events up to `revision`
 * may have been missed and the chat's history is worth fetching again.
 */
export type RoomNews =
  | { readonly type: 'event'; readonly event: RoomEvent }
  | { readonly type: 'caughtUp'; readonly revision: number };
