import { clockText } from '../player/position';
import type { CopiesTexts } from '../texts/copies/en';
import type { Difference } from './difference';

const minuteMs = 60_000;

/** A stretch of time: `12 s`, `3.5 s`, or from a minute on `1:12`. */
export const stretchText = (texts: CopiesTexts, language: string, ms: number): string => {
  const long = Math.abs(ms);
  if (long >= minuteMs) return clockText(long);
  const digits = { maximumFractionDigits: long < 10_000 ? 1 : 0 };
  return texts.seconds(new Intl.NumberFormat(language, digits).format(long / 1000));
};

/** A size as people write it, in MB or GB. */
export const sizeText = (language: string, bytes: number): string => {
  const isLarge = bytes >= 1e9;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    maximumFractionDigits: bytes < 1e8 || isLarge ? 1 : 0,
  }).format(bytes / (isLarge ? 1e9 : 1e6));
};

/** How a file differs, in a sentence. */
export const differenceText = (
  texts: CopiesTexts,
  language: string,
  difference: Exclude<Difference, { type: 'same' }>,
): string => {
  if (difference.type !== 'length') return texts.differs[difference.type];
  const stretch = stretchText(texts, language, difference.byMs);
  return difference.byMs > 0 ? texts.longer(stretch) : texts.shorter(stretch);
};
