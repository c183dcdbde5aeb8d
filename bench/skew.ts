// `./dev bench skew`: how far apart real browsers are, and how soon they are together.
//
// One Chromium process per person on a film with picture and sound, each with a wall clock that is wrong by up to 200 ms, on a local and
// on a bad network (80 ms up, 20 ms down, 30 ms jitter, 1 % loss). Prints a Markdown table of the spread of the media clocks and of the
// shown frames, and of the times from an action until all media clocks were within 20 ms and stayed so. Options: --people=N (2),
// --seconds=N (60), --rounds=N (5).
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Person } from '../e2e/harness/browser.ts';
import { beginEvening, type Evening } from '../e2e/harness/evening.ts';
import {
  convergedAfterMs,
  type Skew,
  skewOf,
  startMeter,
  stopMeter,
  type Trace,
} from '../e2e/harness/meter.ts';
import { BAD, LAN, type Network } from '../e2e/harness/proxy.ts';
import {
  allLoaded,
  allMove,
  allStand,
  enterRoom,
  key,
  openRoom,
  press,
  through,
} from '../e2e/harness/watching.ts';

const TOGETHER_MS = 20;
const SETTLE_MS = 5_000;
const ACTION_MS = 5_000;
const STALL_MS = 400;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
  },
});

console.log(`${cpus().length} cores, ${values.people} browsers`);
console.log('| network | what | p50 ms | p95 ms | p99 ms | max ms | samples | breaks |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const [name, network] of [
  ['LAN', LAN],
  ['bad', BAD],
] as const) {
  await measure(name, network);
}

async function measure(name: string, network: Network) {
  const evening = await beginEvening();
  try {
    const people = await gather(evening, network, Number(values.people));
    await passes(SETTLE_MS);
    const steady = await during(people, () => passes(Number(values.seconds) * 1_000));
    print(name, 'media clock', skewOf(steady.traces, 'media'));
    print(name, 'shown frame', skewOf(steady.traces, 'frames'));
    await converge(name, people, Number(values.rounds));
  } finally {
    await evening.close();
  }
}

async function gather(evening: Evening, network: Network, count: number): Promise<Person[]> {
  const first = await evening.person({ clockOffMs: 200 });
  const site = `http://127.0.0.1:${(await evening.network(network)).port}`;
  const link = await openRoom(first, site, 'Person 1', evening.filmUrl);
  const people = [first];
  while (people.length < count) {
    const proxy = await evening.network(network);
    const person = await evening.person({ clockOffMs: (people.length % 2 === 1 ? -1 : 1) * 150 });
    await enterRoom(person, through(proxy.port, link), `Person ${people.length + 1}`);
    people.push(person);
  }
  await allLoaded(...people);
  await press(first, 'Play');
  await allMove(...people);
  return people;
}

/** Times from each kind of action until everyone is together again. */
async function converge(name: string, people: readonly Person[], rounds: number) {
  const [first, second] = people;
  if (first === undefined || second === undefined) return;
  const actions: Readonly<Record<string, () => Promise<number>>> = {
    seek: async () => {
      const at = performance.now();
      await key(first, 'ArrowLeft');
      return at;
    },
    play: async () => {
      await press(first, 'Pause');
      await allStand(...people);
      const at = performance.now();
      await press(first, 'Play');
      return at;
    },
    [`stall of ${STALL_MS} ms`]: async () => {
      await second.page.evaluate(stallInPage, STALL_MS);
      return performance.now();
    },
    'late join': async () => {
      await second.page.reload({ waitUntil: 'commit' });
      await allMove(second);
      return performance.now();
    },
  };
  for (const [action, act] of Object.entries(actions)) {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) {
      took.push(await timeOf(people, act));
    }
    took.sort((a, b) => a - b);
    const median = took[Math.floor(took.length / 2)] ?? Number.NaN;
    console.log(
      `| ${name} | together after ${action} | ${median.toFixed(0)} | | | ${took.at(-1)?.toFixed(0)} | ${rounds} | |`,
    );
  }
}

/** Runs in the page: the player stands still for a while as if data were missing; no event tells of it. */
async function stallInPage(ms: number) {
  const video = document.querySelector('video');
  if (video === null) return;
  const { play } = video;
  const silence = (event: Event) => event.stopImmediatePropagation();
  const over = new Promise((passed) => setTimeout(passed, ms));
  for (const type of ['pause', 'play', 'playing']) window.addEventListener(type, silence, true);
  video.play = () => over.then(() => play.call(video));
  video.pause();
  await over;
  video.play = play;
  await video.play();
  for (const type of ['pause', 'play', 'playing']) window.removeEventListener(type, silence, true);
}

async function timeOf(people: readonly Person[], act: () => Promise<number>): Promise<number> {
  const at = await act();
  const { traces, startedAtMs } = await during(people, () => passes(ACTION_MS));
  return convergedAfterMs(traces, startedAtMs, TOGETHER_MS) + (startedAtMs - at);
}

async function during(
  people: readonly Person[],
  meanwhile: () => Promise<void>,
): Promise<{ traces: Trace[]; startedAtMs: number }> {
  const startedAtMs = performance.now();
  await Promise.all(people.map(({ page }) => startMeter(page)));
  await meanwhile();
  return { traces: await Promise.all(people.map(({ page }) => stopMeter(page))), startedAtMs };
}

function print(network: string, what: string, skew: Skew) {
  const figures = [skew.p50, skew.p95, skew.p99, skew.max].map((ms) => ms.toFixed(2)).join(' | ');
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `| ${network} | ${what} (load ${load}) | ${figures} | ${skew.samples} | ${skew.breaks} |`,
  );
}

function passes(ms: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ms));
}
