import type { Clock } from '../src/clock';
import type { PageSignal, Transport } from '../src/transport';

type Timer = { readonly id: number; readonly atMs: number; readonly call: () => void };

/** Time that passes only when a test says so. Timers fire in order, at their instants; promises are let settle between them. */
export type VirtualTime = {
  readonly clock: Clock;
  readonly after: Transport['after'];
  readonly nowMs: () => number;
  /** Lets so much time pass. */
  readonly pass: (ms: number) => Promise<void>;
};

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) {
    await Promise.resolve();
  }
};

export const virtualTime = (startMs = 5_000): VirtualTime => {
  let nowMs = startMs;
  let timers: Timer[] = [];
  let made = 0;

  const next = (untilMs: number): Timer | undefined => {
    const [first] = timers
      .filter((each) => each.atMs <= untilMs)
      .sort((one, other) => one.atMs - other.atMs || one.id - other.id);
    timers = timers.filter((each) => each !== first);
    return first;
  };
  return {
    clock: {
      nowMs: () => nowMs,
      wallTimeMs: () => 1_700_000_000_000 + nowMs,
      spinUntil: (atMs) => {
        nowMs = Math.max(nowMs, atMs);
      },
    },
    nowMs: () => nowMs,
    after: (delayMs, call) => {
      made += 1;
      const timer = { id: made, atMs: nowMs + Math.max(0, delayMs), call };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass: async (ms) => {
      const untilMs = nowMs + ms;
      await settle();
      for (let timer = next(untilMs); timer !== undefined; timer = next(untilMs)) {
        nowMs = Math.max(nowMs, timer.atMs);
        timer.call();
        await settle();
      }
      nowMs = Math.max(nowMs, untilMs);
    },
  };
};

/** Word of the page and the network, said by the test. */
export type FakePage = {
  readonly onSignal: Transport['onSignal'];
  readonly isHidden: () => boolean;
  readonly signal: (signal: PageSignal) => void;
};

export const fakePage = (): FakePage => {
  const listeners = new Set<(signal: PageSignal) => void>();
  let hidden = false;
  return {
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isHidden: () => hidden,
    signal: (signal) => {
      hidden = signal === 'visible' ? false : signal === 'hidden' || hidden;
      for (const listener of listeners) {
        listener(signal);
      }
    },
  };
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
