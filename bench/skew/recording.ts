import { type Screen, startMeter, stopMeter, type Trace } from '../../e2e/harness/meter.ts';

/** What the players in `pages` did during `meanwhile`. */
export async function recorded(
  pages: readonly Screen[],
  meanwhile: () => Promise<void>,
): Promise<Trace[]> {
  await Promise.all(pages.map(startMeter));
  await meanwhile();
  return Promise.all(pages.map(stopMeter));
}

export function passes(ms: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ms));
}
