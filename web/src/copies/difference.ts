import type { Fingerprint } from '@matinee/link/media';

/** What is wanted, or what somebody has. */
export type Known = { readonly fingerprint: Fingerprint; readonly lengthMs?: number | undefined };

/**
 * How a file differs from what is wanted. `byMs` > 0: it lasts longer; `otherEncoding`: it lasts as long, and has another size; `otherContent`:
 * as long and as large, but something in it is different; `unknown`: nobody knows how long either lasts.
 */
export type Difference =
  | { readonly type: 'same' }
  | { readonly type: 'length'; readonly byMs: number }
  | { readonly type: 'otherEncoding' | 'otherContent' | 'unknown' };

/** Are two files the same, as far as fingerprints tell (OC1)? */
const isSame = (one: Fingerprint, other: Fingerprint): boolean =>
  one.bytes === other.bytes && one.salt === other.salt && one.hash === other.hash;

/** Encoders cut a film at other frames, so that the same one differs by less than this. */
const sameLengthMs = 500;

export const differenceOf = (wanted: Known, own: Known): Difference => {
  if (isSame(wanted.fingerprint, own.fingerprint)) return { type: 'same' };
  if (wanted.lengthMs === undefined || own.lengthMs === undefined) return { type: 'unknown' };
  const byMs = own.lengthMs - wanted.lengthMs;
  if (Math.abs(byMs) >= sameLengthMs) return { type: 'length', byMs };
  const isAsLarge = wanted.fingerprint.bytes === own.fingerprint.bytes;
  return { type: isAsLarge ? 'otherContent' : 'otherEncoding' };
};
