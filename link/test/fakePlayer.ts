import type { Player, PlayerEvent, PlayOutcome } from '../src/player';
import type { Problem } from '../src/problem';
import { subscribers } from '../src/subscribers';
import type { VirtualTime } from './virtualTime';

/** How a fake player behaves. `playLateMs`, `seekMs`: from asking to moving again. `slowBy`: how much slower than true its clock is. */
export type Manners = {
  readonly lengthMs: number;
  readonly loadMs: number;
  readonly playLateMs: number;
  readonly seekMs: number;
  readonly slowBy: number;
  readonly live: Player['live'];
};

export const usualManners: Manners = {
  lengthMs: 600_000,
  loadMs: 200,
  playLateMs: 70,
  seekMs: 15,
  slowBy: 0,
  live: () => undefined,
};

/** A player with latencies that, as media elements do, raises its events for whoever asked, program or person. */
export type FakePlayer = Player & {
  /** What a person does to the element itself, by media keys or in picture in picture. */
  readonly person: {
    readonly play: () => void;
    readonly pause: () => void;
    readonly seek: (positionMs: number) => void;
  };
  /** No data any more, until `resume`. */
  readonly stall: () => void;
  readonly resume: () => void;
  readonly fail: (problem: Problem) => void;
  /** Does the browser want a gesture before it plays? */
  needsGesture: boolean;
  readonly isMoving: () => boolean;
};

type Inside = {
  paused: boolean;
  seeking: boolean;
  loaded: boolean;
  stalled: boolean;
  rate: number;
  /** Position at `sinceMs`; moves from then on if `moving`. */
  atMs: number;
  sinceMs: number;
  moving: boolean;
  needsGesture: boolean;
};

export const fakePlayer = (time: VirtualTime, manners: Manners = usualManners): FakePlayer => {
  const events = subscribers<PlayerEvent>();
  const inside: Inside = {
    paused: true,
    seeking: false,
    loaded: false,
    stalled: false,
    rate: 1,
    atMs: 0,
    sinceMs: time.nowMs(),
    moving: false,
    needsGesture: false,
  };
  const tell = (type: Exclude<PlayerEvent['type'], 'problem'>): void => {
    time.after(1, () => events.tell({ type }));
  };
  const motion = motionOf(time, manners, inside, tell);
  time.after(manners.loadMs, () => {
    inside.loaded = true;
    motion.goOn(0);
    events.tell({ type: 'loaded' });
    events.tell({ type: 'canPlay' });
  });
  const player = outside(time, manners, inside, motion);
  return {
    ...player,
    subscribe: events.add,
    person: { play: () => void motion.play(), pause: motion.pause, seek: motion.seek },
    stall: () => {
      motion.hold();
      inside.stalled = true;
      tell('waiting');
    },
    resume: () => {
      inside.stalled = false;
      tell('canPlay');
      motion.goOn(5);
    },
    fail: (problem) => events.tell({ type: 'problem', problem }),
    get needsGesture() {
      return inside.needsGesture;
    },
    set needsGesture(needs) {
      inside.needsGesture = needs;
    },
    isMoving: () => inside.moving,
  };
};

type Motion = {
  readonly positionMs: () => number;
  readonly hold: () => void;
  readonly goOn: (laterMs: number) => void;
  readonly play: () => Promise<PlayOutcome>;
  readonly pause: () => void;
  readonly seek: (positionMs: number) => void;
};

const motionOf = (
  time: VirtualTime,
  { lengthMs, playLateMs, seekMs, slowBy }: Manners,
  inside: Inside,
  tell: (type: 'play' | 'pause' | 'playing' | 'seeking' | 'seeked' | 'ended') => void,
): Motion => {
  let stopEnd = (): void => {};
  const speed = (): number => inside.rate * (1 - slowBy);
  const positionMs = (): number =>
    inside.moving
      ? Math.min(lengthMs, inside.atMs + (time.nowMs() - inside.sinceMs) * speed())
      : inside.atMs;
  const hold = (): void => {
    stopEnd();
    inside.atMs = positionMs();
    inside.sinceMs = time.nowMs();
    inside.moving = false;
  };
  const end = (): void => {
    hold();
    inside.paused = true;
    tell('pause');
    tell('ended');
  };
  const move = (): void => {
    if (inside.paused || inside.seeking || inside.stalled || !inside.loaded || inside.moving) {
      return;
    }
    inside.sinceMs = time.nowMs();
    inside.moving = true;
    stopEnd();
    stopEnd = time.after((lengthMs - inside.atMs) / speed(), end);
    tell('playing');
  };
  const goOn = (laterMs: number): void => {
    time.after(laterMs, move);
  };
  return {
    positionMs,
    hold,
    goOn,
    play: async () => {
      if (inside.needsGesture) {
        return 'needsGesture';
      }
      if (inside.paused) {
        inside.paused = false;
        tell('play');
        goOn(playLateMs);
      }
      return 'playing';
    },
    pause: () => {
      if (!inside.paused) {
        hold();
        inside.paused = true;
        tell('pause');
      }
    },
    seek: (to) => {
      hold();
      inside.atMs = Math.max(0, Math.min(lengthMs, to));
      inside.seeking = true;
      tell('seeking');
      time.after(seekMs, () => {
        inside.seeking = false;
        tell('seeked');
        goOn(playLateMs);
      });
    },
  };
};

const outside = (
  time: VirtualTime,
  { lengthMs, live }: Manners,
  inside: Inside,
  motion: Motion,
): Omit<Player, 'subscribe'> => ({
  capabilities: { rate: 'fine', pitch: true, steadySeeks: true, leastSeekMs: 0, frames: false },
  play: motion.play,
  pause: motion.pause,
  seek: motion.seek,
  setRate: (rate) => {
    const wasMoving = inside.moving;
    motion.hold();
    inside.rate = rate;
    if (wasMoving) {
      motion.goOn(0);
    }
  },
  position: () => ({ positionMs: motion.positionMs(), atMs: time.nowMs() }),
  state: () => ({
    paused: inside.paused,
    seeking: inside.seeking,
    ready: inside.loaded && !inside.seeking && !inside.stalled,
    ended: motion.positionMs() >= lengthMs,
    rate: inside.rate,
  }),
  buffered: () =>
    inside.loaded && !inside.stalled
      ? [{ fromMs: 0, toMs: lengthMs }]
      : [{ fromMs: 0, toMs: motion.positionMs() }],
  lengthMs: () => (inside.loaded ? lengthMs : undefined),
  live,
  onFrame: () => () => {},
  close: motion.pause,
});
