import type { Refusal } from './connectionState';

/**
 * What a close code of WIRE.md (rules CL) asks of the client. `afterMs`: come back that much later, no sooner and no later. `region`: there, for
 * the room has moved.
 */
export type Verdict =
  | { readonly type: 'comeBack'; readonly afterMs?: number; readonly region?: string }
  | { readonly type: 'left' }
  | { readonly type: 'replaced' }
  | { readonly type: 'refused'; readonly why: Refusal };

const LONGEST_RETRY_MS = 60_000;

/** The verdict of a closed connection. A code that nobody has named means: come back with backoff, unless it is of the ranges 4100 to 4199 or 4400 to 4499. */
export const verdictOf = (code: number, reason: string): Verdict => {
  switch (code) {
    case 1000:
      return { type: 'left' };
    case 1001:
      return comeBackAfter(reason);
    case 4004:
      return { ...comeBackAfter(reason), ...regionOf(reason) };
    case 4100:
      return { type: 'replaced' };
    case 4102:
      return { type: 'refused', why: 'roomFull' };
    case 4105:
      return { type: 'refused', why: 'kicked' };
    case 4106:
      return { type: 'refused', why: 'banned' };
    case 4107:
      return { type: 'refused', why: 'locked' };
    case 4108:
      return { type: 'refused', why: 'memberGone' };
    case 4109:
      return { type: 'refused', why: 'otherCompanions' };
    case 4110:
      return { type: 'refused', why: 'closed' };
    case 4111:
      return { type: 'refused', why: 'notInvited' };
    case 4112:
      return { type: 'refused', why: 'passwordNeeded' };
    case 4401:
      return { type: 'refused', why: 'signedOut' };
    default:
      return (code >= 4100 && code <= 4199) || (code >= 4400 && code <= 4499)
        ? { type: 'refused', why: 'misbehaved' }
        : { type: 'comeBack' };
  }
};

const regionOf = (reason: string): { readonly region?: string } => {
  const region = /region=([a-z0-9-]{1,32})(?![^ ])/.exec(reason)?.[1];
  return region === undefined ? {} : { region };
};

const comeBackAfter = (reason: string): Verdict => {
  const digits = /retry-after-ms=(\d{1,9})/.exec(reason)?.[1];
  return digits === undefined
    ? { type: 'comeBack' }
    : { type: 'comeBack', afterMs: Math.min(Number(digits), LONGEST_RETRY_MS) };
};
