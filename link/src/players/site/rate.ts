import type { PlayerEvent } from '../../player';

/** Keeps the speed of a site's player: what was asked of it, and what it tells, which is the nearest that it has. */
export const openRate = (tell: (event: PlayerEvent) => void) => {
  let asked = 1;
  let told = 1;
  let isAwaited = false;
  return {
    asked: (): number => asked,
    told: (): number => told,
    /** This program wants another speed; whether that has to be said to the site. */
    ask: (rate: number): boolean => {
      if (rate === asked) return false;
      asked = rate;
      isAwaited = true;
      tell({ type: 'rateChanged' });
      return true;
    },
    /** The site has this speed. One that nobody asked for here is a person's. */
    saw: (rate: number): void => {
      if (rate === told) return;
      told = rate;
      if (isAwaited) {
        isAwaited = false;
        return;
      }
      asked = rate;
      tell({ type: 'rateChanged' });
    },
  };
};
