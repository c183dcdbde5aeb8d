import { filmAddress } from '../api/members';
import { type Renditions, renditionsOf } from '../api/renditions';
import type { Remote } from '../subtitles/remote';
import { pause } from './pause';

const askEveryMs = 5000;

type Words = NonNullable<Renditions['subtitles']>[number];

/** The bytes of what was made of a film; nothing if they cannot be had. */
const bytesOf = async (
  room: string,
  film: string,
  file: string,
): Promise<Uint8Array | undefined> => {
  try {
    const address = await filmAddress(room, film);
    if (address === undefined) return undefined;
    const answer = await fetch(`${address.renditionsUrl}${file}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
};

/** Those of the fonts that can be had. */
const fontsOf = async (
  room: string,
  film: string,
  files: readonly string[],
): Promise<readonly Uint8Array[]> => {
  const all = await Promise.all(files.map((file) => bytesOf(room, film, file)));
  return all.filter((bytes) => bytes !== undefined);
};

/** Tells what subtitles an upload holds that the room plays, each time that another can be shown; ends when no more come, and rejects by the signal. */
export const subtitlesOf = async (
  room: string,
  film: string,
  tell: (found: readonly Remote[]) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    const found = await renditionsOf(room, film);
    signal.throwIfAborted();
    const isOver = found && ['none', 'failed', 'ready'].includes(found.state);
    const stateOf = ({ isText, file }: Words): Remote['state'] => {
      if (!isText) return 'pictures';
      return file === undefined ? 'coming' : 'there';
    };
    const remotes = (found?.subtitles ?? []).map((words, at) => ({
      id: `film ${at}`,
      language: words.language,
      title: words.title,
      state: stateOf(words),
      fetch: async () => (words.file === undefined ? undefined : bytesOf(room, film, words.file)),
      fonts: () => fontsOf(room, film, found?.fonts ?? []),
    }));
    tell(isOver ? remotes.filter(({ state }) => state !== 'coming') : remotes);
    const isAll = found?.subtitles && remotes.every(({ state }) => state !== 'coming');
    if (isOver || isAll) return;
    await pause(askEveryMs, signal);
  }
};
