import { cpus, loadavg } from 'node:os';

/**
 * How long anything in a story is waited for. Far more than it ever takes, on a slow and busy machine too: only what never comes
 * fails by it.
 */
export const WAIT_MS = 90_000;

/** How long a whole story, or the opening of its house, may take. */
export const STORY_MS = 300_000;

/** By how much limits of skew are stretched: doubled while the machine has more to do than cores. */
export const leniency = (): number => ((loadavg()[0] ?? 0) > cpus().length ? 2 : 1);
