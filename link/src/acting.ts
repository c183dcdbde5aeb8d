import type { Act, WishFilter } from '@matinee/browser';
import type { Clock } from './clock';
import type { Player, PlayOutcome } from './player';
import type { Transport } from './transport';

/** `played` hears what came of each start. */
export type ActingOptions = {
  readonly player: Player;
  readonly filter: WishFilter;
  readonly clock: Clock;
  readonly after: Transport['after'];
  readonly played: (outcome: PlayOutcome) => void;
};

/** Does to the player what the follower says, and lets the wish filter know beforehand. */
export type Acting = {
  readonly perform: (act: Act) => void;
  /** Starts now, as a click demands, whatever else is planned. */
  readonly playNow: () => void;
  readonly close: () => void;
};

/** A timer is trusted until this long before a start; what remains is spent spinning. */
const SPIN_MS = 2;

export const acting = ({ player, filter, clock, after, played }: ActingOptions): Acting => {
  let callOff = (): void => {};

  const asked = (act: Act): void => filter.asked(act, clock.nowMs());
  const start = (atMs: number): void => {
    clock.spinUntil(atMs);
    asked({ type: 'play', atMs });
    player.play().then(played);
  };
  /** Whoever sought to the end meanwhile is left there: asked to play, a player at its end begins anew. */
  const startUnlessEnded = (atMs: number): void => {
    if (!player.state().ended) {
      start(atMs);
    }
  };
  const schedule = (atMs: number): void => {
    const leftMs = atMs - clock.nowMs() - SPIN_MS;
    if (leftMs <= 0) {
      start(atMs);
    } else {
      callOff = after(leftMs, () => startUnlessEnded(atMs));
    }
  };

  return {
    perform: (act) => {
      if (act.type === 'hold') {
        return;
      }
      callOff();
      switch (act.type) {
        case 'play':
          schedule(act.atMs);
          break;
        case 'pause':
          asked(act);
          player.pause();
          break;
        case 'seek':
          asked(act);
          player.seek(act.positionMs);
          break;
        case 'rate':
          asked(act);
          player.setRate(act.rate, act.preservesPitch);
          break;
      }
    },
    playNow: () => {
      callOff();
      start(clock.nowMs());
    },
    close: () => callOff(),
  };
};
