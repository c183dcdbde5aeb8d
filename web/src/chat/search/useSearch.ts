import { useEffect, useState } from 'react';
import { later } from '../../device/clock';
import type { RoomPort } from '../../room/port';
import type { FoundLine } from '../../room/view';
import { wordsOf } from './words';

const pauseMs = 300;
const mostWords = 10;

/** The server looks at so much at a time; further, somebody has to ask. */
const mostEmptyPages = 5;

/** What came of a search: nothing asked for yet, not to be asked for, or lines, more of which may come. */
export type Outcome = {
  readonly state: 'idle' | 'tooMany' | 'searching' | 'done' | 'failed';
  readonly words: readonly string[];
  readonly lines: readonly FoundLine[];
  /** Before which line to go on; nothing if that was all. */
  readonly next?: number | undefined;
};

const idle: Outcome = { state: 'idle', words: [], lines: [] };

const beginning = (text: string): Outcome => {
  const words = wordsOf(text);
  if (words.length === 0) return idle;
  return { ...idle, words, state: words.length > mostWords ? 'tooMany' : 'searching' };
};

/** Goes on with a search until something more was found, or all was looked at. */
const goOn = async (port: RoomPort, { words, lines, next }: Outcome): Promise<Outcome> => {
  let from = next;
  for (let pages = 0; pages < mostEmptyPages; pages += 1) {
    const found = await port.findLines(words.join(' '), from);
    if (!found) return { state: 'failed', words, lines, next: from };
    from = found.next;
    if (found.lines.length > 0 || from === undefined)
      return { state: 'done', words, lines: [...lines, ...found.lines], next: from };
  }
  return { state: 'done', words, lines, next: from };
};

/** Looks for a text in what was said, when it has rested for a moment; `more` goes on, and tries again what failed. */
export const useSearch = (port: RoomPort, text: string) => {
  const [outcome, setOutcome] = useState(idle);
  const key = wordsOf(text).join(' ');
  useEffect(() => {
    let isWanted = true;
    const begun = beginning(key);
    setOutcome(begun);
    const rested = later(pauseMs, () => {
      if (begun.state !== 'searching') return;
      void goOn(port, begun).then((found) => {
        if (isWanted) setOutcome(found);
      });
    });
    return () => {
      isWanted = false;
      rested();
    };
  }, [port, key]);
  const more = () => {
    if (outcome.state === 'searching') return;
    setOutcome({ ...outcome, state: 'searching' });
    void goOn(port, outcome).then((found) =>
      setOutcome((now) => (now.words === outcome.words ? found : now)),
    );
  };
  return { outcome, more };
};
