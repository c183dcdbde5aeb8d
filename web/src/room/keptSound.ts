import type { Sounds } from '@matinee/link/player';

/** Lets the next player of a film be heard in the track of sound that the one before it was, once it knows its tracks. */
export const keptSound = (sounds: () => Sounds | undefined) => {
  let heard: number | undefined;
  return {
    keep: (): void => {
      heard = sounds()?.heard();
    },
    restore: (): void => {
      const now = sounds();
      if (heard === undefined || !now?.tracks()[heard]) return;
      if (now.heard() !== heard) now.hear(heard);
      heard = undefined;
    },
  };
};
