import type { Cheers } from '@matinee/browser';

/** An emoji that floats: where across the picture, in percent, and how much later than the others that came with it. */
export type Floating = {
  readonly key: number;
  readonly emoji: string;
  readonly by?: string | undefined;
  readonly place: number;
  readonly delayMs: number;
};

/** More cannot be seen apart. Four times a second so many come, and each goes after two seconds. */
const most = 16;
/** Of one emoji of one member: more shows nothing that so many do not. */
const mostOfOne = 5;
const spreadMs = 240;

/** Lets neighbours in time stand apart, and fills the width evenly: the golden ratio's share of it further each time. */
const placeOf = (key: number): number => 8 + (((key + 1) * 61.8) % 84);

/** What is to float for some cheers; `from` is the first key. */
export const floatingOf = (cheers: readonly Cheers[], from: number): readonly Floating[] =>
  cheers
    .flatMap(({ emoji, count, by }) =>
      Array.from({ length: Math.min(count, mostOfOne) }, () => ({ emoji, by })),
    )
    .slice(0, most)
    .map(({ emoji, by }, at, all) => ({
      key: from + at,
      emoji,
      by,
      place: placeOf(from + at),
      delayMs: Math.round((at * spreadMs) / all.length),
    }));
