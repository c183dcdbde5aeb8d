import type { Capabilities } from '../../player';
import type { Problem } from '../../problem';

/** What a site's player is doing. `unstarted`: it has its film and waits for the first start. */
export type Doing = 'unstarted' | 'playing' | 'paused' | 'buffering' | 'ended';

/** How loud somebody has it: 0 to 1. */
export type Sound = { readonly volume: number; readonly isMuted: boolean };

/** How a site's player looks; what is left out is as before. `positionMs` was true at `atWallMs` of this machine's clock, or when it was told. */
export type Looks = {
  readonly type: 'looks';
  readonly doing?: Doing;
  readonly positionMs?: number;
  readonly atWallMs?: number;
  readonly rate?: number;
  readonly lengthMs?: number;
  /** The film is there up to here. */
  readonly loadedMs?: number;
  readonly isLive?: boolean;
  readonly sound?: Sound;
};

/** What a site's player tells. `ready`: it listens from now on. `refused`: the browser did not let it start without a click. */
export type Told =
  | { readonly type: 'ready' }
  | Looks
  | { readonly type: 'refused' }
  | { readonly type: 'problem'; readonly problem: Problem };

/** How one site's player is talked to: where it is, what its messages mean, and which messages mean what is wanted. */
export type Site = {
  readonly url: string;
  readonly capabilities: Capabilities;
  /** Said again and again, until it answers. */
  readonly greetings: readonly unknown[];
  readonly hear: (data: unknown) => readonly Told[];
  readonly play: () => readonly unknown[];
  readonly pause: () => readonly unknown[];
  readonly seek: (positionMs: number) => readonly unknown[];
  readonly setRate: (rate: number) => readonly unknown[];
  readonly setSound: (sound: Sound) => readonly unknown[];
};
