import type { Player } from '../player';
import type { Problem } from '../problem';

/** Stands where a player would, for a media that cannot be had: it plays nothing, and tells why. */
export const absentPlayer = (problem: Problem): Player => ({
  capabilities: { rate: 'none', pitch: false, steadySeeks: false, leastSeekMs: 0, frames: false },
  play: () => Promise.resolve('interrupted'),
  pause: () => {},
  seek: () => {},
  setRate: () => {},
  position: () => ({ positionMs: 0, atMs: 0 }),
  state: () => ({ paused: true, seeking: false, ready: false, ended: false, rate: 1 }),
  buffered: () => [],
  lengthMs: () => undefined,
  live: () => undefined,
  subscribe: (listener) => {
    let isOver = false;
    queueMicrotask(() => {
      if (!isOver) listener({ type: 'problem', problem });
    });
    return () => {
      isOver = true;
    };
  },
  onFrame: () => () => {},
  close: () => {},
});
