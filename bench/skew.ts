// `./dev bench skew`: how far apart real browsers are, and how soon they are together.
//
// One browser process per person on a film with picture and sound, each with a wall clock that is wrong by up to 200 ms, on a local and
// on a bad network (80 ms up, 20 ms down, 30 ms jitter, 1 % loss). Prints a Markdown table of the spread of the media clocks and of the
// shown frames, and of the times from an action until all media clocks were within 20 ms and stayed so for a second. A late join counts
// once from the opening of the page, and once from when its player could first have played. What happened to the players in a round that
// took long is told on standard error. Options: --people=N (2), --firefox=N (0; so many of the people, never the first, use the Firefox
// ESR that is installed or that MATINEE_FIREFOX names), --seconds=N (60), --rounds=N (8; 0: none), --network=LAN, bad or both (both),
// --rate=F (1), --film=file, hls or dash (file), --busy=N (0; so many processes that do nothing but keep a core busy).
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { beginEvening } from '../e2e/harness/evening.ts';
import { type Skew, skewOf } from '../e2e/harness/meter.ts';
import { BAD, LAN, type Network } from '../e2e/harness/proxy.ts';
import { keepBusy } from './skew/busy.ts';
import { actions, type Times, timesOf } from './skew/converging.ts';
import { filmOf, type Group, gather, rewind } from './skew/group.ts';
import { passes, recorded } from './skew/recording.ts';

const SETTLE_MS = 5_000;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '8' },
    network: { type: 'string', default: 'both' },
    firefox: { type: 'string', default: '0' },
    rate: { type: 'string', default: '1' },
    film: { type: 'string', default: 'file' },
    busy: { type: 'string', default: '0' },
  },
});
const NETWORKS: readonly (readonly [string, Network])[] = [
  ['LAN', LAN],
  ['bad', BAD],
];

const film = filmOf(values.film);

const burners = keepBusy(Number(values.busy));
console.log(
  `${cpus().length} cores, ${values.people} browsers (${values.firefox} of them Firefox), ${film}, speed ${values.rate}, ${values.busy} cores kept busy`,
);
console.log('| network | what | p50 ms | p95 ms | p99 ms | max ms | samples | breaks |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
try {
  for (const [name, network] of NETWORKS) {
    if (values.network === 'both' || values.network === name) await measure(name, network);
  }
} finally {
  burners.end();
}

async function measure(name: string, network: Network) {
  const evening = await beginEvening();
  try {
    const group = await gather(evening, network, {
      film,
      people: Number(values.people),
      firefox: Number(values.firefox),
      rate: Number(values.rate),
    });
    await passes(SETTLE_MS);
    await steady(name, group);
    const rounds = Number(values.rounds);
    if (rounds === 0) return;
    for (const act of actions(group)) {
      await rewind(group);
      for (const times of await timesOf(act, rounds)) printTimes(name, times);
    }
  } finally {
    await evening.close();
  }
}

async function steady(network: string, { people }: Group) {
  const screens = people.map(({ page }) => page);
  const traces = await recorded(screens, () => passes(Number(values.seconds) * 1_000));
  print(network, 'media clock', skewOf(traces, 'media'));
  print(network, 'shown frame', skewOf(traces, 'frames'));
}

function print(network: string, what: string, skew: Skew) {
  const figures = [skew.p50, skew.p95, skew.p99, skew.max].map((ms) => ms.toFixed(2)).join(' | ');
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `| ${network} | ${what} (load ${load}) | ${figures} | ${skew.samples} | ${skew.breaks} |`,
  );
}

function printTimes(network: string, { what, tookMs }: Times) {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(
      0,
    );
  console.log(
    `| ${network} | together after ${what} | ${at(0.5)} | ${at(0.95)} | | ${at(1)} | ${sorted.length} | |`,
  );
}
