/** Text of one look. */
export type Piece = {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
};

/** What is shown from one place of the film to another, in ms: text and nothing else. Line feeds stand in the text. */
export type Cue = {
  readonly startMs: number;
  readonly endMs: number;
  readonly pieces: readonly Piece[];
};

/** Whoever shows more at a time is not read any more. */
const mostAtOnce = 6;
/** Cues that began so many before this one are over, as far as people write them. */
const looksBack = 200;

/** The cues that are shown at a place, of those in order of their starts. */
export const cuesAt = (cues: readonly Cue[], atMs: number): readonly Cue[] => {
  let from = 0;
  let to = cues.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cues[middle]?.startMs ?? 0) <= atMs) from = middle + 1;
    else to = middle;
  }
  return cues
    .slice(Math.max(0, from - looksBack), from)
    .filter(({ endMs }) => atMs < endMs)
    .slice(-mostAtOnce);
};
