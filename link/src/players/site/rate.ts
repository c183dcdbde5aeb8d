import type { PlayerEvent } from '../../player';
import type { Transport } from '../../transport';

export type RateOptions = {
  readonly nowMs: () => number;
  readonly after: Transport['after'];
  readonly tell: (event: PlayerEvent) => void;
};

/** A room's new speed is asked for shortly before it holds; what is told before it does contradicts nothing. */
const HOLDS_AFTER_MS = 500;
/** So soon after one refusal another is not told: whose wish the room does not take is asked for the room's speed again. */
const SAID_FOR_MS = 5_000;

/** Keeps the speed of a site's player: what was asked of it, and what it tells, which is the nearest that it has. */
export const openRate = ({ nowMs, after, tell }: RateOptions) => {
  let asked = 1;
  let told = 1;
  let isAwaited = false;
  let refusedAtMs = Number.NEGATIVE_INFINITY;
  let callOff = (): void => {};
  const contradict = (): void => {
    if (asked === told || nowMs() - refusedAtMs < SAID_FOR_MS) return;
    refusedAtMs = nowMs();
    asked = told;
    tell({ type: 'rateChanged' });
  };
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
    /** The site stays as fast as it is, whatever was asked: so it is for everybody who watches, and the room is to be so too. */
    refused: (): void => {
      isAwaited = false;
      callOff();
      callOff = after(HOLDS_AFTER_MS, contradict);
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
    close: (): void => callOff(),
  };
};
