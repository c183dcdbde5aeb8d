/** The page's own clocks. `nowMs` never goes back and has any zero; `wallTimeMs` is only there to notice that the machine slept. */
export type Clock = { readonly nowMs: () => number; readonly wallTimeMs: () => number };

/** The browser's clocks: the only place that reads them. */
export const browserClock: Clock = {
  nowMs: () => performance.now(),
  wallTimeMs: () => Date.now(),
};
