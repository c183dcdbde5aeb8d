import type { Capabilities } from '../../player';
import type { Problem } from '../../problem';
import { known } from './message';

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

type AllLooks = { readonly [K in keyof Omit<Looks, 'type'>]: Looks[K] | undefined };

/** How it looks, as far as that is known. */
export const looks = (all: AllLooks): Looks => ({
  type: 'looks',
  ...known<Omit<Looks, 'type'>>(all),
});

/**
 * What a site's player tells. `asks`: it can be asked this by now. `ready`: it listens, and has its film. `refused`: the browser did not let it
 * start without a click. `rateRefused`: it does not change its speed.
 */
export type Told =
  | { readonly type: 'asks'; readonly messages: readonly unknown[] }
  | { readonly type: 'ready' }
  | Looks
  | { readonly type: 'refused' }
  | { readonly type: 'rateRefused' }
  | { readonly type: 'problem'; readonly problem: Problem };

/** What players of sites are able to do: the speeds of their menus, and seeks that cost half a second of standing still. */
export const COARSE: Capabilities = {
  rate: 'coarse',
  pitch: false,
  steadySeeks: false,
  leastSeekMs: 120,
  frames: false,
};

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
  /** Nothing where its player has one speed. */
  readonly setRate: ((rate: number) => readonly unknown[]) | undefined;
  readonly setSound: (sound: Sound) => readonly unknown[];
};
