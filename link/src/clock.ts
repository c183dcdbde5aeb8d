/** The page's own clocks. `nowMs` never goes back and has any zero; `wallTimeMs` is only there to notice that the machine slept. */
export type Clock = {
  readonly nowMs: () => number;
  readonly wallTimeMs: () => number;
  /** Returns when `nowMs` has come to `atMs`, without letting anything else run; for the last 2 ms before a start. */
  readonly spinUntil: (atMs: number) => void;
};

/** The browser's clocks: the only place that reads them. */
export const browserClock: Clock = {
  nowMs: () => performance.now(),
  wallTimeMs: () => Date.now(),
  spinUntil: (atMs) => {
    while (performance.now() < atMs) {
      // Nothing that yields comes back as exactly.
    }
  },
};
