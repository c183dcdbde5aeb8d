import type { Source } from '@matinee/link/diagnose';
import type { Problem } from '@matinee/link/problem';
import { filmAddress } from '../api/members';
import { type RenditionFailure, type Renditions, renditionsOf } from '../api/renditions';
import { masterPlaylist } from './masterPlaylist';
import { namedSizes, outgrown } from './outgrown';
import { pause } from './pause';

/**
 * How what is played of an upload is chosen: `mustBeMade` when the browser does not play the upload itself. `preparing` hears how much of what
 * it can play is made, 0 to 1, or nothing before that is begun; `signal` ends the waiting. `growUp` is called
 * when there is more to choose from than when it was begun; `fromMs` is where it is wanted first.
 */
export type Choice = {
  readonly mustBeMade: boolean;
  readonly preparing: (share: number | undefined) => void;
  readonly signal: AbortSignal;
  readonly growUp: () => void;
  readonly fromMs: number | undefined;
};

const problems = {
  unreadable: 'damaged',
  broken_off: 'damaged',
  unknown_codec: 'codec',
  too_much: 'tooMuch',
  out_of_memory: 'serverShort',
  too_slow: 'serverShort',
  no_space: 'serverShort',
} as const;

/** The browser plays neither the upload, nor is there anything else made of it, because of that failure if there was one. */
export class NothingToPlay extends Error {
  readonly problem: Problem;

  constructor(failure?: RenditionFailure) {
    super(`nothing to play: ${failure ?? 'nothing is made'}`);
    this.problem = { type: failure === undefined ? 'codec' : problems[failure] };
  }
}

const askEveryMs = 1000;
/** So often it is asked what a new upload holds, before it is tried whether it plays. */
const mostLooks = 10;

/** What the upload holds, or that nobody knows. */
const looked = async (ask: () => Promise<Renditions | undefined>, signal: AbortSignal) => {
  let found = await ask();
  for (let looks = 0; found?.state === 'new' && looks < mostLooks; looks += 1) {
    await pause(askEveryMs, signal);
    found = await ask();
  }
  return found;
};

/** Of several tracks of sound browsers play one, and give no choice. */
const isBetterMade = (found: Renditions | undefined): boolean =>
  found?.state === 'ready' && found.sounds.length > 1;

const isPlayable = (found: Renditions | undefined, element: HTMLMediaElement): boolean =>
  found?.contentType === undefined || element.canPlayType(found.contentType) !== '';

/** Waits until what browsers play is made of the upload, or so much of it that they may begin; gives how it stands then. */
const made = async (
  ask: () => Promise<Renditions | undefined>,
  first: Renditions | undefined,
  { preparing, signal }: Choice,
): Promise<Renditions> => {
  let found = first;
  while (!found?.playable) {
    if (found?.state === 'none' || found?.state === 'failed')
      throw new NothingToPlay(found.failure);
    if (found) preparing(found.state === 'running' ? found.share : undefined);
    await pause(askEveryMs, signal);
    found = await ask();
  }
  return found;
};

/**
 * Where what is played of an upload is: the upload itself if this browser plays it, else the HLS that the server makes of it, once that can be begun.
 * Throws `NothingToPlay`, and an error when the room gives no address.
 */
export const uploadSource = async (
  room: string,
  film: string,
  element: HTMLMediaElement,
  choice: Choice,
): Promise<Source> => {
  const ask = () => renditionsOf(room, film);
  const found = await looked(ask, choice.signal);
  const isDirect = !choice.mustBeMade && !isBetterMade(found) && isPlayable(found, element);
  const making = isDirect ? undefined : await made(ask, found, choice);
  const url = making ? await masterPlaylist(room, film) : (await filmAddress(room, film))?.url;
  if (url === undefined) throw new Error(`room ${room} gives no address for film ${film}`);
  const { fromMs } = choice;
  const source = { url, isSigned: true, ...(fromMs !== undefined && { fromMs }) };
  if (!making?.lengthMs || making.state === 'ready') return source;
  // asked before the player asks: what is made between the two then counts as new, and is not missed
  const named = await namedSizes(room, film);
  outgrown(room, film, named, choice.signal).then(
    (isOutgrown) => isOutgrown && choice.growUp(),
    () => undefined,
  );
  return { ...source, wholeMs: making.lengthMs };
};
