import {
  convergedAfterMs,
  type Screen,
  startMeter,
  stopMeter,
  storyOf,
  type Trace,
} from '../../e2e/harness/meter.ts';
import { allMove, allStand, eventually, key, press } from '../../e2e/harness/watching.ts';
import type { Group, Guest } from './group.ts';
import { passes, recorded } from './recording.ts';

const TOGETHER_MS = 20;
const WATCHED_MS = 3_500;
const LOADING_MS = 1_500;
/** A round that took longer than this tells what happened. */
const LONG_MS = 1_200;

/** How long it took in each round until all were together, counted from `what`. */
export interface Times {
  readonly what: string;
  readonly tookMs: readonly number[];
}

/** Does something to a group; how long it then took, by what it is counted from. */
type Action = () => Promise<Readonly<Record<string, number>>>;

/** What is done to a group that watches. */
export function actions(group: Group): readonly Action[] {
  const { first, people, last } = group;
  const seek = async () => {
    const at = performance.now();
    await key(first, 'ArrowRight');
    return at;
  };
  const play = async () => {
    await press(first, 'Pause');
    await allStand(...people);
    const at = performance.now();
    await press(first, 'Play');
    return at;
  };
  const stall = async () => {
    await last.page.evaluate(stallInPage);
    return performance.now();
  };
  return [
    () => timeOf(group, 'seek', seek),
    () => timeOf(group, 'play', play),
    () => timeOf(group, 'stall of 400 ms, from its end', stall),
    () => lateJoin(group),
  ];
}

/** How long it takes from the instant that `act` gives. */
async function timeOf({ people }: Group, what: string, act: () => Promise<number>) {
  let fromMs = Number.NaN;
  const traces = await recorded(screensOf(people), async () => {
    fromMs = await act();
    await passes(WATCHED_MS);
  });
  const tookMs = convergedAfterMs(traces, fromMs, TOGETHER_MS);
  if (tookMs > LONG_MS) tell(what, tookMs, traces, fromMs);
  return { [what]: tookMs };
}

function tell(what: string, tookMs: number, traces: readonly Trace[], fromMs: number) {
  console.error(`${what}: ${tookMs.toFixed(0)} ms`);
  traces.forEach((trace, index) => {
    console.error(`person ${index + 1}\n${storyOf(trace, fromMs)}`);
  });
}

/** Does `act` so many times. */
export async function timesOf(act: Action, rounds: number): Promise<readonly Times[]> {
  const took = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [what, tookMs] of Object.entries(await act())) {
      took.set(what, [...(took.get(what) ?? []), tookMs]);
    }
  }
  return [...took].map(([what, tookMs]) => ({ what, tookMs }));
}

/** The last one opens the page anew while the others watch. */
async function lateJoin({ people, last }: Group): ReturnType<Action> {
  await Promise.all(people.slice(0, -1).map(({ page }) => startMeter(page)));
  await last.reopen();
  await eventually(() => startMeter(last.page));
  await passes(WATCHED_MS + LOADING_MS);
  const traces = await Promise.all(screensOf(people).map(stopMeter));
  const [late] = traces.slice(-1);
  if (late === undefined) return {};
  const { openedAtMs, playableAtMs } = late;
  const tookMs = convergedAfterMs(traces, openedAtMs, TOGETHER_MS);
  if (tookMs > LONG_MS) tell('late join', tookMs, traces, openedAtMs);
  await allMove(...people);
  return {
    'late join, from the opening of the page': tookMs,
    'late join, from when it could play': tookMs - (playableAtMs - openedAtMs),
  };
}

const screensOf = (people: readonly Guest[]): readonly Screen[] => people.map(({ page }) => page);

/**
 * Runs in the page: the player stands still for a while as it does when data are missing. The page is told `waiting`, and not that it is
 * a pause by which this is brought about.
 */
async function stallInPage() {
  const video = document.querySelector('video');
  if (video === null) return;
  const told = ['pause', 'play', 'playing'];
  const silence = (event: Event) => event.stopImmediatePropagation();
  for (const type of told) window.addEventListener(type, silence, true);
  video.pause();
  Object.defineProperty(video, 'paused', { configurable: true, get: () => false });
  Object.defineProperty(video, 'readyState', { configurable: true, get: () => 2 });
  video.dispatchEvent(new Event('waiting'));
  await new Promise((passed) => setTimeout(passed, 400));
  await video.play();
  Reflect.deleteProperty(video, 'paused');
  Reflect.deleteProperty(video, 'readyState');
  for (const type of told) window.removeEventListener(type, silence, true);
}
