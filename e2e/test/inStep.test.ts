import { cpus, loadavg } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { beginEvening, type Evening } from '../harness/evening.ts';
import { convergedAfterMs, type Skew, skewOf, startMeter, stopMeter } from '../harness/meter.ts';
import { BAD, LAN, type Network } from '../harness/proxy.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  key,
  openRoom,
  press,
  through,
} from '../harness/watching.ts';

const STEADY_MS = 12_000;
const CONVERGE_MS = 2_500;
const FRAME_MS = 34;

/** Limits are doubled while the machine has more to do than cores. */
const leniency = () => ((loadavg()[0] ?? 0) > cpus().length ? 2 : 1);

// The limits are generous; the goals belong to `./dev bench skew`.
describe('in step', () => {
  let evening: Evening;

  beforeEach(async () => {
    evening = await beginEvening();
  });
  afterEach(() => evening.close());

  it.each([
    ['a local network', LAN, 10],
    ['a bad network', BAD, 25],
  ])('two browsers with wrong clocks on %s', { retry: 1 }, async (_, network, limitMs) => {
    const people = await join(evening, network);
    for (const { page } of people) await startMeter(page);
    const startedAt = performance.now();
    await passes(STEADY_MS);

    const traces = await Promise.all(people.map(({ page }) => stopMeter(page)));

    const media = skewOf(traces, 'media', startedAt + CONVERGE_MS);
    const frames = skewOf(traces, 'frames', startedAt + CONVERGE_MS);
    console.log(`media ${print(media)}; frames ${print(frames)}`);
    expect(media.samples).toBeGreaterThan(200);
    expect(media.p95).toBeLessThanOrEqual(limitMs * leniency());
    expect(frames.p95).toBeLessThanOrEqual(FRAME_MS * leniency());
  });

  it('a seek brings both together again', { retry: 1 }, async () => {
    const people = await join(evening, LAN);
    for (const { page } of people) await startMeter(page);
    const [anna] = people;
    const soughtAt = performance.now();
    await key(anna, 'ArrowRight');
    await passes(CONVERGE_MS + 4_000);

    const traces = await Promise.all(people.map(({ page }) => stopMeter(page)));

    const tookMs = convergedAfterMs(traces, soughtAt, 20);
    console.log(`together ${tookMs.toFixed(0)} ms after the seek`);
    expect(tookMs).toBeLessThanOrEqual(CONVERGE_MS * leniency());
  });

  it('the meter finds nothing in common when one does not play', async () => {
    const people = await join(evening, LAN);
    await people[1].page.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.play = () => Promise.resolve();
      video?.pause();
    });
    await passes(1_000);
    await people[1].page.evaluate(() => document.querySelector('video')?.pause());
    for (const { page } of people) await startMeter(page);
    await passes(2_000);

    const traces = await Promise.all(people.map(({ page }) => stopMeter(page)));

    expect(skewOf(traces, 'media').samples).toBe(0);
  });
});

/** Both on the same kind of network, each on a path of its own. */
async function join(evening: Evening, network: Network): Promise<readonly [Person, Person]> {
  const anna = await evening.person({ clockOffMs: 200 });
  const jonas = await evening.person({ clockOffMs: -200 });
  const site = `http://127.0.0.1:${(await evening.network(network)).port}`;
  const link = await openRoom(anna, site, 'Anna', evening.filmUrl);
  const { port } = await evening.network(network);
  await enterRoom(jonas, through(port, link), 'Jonas');
  await allLoaded(anna, jonas);
  await press(anna, 'Play');
  await allMove(anna, jonas);
  return [anna, jonas];
}

function passes(ms: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ms));
}

function print({ samples, breaks, p50, p95, p99 }: Skew): string {
  const figures = [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
  return `${figures} ms (p50/p95/p99 of ${samples}, ${breaks} breaks)`;
}
