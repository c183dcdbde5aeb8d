import { useEffect } from 'react';
import type { FilmChoice, RoomPort } from './port';
import type { RoomView } from './view';

/** Where the film is to begin, in ms, as an address such as `?at=SECONDS` says; nothing if it says no such thing. */
export const startOf = (search: string): number | undefined => {
  const at = new URLSearchParams(search).get('at') ?? '';
  return /^[1-9][0-9]{0,6}$/u.test(at) ? Number(at) * 1000 : undefined;
};

/** Where a film begins whose address says so, in ms. */
export const startOfFilm = (film: FilmChoice | undefined): number =>
  film?.type === 'embed' ? (film.startMs ?? 0) : 0;

/** The link of a new room whose film is to begin at this place. */
export const startingAt = (link: string, positionMs: number): string => {
  const seconds = Math.floor(positionMs / 1000);
  return seconds > 0 ? `${link}?at=${seconds}` : link;
};

/** Takes the film to where the page's address says, once, and only in a room in which nobody has played it yet. */
export const useStartAt = (port: RoomPort, { contact, stage }: RoomView): void => {
  const isThere = contact.type === 'live' && stage.type === 'loaded';
  useEffect(() => {
    const startMs = isThere ? startOf(location.search) : undefined;
    if (startMs === undefined) return;
    history.replaceState(history.state, '', location.pathname + location.hash);
    const now = port.view().stage;
    const isFresh = now.type === 'loaded' && now.playback.type === 'paused';
    if (isFresh && port.positionMs() === 0) port.send({ type: 'seek', positionMs: startMs });
  }, [port, isThere]);
};
