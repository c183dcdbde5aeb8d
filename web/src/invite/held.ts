import { useSyncExternalStore } from 'react';

const form = /^#invitation=([A-Za-z0-9_-]{1,64})$/u;

/** The invitation to a room with which this page was opened: its token, from the fragment of the address. It stays there until it is used, so that a reload keeps it. */
export const heldInvitation = (room: string): string | undefined =>
  location.pathname === `/r/${room}` ? form.exec(location.hash)?.[1] : undefined;

const dropped = 'matinee:invitation-dropped';

/** Takes the token out of the address; going back does not bring it there again. */
export const dropInvitation = (room: string): void => {
  if (heldInvitation(room) === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  window.dispatchEvent(new Event(dropped));
};

const subscribe = (onChange: () => void) => {
  const listening = new AbortController();
  window.addEventListener('hashchange', onChange, listening);
  window.addEventListener(dropped, onChange, listening);
  return () => listening.abort();
};

/** The invitation with which this page was opened, as long as it is held. */
export const useHeldInvitation = (room: string): string | undefined =>
  useSyncExternalStore(subscribe, () => heldInvitation(room));

/** The link that shows an invitation to whoever opens it. */
export const linkWith = (roomLink: string, token: string): string =>
  `${roomLink}#invitation=${token}`;
