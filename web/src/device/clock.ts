import { useEffect, useReducer } from 'react';

/** Wall time in ms since 1970; for people only, never to compare instants. */
export const wallNowMs = (): number => Date.now();

/** Milliseconds of a clock that never goes back; its zero means nothing. */
export const monotonicNowMs = (): number => performance.now();

/** Renders again every `everyMs` while `active`. */
export const useTicks = (active: boolean, everyMs: number): void => {
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [active, everyMs]);
};

/** Runs something after a delay; the function it gives calls it off. */
export const later = (delayMs: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};
