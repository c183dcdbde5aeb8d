import { renditionsOf } from '../api/renditions';
import { masterPlaylist } from './masterPlaylist';
import { pause } from './pause';

const askEveryMs = 3000;

/** What the playlist says that names all sizes made so far; nothing when it cannot be had now. */
export const namedSizes = async (room: string, film: string): Promise<string | undefined> => {
  const url = await masterPlaylist(room, film);
  const answer = url === undefined ? undefined : await fetch(url).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
};

/**
 * Waits until all is made of an upload that was begun before that: has it more sizes now than it had when they were `named`? Rejects when the
 * signal ends the waiting.
 */
export const outgrown = async (
  room: string,
  film: string,
  named: string | undefined,
  signal: AbortSignal,
): Promise<boolean> => {
  for (;;) {
    await pause(askEveryMs, signal);
    const found = await renditionsOf(room, film);
    if (found?.state === 'failed' || found?.state === 'none') return false;
    if (found?.state !== 'ready') continue;
    const now = await namedSizes(room, film);
    if (now !== undefined) return now !== named;
  }
};
