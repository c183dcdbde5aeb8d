import type { Problem } from './problem';

/** A position of the media and the instant (page's clock) at which it was true. Neither is rounded. */
export type PositionSample = { readonly positionMs: number; readonly atMs: number };

/** A stretch of the media that is there to be played, from inclusive, to exclusive. */
export type BufferedRange = { readonly fromMs: number; readonly toMs: number };

/**
 * What a player is able to do. `rate`: `fine` follows factors as near to 1 as 1.0005, `coarse` only those people notice, `none` has one
 * speed. `pitch`: whether it can change speed without keeping the pitch, which costs no jump. `steadySeeks`: whether a seek while playing
 * loses about the same time each time. `leastSeekMs`: a smaller error is no reason for a seek. `frames`: whether it tells of shown frames.
 */
export type Capabilities = {
  readonly rate: 'fine' | 'coarse' | 'none';
  readonly pitch: boolean;
  readonly steadySeeks: boolean;
  readonly leastSeekMs: number;
  readonly frames: boolean;
};

/**
 * What a live stream has: does it have a position, or will it soon; and where it is best entered. It slides on by itself, so this holds for now.
 */
export type LiveWindow = {
  readonly has: (positionMs: number) => boolean;
  readonly edgeMs: number;
};

/** What a player is doing this instant. `ready`: could play from here now. `rate` is what was asked of it, corrections included. */
export type PlayerState = {
  readonly paused: boolean;
  readonly seeking: boolean;
  readonly ready: boolean;
  readonly ended: boolean;
  readonly rate: number;
};

/** What a player tells of its own accord, whoever was the cause; telling the person's wishes from echoes is not its business. */
export type PlayerEvent =
  | { readonly type: 'loaded' }
  | { readonly type: 'canPlay' }
  | { readonly type: 'waiting' }
  | { readonly type: 'playing' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'seeking' }
  | { readonly type: 'seeked' }
  | { readonly type: 'rateChanged' }
  | { readonly type: 'ended' }
  | { readonly type: 'problem'; readonly problem: Problem };

/** Did the player begin? `needsGesture`: the browser wants a click first. `interrupted`: something else was asked of it meanwhile. */
export type PlayOutcome = 'playing' | 'needsGesture' | 'interrupted';

/** A track of sound: its language as the media tells it, empty if it does not. */
export type SoundTrack = { readonly language: string };

/** The tracks of sound that a media has, in its order, and which one is heard, by its place. The room knows nothing of that. */
export type Sounds = {
  readonly tracks: () => readonly SoundTrack[];
  readonly heard: () => number;
  readonly hear: (place: number) => void;
};

/**
 * What following a room needs of a player: the media element's contract, narrowed. Volume, mute, subtitles and full screen stay with the
 * element and the person. Positions are milliseconds. Nothing throws; failures come as `problem` events.
 */
export type Player = {
  readonly capabilities: Capabilities;
  readonly play: () => Promise<PlayOutcome>;
  readonly pause: () => void;
  readonly seek: (positionMs: number) => void;
  readonly setRate: (rate: number, keepPitch: boolean) => void;
  readonly position: () => PositionSample;
  readonly state: () => PlayerState;
  readonly buffered: () => readonly BufferedRange[];
  /** The media's length, once known; never for live streams. */
  readonly lengthMs: () => number | undefined;
  /** For live media, once its place in time is known. Positions of it are the stream's own, the same for everybody (`live.ts`). */
  readonly live: () => LiveWindow | undefined;
  readonly subscribe: (listener: (event: PlayerEvent) => void) => () => void;
  /** Calls with each shown frame's position and when it is shown, until stopped; does nothing without `capabilities.frames`. */
  readonly onFrame: (listener: (sample: PositionSample) => void) => () => void;
  /** Left out by players that have no say in it. */
  readonly sounds?: Sounds;
  readonly close: () => void;
};
