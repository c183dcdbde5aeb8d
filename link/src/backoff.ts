const FIRST_CAP_MS = 500;
const LAST_CAP_MS = 15_000;

/**
 * How long to stand back before the next try: exponential with full jitter. Anywhere from 0 to a cap that begins at 0.5 s, doubles with each of
 * `failures` in a row, and ends at 15 s. `chance` is from 0 to 1.
 */
export const backoffMs = (failures: number, chance: number): number =>
  chance * Math.min(LAST_CAP_MS, FIRST_CAP_MS * 2 ** Math.min(failures, 10));
