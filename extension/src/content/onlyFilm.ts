import type { Player, PlayerEvent } from '@matinee/link/player';

/** No advertisement is longer. */
const LONGEST_MS = 180_000;

/** Is what a player has an advertisement, where the film has this length: is it much shorter? What has no length yet is no film yet. */
export const isAdvertisement = (
  lengthMs: number | undefined,
  filmMs: number | undefined,
): boolean => {
  if (filmMs === undefined) return false;
  return lengthMs === undefined || (lengthMs <= LONGEST_MS && lengthMs * 2 < filmMs);
};

/**
 * The player as long as it has the film. An advertisement that its site shows meanwhile is let be, and what happens to it is nobody's wish: the player only
 * says that it is not ready (ST2). The film is back when it can be played again: until then its site puts it where it was. A player that its page has
 * taken away stands still by itself, which is nobody's wish either.
 */
export const onlyFilm = (
  player: Player,
  filmMs: () => number | undefined,
  isInPage: () => boolean,
): Player => {
  let isBack = true;
  const isFilm = (): boolean => {
    if (isAdvertisement(player.lengthMs(), filmMs())) isBack = false;
    return isBack && isInPage();
  };
  const ifFilm = (act: () => void): void => {
    if (isFilm()) act();
  };
  const hear = ({ type }: PlayerEvent): void => {
    if (type === 'canPlay') isBack = true;
  };
  return {
    ...player,
    play: () => (isFilm() ? player.play() : Promise.resolve('interrupted')),
    pause: () => ifFilm(player.pause),
    seek: (positionMs) => ifFilm(() => player.seek(positionMs)),
    setRate: (rate, keepPitch) => ifFilm(() => player.setRate(rate, keepPitch)),
    state: () => (isFilm() ? player.state() : { ...player.state(), ready: false }),
    subscribe: (listener) =>
      player.subscribe((event) => {
        hear(event);
        if (isFilm() || event.type === 'problem') listener(event);
      }),
    onFrame: (listener) => player.onFrame((frame) => ifFilm(() => listener(frame))),
  };
};
