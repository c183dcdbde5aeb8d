const passKey = (room: string): string => `matinee.pass.${room}`;
const companionKey = (room: string): string => `matinee.companion.${room}`;
const peersKey = 'matinee.peers';
const enteredKey = (room: string): string => `matinee.entered.${room}`;

const kept = (storage: () => Storage, key: string): string | undefined => {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

const keep = (storage: () => Storage, key: string, value: string | undefined): void => {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // The person told the browser to keep nothing.
  }
};

/** The pass that gives this browser its place in a room back. */
export const passOf = (room: string): string | undefined => kept(() => localStorage, passKey(room));

export const keepPass = (room: string, pass: string | undefined): void =>
  keep(() => localStorage, passKey(room), pass);

/** The pass of the companion that this browser is in a room (CD4). */
export const companionPassOf = (room: string): string | undefined =>
  kept(() => localStorage, companionKey(room));

export const keepCompanionPass = (room: string, pass: string | undefined): void =>
  keep(() => localStorage, companionKey(room), pass);

const typedPasswords = new Map<string, string>();

/** What the person typed as a room's password; forgotten with the page. */
export const typedPassword = (room: string): string | undefined => typedPasswords.get(room);

export const typePassword = (room: string, password: string): void => {
  typedPasswords.set(room, password);
};

/** The name under which this tab is in a room, so that a reload goes straight back in. */
export const enteredAs = (room: string): string | undefined =>
  kept(() => sessionStorage, enteredKey(room));

export const keepEnteredAs = (room: string, name: string | undefined): void =>
  keep(() => sessionStorage, enteredKey(room), name);

/** What this tab was in a room without a server, so that a reload can say what it costs. */
export const peersBefore = (): string | undefined => kept(() => sessionStorage, peersKey);

export const keepPeersBefore = (what: string): void => keep(() => sessionStorage, peersKey, what);
