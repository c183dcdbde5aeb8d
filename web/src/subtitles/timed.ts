import type { Cue } from './cue';
import { piecesOf } from './markup';

const time = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})';
const timing = new RegExp(`^\\s{0,8}${time}\\s{0,8}-->\\s{0,8}${time}(?:\\s|$)`);

const msOf = ([hours = '0', minutes = '', seconds = '', fraction = '']: readonly (
  | string
  | undefined
)[]): number =>
  Number(hours) * 3_600_000 +
  Number(minutes) * 60_000 +
  Number(seconds) * 1_000 +
  Number(fraction.padEnd(3, '0'));

type Open = { readonly startMs: number; readonly endMs: number; readonly lines: string[] };

const closed = ({ startMs, endMs, lines }: Open): readonly Cue[] => {
  const pieces = piecesOf(lines.join('\n'));
  return endMs > startMs && pieces.length > 0 ? [{ startMs, endMs, pieces }] : [];
};

/**
 * The cues of SRT and of WebVTT, which are blocks with a line of times; nothing if there are more than `most`. Whatever belongs to no such
 * block (numbers, names, notes, styles, regions) is passed over.
 */
export const timedCues = (text: string, most: number): readonly Cue[] | undefined => {
  const cues: Cue[] = [];
  let open: Open | undefined;
  const close = (): void => {
    if (open) cues.push(...closed(open));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const times = line.length < 300 ? timing.exec(line) : null;
    if (times) {
      // The number of this cue, where no empty line stands before it.
      if (open && /^\d+$/.test(open.lines.at(-1)?.trim() ?? '')) open.lines.pop();
      close();
      open = { startMs: msOf(times.slice(1, 5)), endMs: msOf(times.slice(5, 9)), lines: [] };
    } else if (line.trim() === '') {
      close();
    } else {
      open?.lines.push(line);
    }
    if (cues.length > most) return undefined;
  }
  close();
  return cues.length > most ? undefined : cues;
};
