import { assCues } from './ass';
import type { Cue } from './cue';
import { decoded, type Encoding } from './decode';
import { timedCues } from './timed';

/** What a file of subtitles holds: cues in order of their starts. */
export type Held = {
  readonly cues: readonly Cue[];
  /** The whole file, if it is ASS, which says besides how it wants to look. */
  readonly ass: string | undefined;
};

/** What a file holds, or why it is not shown. */
export type Reading =
  | ({ readonly type: 'read'; readonly encoding: Encoding } & Held)
  | { readonly type: 'refused'; readonly why: 'tooLarge' | 'tooMany' | 'notSubtitles' };

export const mostBytes = 10_000_000;
export const mostCues = 20_000;

/** By which some files are told from others; all else is read as SRT, which has nothing of the kind. */
const isAss = (text: string): boolean => /^(\[Script Info\]|\[Events\]|Dialogue:)/im.test(text);

/**
 * Reads SRT, WebVTT or ASS of at most 10 MB and 20,000 cues, in time that grows with its size alone. What comes of it is text with looks and
 * times: nothing of a file is ever markup, style, address or script for the page (W-07). As a whole it is only for who draws it, as pixels.
 */
export const readSubtitles = (bytes: Uint8Array): Reading => {
  if (bytes.length > mostBytes) return { type: 'refused', why: 'tooLarge' };
  const { encoding, text } = decoded(bytes);
  if (text.includes('\u0000')) return { type: 'refused', why: 'notSubtitles' };
  const hasStyles = isAss(text);
  const cues = hasStyles ? assCues(text, mostCues) : timedCues(text, mostCues);
  if (cues === undefined) return { type: 'refused', why: 'tooMany' };
  if (cues.length === 0) return { type: 'refused', why: 'notSubtitles' };
  return {
    type: 'read',
    encoding,
    cues: [...cues].sort((one, other) => one.startMs - other.startMs || one.endMs - other.endMs),
    ass: hasStyles ? text : undefined,
  };
};
