import type { Embed } from '@matinee/link/media';

/** What this device keeps between visits, and nothing else does. */
export type Kept =
  | 'language'
  | 'name'
  | 'recentRooms'
  | 'soundDelayMs'
  | 'volume'
  | 'muted'
  | 'panel'
  | 'learnt'
  | `learnt.${Embed['provider']}`
  | 'subtitles'
  | 'signedIn'
  | 'uploads'
  | 'guestKey'
  | 'sites'
  | 'stun';

/** The name under which the browser keeps it. */
export const keyOf = (what: Kept): string => `matinee.${what}`;

/** What was kept; nothing if there is none, or if the browser keeps nothing. */
export const remembered = (what: Kept): string | undefined => {
  try {
    return localStorage.getItem(keyOf(what)) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps it no longer. */
export const forget = (what: Kept): void => {
  try {
    localStorage.removeItem(keyOf(what));
  } catch {
    // The person told the browser to keep nothing.
  }
};

/** Keeps a value; a browser that keeps nothing loses it with the page, which harms nothing. */
export const remember = (what: Kept, value: string): void => {
  try {
    localStorage.setItem(keyOf(what), value);
  } catch {
    // The person told the browser to keep nothing.
  }
};
