import type { PlayerEvent, PlayOutcome } from '../../player';
import type { Transport } from '../../transport';
import type { Doing } from './site';

/** `pause` says once more to the site that it is to stand. */
export type HandsOptions = {
  readonly nowMs: () => number;
  readonly after: Transport['after'];
  readonly tell: (event: PlayerEvent) => void;
  readonly pause: () => void;
};

/** Whoever drags the site's own bar pauses it for a moment: a pause is one when it lasts so long. */
const LASTS_MS = 300;
/** A site that plays so long after it was told to pause is told again. */
const AGAIN_MS = 700;
/** What it does not show after so long it will not show. */
const SHOWS_MS = 5_000;

const eventOf = {
  playing: 'playing',
  buffering: 'waiting',
  ended: 'ended',
  paused: undefined,
  unstarted: undefined,
} as const;

/** A start that was asked for, until something came of it. */
const openStart = () => {
  let ended = (_: PlayOutcome): void => {};
  return {
    begin: (): Promise<PlayOutcome> => {
      ended('interrupted');
      return new Promise((resolve) => {
        ended = resolve;
      });
    },
    end: (outcome: PlayOutcome): void => ended(outcome),
  };
};

/** What was asked of the site, to move or not, and it does not show yet. */
const openAwaited = (nowMs: () => number) => {
  let awaited: { readonly moving: boolean; readonly atMs: number } | undefined;
  const ageMs = (): number => nowMs() - (awaited?.atMs ?? Number.NEGATIVE_INFINITY);
  return {
    is: (moving: boolean): boolean => awaited?.moving === moving && ageMs() < SHOWS_MS,
    isOld: (): boolean => ageMs() >= AGAIN_MS,
    set: (moving: boolean): void => {
      awaited = { moving, atMs: nowMs() };
    },
    clear: (): void => {
      awaited = undefined;
    },
  };
};

/** Whether it is to move, as far as is known here; a change is told. */
const openMoving = (tell: HandsOptions['tell']) => {
  let isMoving = false;
  return {
    is: (): boolean => isMoving,
    set: (moving: boolean): void => {
      if (moving === isMoving) return;
      isMoving = moving;
      tell({ type: moving ? 'play' : 'pause' });
    },
    stop: (): void => {
      isMoving = false;
    },
  };
};

/**
 * Tells who starts and stops a site's player: this program, whose doing shows after a while only, or a person at the site's own controls. As a media
 * element does, it counts as started as soon as it is asked to start.
 */
export const openHands = ({ nowMs, after, tell, pause }: HandsOptions) => {
  let doing: Doing = 'unstarted';
  const moving = openMoving(tell);
  const awaited = openAwaited(nowMs);
  const start = openStart();
  let forget = (): void => {};

  const expect = (moves: boolean): void => {
    const shows = moves ? doing === 'playing' : doing === 'paused' || doing === 'unstarted';
    if (shows && !awaited.is(!moves)) awaited.clear();
    else awaited.set(moves);
  };
  const plays = (): void => {
    if (awaited.is(false) && awaited.isOld()) {
      awaited.set(false);
      pause();
    } else if (!awaited.is(false)) {
      awaited.clear();
      moving.set(true);
      start.end('playing');
    }
  };
  const stands = (): void => {
    if (awaited.is(true)) return;
    awaited.clear();
    if (moving.is()) forget = after(LASTS_MS, () => moving.set(false));
  };
  const changed = (): void => {
    if (doing === 'paused') stands();
    if (doing === 'ended') {
      awaited.clear();
      moving.set(false);
    }
    const event = eventOf[doing];
    if (event !== undefined) tell({ type: event });
  };

  return {
    doing: (): Doing => doing,
    isMoving: moving.is,
    play: (): Promise<PlayOutcome> => {
      forget();
      const outcome = start.begin();
      moving.set(true);
      expect(true);
      if (doing === 'playing') start.end('playing');
      return outcome;
    },
    pause: (): void => {
      forget();
      start.end('interrupted');
      moving.set(false);
      expect(false);
    },
    /** At its end the site's player starts when it is sent elsewhere: it is to go on as it was. */
    leaveEnd: (): void => {
      doing = moving.is() ? 'playing' : 'paused';
      if (!moving.is()) awaited.set(false);
    },
    /** The browser wants a click first. That nothing moves then is nobody's wish, and not told. */
    refused: (): void => {
      awaited.clear();
      moving.stop();
      start.end('needsGesture');
    },
    saw: (next: Doing): void => {
      const isNew = next !== doing;
      if (isNew) forget();
      doing = next;
      if (next === 'playing') plays();
      if (isNew) changed();
    },
    close: () => forget(),
  };
};
