import type { Problem } from './problem';

/**
 * How the player follows the room.
 * - `preparing`: what it can play is being made of the media, and so much is done, 0 to 1, or left out before it is begun;
 * - `loading`: cannot play yet; `standing`: paused where the room stands; `playing`: on the room's line; `starting`: about to be;
 * - `buffering`: lacks data; `ended`: at the end of the media;
 * - `needsClick`: the browser wants a gesture before it makes sound: call `join` from a click;
 * - `unable`: cannot play this media, and why.
 */
export type FollowState =
  | { readonly type: 'preparing'; readonly share?: number }
  | { readonly type: 'loading' }
  | { readonly type: 'standing' }
  | { readonly type: 'starting' }
  | { readonly type: 'playing' }
  | { readonly type: 'buffering' }
  | { readonly type: 'ended' }
  | { readonly type: 'needsClick' }
  | { readonly type: 'unable'; readonly problem: Problem };

/** A player that follows a room, until `close`. `syncErrorMs` (> 0: ahead) is left out while nothing is measured. */
export type Following = {
  readonly current: () => FollowState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly syncErrorMs: () => number | undefined;
  /** To be called from a click: begins to play where the room is now. */
  readonly join: () => void;
  /** "My sound is late" by so many milliseconds on this device: the player runs ahead by as much. -500 to 500. */
  readonly setSoundLateMs: (lateMs: number) => void;
  readonly close: () => void;
};
