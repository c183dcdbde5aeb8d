// `./dev bench move`: how people fare whose room moves to another region while they watch.
//
// Two real browsers watch a film in the region `eu`, 120 ms away each way; the room moves to `us`, next door, and back. Both regions run on this
// machine. Prints how long it took from the press on the region until the page was there and knew the room, and how far positions were from
// where the film would have been without a move: the largest of each round, beside that of as long a time before. Options: --rounds=N (8).
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Person } from '../e2e/harness/browser.ts';
import { beginEvening } from '../e2e/harness/evening.ts';
import type { Trace } from '../e2e/harness/meter.ts';
import { openControl, openRegions, regionChoice, roomIn } from '../e2e/harness/regions.ts';
import { allLoaded, allTogether, enterRoom, press } from '../e2e/harness/watching.ts';
import { passes, recorded } from './skew/recording.ts';

const WATCHED_MS = 4_000;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '8' } } });
const regions = await openRegions();
const evening = await beginEvening();
try {
  const people = [await evening.person({ name: 'Anna' }), await evening.person({ name: 'Ben' })];
  const link = await roomIn(regions.eu, evening.filmUrl);
  for (const person of people) await enterRoom(person, link);
  await allLoaded(...people);
  const [anna] = people;
  if (anna === undefined) throw new Error('nobody is here');
  await press(anna, 'Play');
  await allTogether(...people);

  const [followed, moved, stayed]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < Number(values.rounds); round++) {
    stayed.push(...(await strayedMs(people, () => passes(WATCHED_MS))));
    const region = round % 2 === 0 ? 'United States' : 'European Union';
    moved.push(
      ...(await strayedMs(people, async () => {
        followed.push(...(await followedMs(anna, people, region)));
        await passes(WATCHED_MS - 2_000);
      })),
    );
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}, ${values.rounds} moves, ${people.length} people`);
  console.log('| what | p50 ms | max ms | samples |');
  console.log('| --- | --- | --- | --- |');
  print('from the press until a page was there', followed);
  print('away from the straight line, with a move', moved);
  print('the same without one', stayed);
} finally {
  await evening.close();
  await regions.close();
}

/** Moves the room; how long it took until each page was told of it by the new region. */
async function followedMs(by: Person, people: readonly Person[], region: string) {
  await openControl(by);
  const banners = people.map(({ page }) => page.getByTestId('room-moves'));
  const seen = Promise.all(banners.map((banner) => banner.waitFor()));
  const pressed = by.page.evaluate(
    () =>
      new Promise<void>((done) =>
        addEventListener('click', () => done(), { once: true, capture: true }),
      ),
  );
  const pressedAtMs = pressed.then(() => performance.now());
  await regionChoice(by, region).click();
  const fromMs = await pressedAtMs;
  await seen;
  return Promise.all(
    banners.map(async (banner) => {
      await banner.waitFor({ state: 'detached' });
      return performance.now() - fromMs;
    }),
  );
}

/** How far each player was from a straight line at most, in milliseconds of the film. */
async function strayedMs(people: readonly Person[], meanwhile: () => Promise<void>) {
  const traces = await recorded(
    people.map(({ page }) => page),
    meanwhile,
  );
  return traces.map(widthOf);
}

function widthOf({ media }: Trace): number {
  const ahead = media.map(({ mediaMs, atMs }) => mediaMs - atMs);
  return Math.max(...ahead) - Math.min(...ahead);
}

function print(what: string, figures: readonly number[]) {
  const sorted = figures.toSorted((a, b) => a - b);
  const [middle, last] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(`| ${what} | ${middle?.toFixed(0)} | ${last?.toFixed(0)} | ${sorted.length} |`);
}
