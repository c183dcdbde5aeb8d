/** What everyone's player does meanwhile, from the instant `startedAt` of the harness's clock on. */
export async function record(
  people: readonly { readonly page: Pick<Screen, 'evaluate'> }[],
  meanwhile: () => Promise<void>,
): Promise<{ readonly traces: readonly Trace[]; readonly startedAt: number }> {
  for (const { page } of people) await startMeter(page);
  const startedAt = performance.now();
  await meanwhile();
  const traces = await Promise.all(people.map(({ page }) => stopMeter(page)));
  return { traces, startedAt };
}

/** A page of any browser in which functions can be run; what they are given and give must survive JSON. */
export interface Screen {
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  addInitScript(run: () => void): Promise<unknown>;
}

/** What a page's player showed: harness milliseconds, media milliseconds, and the speed; `isMoving` is false while it stood or sought. */
interface Sample {
  readonly atMs: number;
  readonly mediaMs: number;
  readonly rate: number;
  readonly isMoving: boolean;
}

/** Something that the player told, and where it was then. */
export interface Occurrence {
  readonly atMs: number;
  readonly type: string;
  readonly mediaMs: number;
  readonly rate: number;
}

/** What one page's player did, on the harness's clock. */
export interface Trace {
  /** The media clock, every few milliseconds. */
  readonly media: readonly Sample[];
  /** The frames, each at the moment at which it was meant to be shown. */
  readonly frames: readonly Sample[];
  /** What happened to the player: plays, pauses, seeks, changes of speed, waits. */
  readonly occurrences: readonly Occurrence[];
  /** When the page was opened. */
  readonly openedAtMs: number;
  /** When the page's player could first have played; needs `watchLoading`. */
  readonly playableAtMs: number;
}

/** From the next load of `page` on, notes when its player could first have played. */
export async function watchLoading(page: Screen): Promise<void> {
  await page.addInitScript(() => {
    const canPlay = () => {
      window.matineePlayableAtMs ??= performance.now();
    };
    window.addEventListener('canplay', canPlay, true);
  });
}

/** Starts to record the first video element of `page`. */
export async function startMeter(page: Pick<Screen, 'evaluate'>): Promise<void> {
  await page.evaluate(recordInPage);
}

/** Stops, and gives what was recorded on the harness's clock; the page's clock is known to about a quarter millisecond. */
export async function stopMeter(page: Pick<Screen, 'evaluate'>): Promise<Trace> {
  const offsetMs = await pageClockOffsetMs(page);
  const recorded = await page.evaluate(() => window.matineeMeter?.stop());
  const playableAtMs = await page.evaluate(() => window.matineePlayableAtMs);
  if (recorded === undefined) throw new Error('the meter was not started');
  const onHarness = ([atMs, mediaMs, rate, isMoving]: Recorded): Sample => ({
    atMs: atMs + offsetMs,
    mediaMs,
    rate,
    isMoving,
  });
  return {
    media: recorded.media.map(onHarness),
    frames: recorded.frames.map(onHarness),
    occurrences: recorded.occurrences.map((each) => ({ ...each, atMs: each.atMs + offsetMs })),
    openedAtMs: offsetMs,
    playableAtMs: (playableAtMs ?? Number.NaN) + offsetMs,
  };
}

/** Page milliseconds, media milliseconds, speed, whether it moved. */
type Recorded = readonly [number, number, number, boolean];

declare global {
  interface Window {
    matineePlayableAtMs?: number;
    matineeMeter?: {
      stop(): {
        media: readonly Recorded[];
        frames: readonly Recorded[];
        occurrences: readonly Occurrence[];
      };
    };
  }
}

function recordInPage() {
  const video = document.querySelector('video');
  if (video === null) throw new Error('no video element to measure');
  const media: Recorded[] = [];
  const frames: Recorded[] = [];
  const occurrences: Occurrence[] = [];
  const stop = new AbortController();
  const told = ['play', 'playing', 'pause', 'seeking', 'seeked', 'ratechange', 'waiting', 'ended'];
  for (const type of told) {
    const tell = () =>
      occurrences.push({
        atMs: performance.now(),
        type,
        mediaMs: video.currentTime * 1000,
        rate: video.playbackRate,
      });
    video.addEventListener(type, tell, { signal: stop.signal });
  }
  const isMoving = () => !video.paused && !video.seeking;
  const timer = setInterval(() => {
    const at = performance.now();
    const positionMs = video.currentTime * 1000;
    media.push([at, positionMs, video.playbackRate, isMoving() && video.readyState >= 3]);
  }, 5);
  const onFrame = (_: number, frame: VideoFrameCallbackMetadata) => {
    const positionMs = frame.mediaTime * 1000;
    frames.push([frame.expectedDisplayTime, positionMs, video.playbackRate, isMoving()]);
    if (!stop.signal.aborted) video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  window.matineeMeter = {
    stop: () => {
      stop.abort();
      clearInterval(timer);
      return { media, frames, occurrences };
    },
  };
}

/** Harness clock minus page clock, by the tightest of 30 round trips. */
async function pageClockOffsetMs(page: Pick<Screen, 'evaluate'>): Promise<number> {
  let best = { roundTripMs: Number.POSITIVE_INFINITY, offsetMs: 0 };
  for (let i = 0; i < 30; i++) {
    const sent = performance.now();
    const there = await page.evaluate(() => performance.now());
    const received = performance.now();
    if (received - sent < best.roundTripMs) {
      best = { roundTripMs: received - sent, offsetMs: (sent + received) / 2 - there };
    }
  }
  return best.offsetMs;
}

const GRID_MS = 20;
const FRAME_GAP_MS = 120;
/** Media time may differ by so much from what the speed makes of real time between two samples; more is a jump. */
const JUMP_MS = 30;
/** A page that was too busy to sample for longer than this is believed to have played on only if its player was where that leads. */
const MEDIA_GAP_MS = 60;
const LONGEST_GAP_MS = 500;
const GAP_JUMP_MS = 15;

/** How far apart the players were at the instants at which all of them moved. */
export interface Skew {
  /** Instants at which every trace had a position. None: nothing was measured. */
  readonly samples: number;
  /** Gaps and jumps that were left out, over all traces. */
  readonly breaks: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The figures in a line, to be printed. */
export function textOf({ samples, breaks, p50, p95, p99 }: Skew): string {
  const figures = [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
  return `${figures} ms (p50/p95/p99 of ${samples}, ${breaks} breaks)`;
}

/** The spread (largest minus smallest position) of the traces on a grid of 20 ms, from `fromMs` on. */
export function skewOf(
  traces: readonly Trace[],
  which: 'media' | 'frames',
  fromMs = Number.NEGATIVE_INFINITY,
): Skew {
  const lines = traces.map((trace) =>
    which === 'media' ? resample(stepsOf(trace.media), false) : resample(trace.frames, true),
  );
  const spreads: number[] = [];
  for (const slot of lines[0]?.positions.keys() ?? []) {
    if (slot * GRID_MS < fromMs) continue;
    const positions = lines.map((line) => line.positions.get(slot));
    if (positions.every((position) => position !== undefined)) {
      spreads.push(Math.max(...positions) - Math.min(...positions));
    }
  }
  spreads.sort((a, b) => a - b);
  const at = (share: number) =>
    spreads[Math.min(spreads.length - 1, Math.floor(spreads.length * share))] ?? Number.NaN;
  return {
    samples: spreads.length,
    breaks: lines.reduce((sum, line) => sum + line.breaks, 0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

/** Milliseconds from `fromMs` until the media clocks were within `withinMs` of one another and stayed so for a second. */
export function convergedAfterMs(
  traces: readonly Trace[],
  fromMs: number,
  withinMs: number,
): number {
  const lines = traces.map((trace) => resample(stepsOf(trace.media), false).positions);
  const last = Math.max(...(lines[0]?.keys() ?? [0]));
  let since: number | undefined;
  for (let slot = Math.ceil(fromMs / GRID_MS); slot <= last; slot++) {
    const positions = lines.map((line) => line.get(slot));
    const isClose =
      positions.every((position) => position !== undefined) &&
      Math.max(...positions) - Math.min(...positions) <= withinMs;
    since = isClose ? (since ?? slot) : undefined;
    if (since !== undefined && (slot - since) * GRID_MS >= 1000) return since * GRID_MS - fromMs;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * A clock that moves in steps (Firefox: about 40 ms) is right when it steps and behind until the next time: of such a clock only the
 * steps, each halfway between the last look that did not see it and the first that did.
 */
function stepsOf(samples: readonly Sample[]): readonly Sample[] {
  const isStale = (sample: Sample, index: number) =>
    sample.isMoving && sample.mediaMs === samples[index - 1]?.mediaMs;
  if (samples.filter(isStale).length * 2 < samples.length) return samples;
  return samples.flatMap((sample, index) => {
    if (isStale(sample, index)) return [];
    const before = samples[index - 1] ?? sample;
    return [{ ...sample, atMs: (before.atMs + sample.atMs) / 2 }];
  });
}

/** Positions by slot of the grid, by straight lines between samples; a frame stands until the next one. */
function resample(samples: readonly Sample[], isStep: boolean) {
  const positions = new Map<number, number>();
  let breaks = 0;
  let wasMoving = false;
  for (let i = 1; i < samples.length; i++) {
    const before = samples[i - 1];
    const after = samples[i];
    if (before === undefined || after === undefined) continue;
    const isSteady = before.isMoving && after.isMoving && isUnbroken(before, after, isStep);
    if (wasMoving && !isSteady) breaks++;
    wasMoving = isSteady;
    if (!isSteady) continue;
    const elapsedMs = after.atMs - before.atMs;
    for (let slot = Math.ceil(before.atMs / GRID_MS); slot * GRID_MS < after.atMs; slot++) {
      const share = isStep ? 0 : (slot * GRID_MS - before.atMs) / elapsedMs;
      positions.set(slot, before.mediaMs + (after.mediaMs - before.mediaMs) * share);
    }
  }
  return { positions, breaks };
}

/** Did the player go from one sample to the next at its speed? */
function isUnbroken(before: Sample, after: Sample, isFrame: boolean): boolean {
  const elapsedMs = after.atMs - before.atMs;
  const offMs = Math.abs(after.mediaMs - before.mediaMs - elapsedMs * before.rate);
  if (isFrame) return elapsedMs <= FRAME_GAP_MS && offMs <= JUMP_MS + 40;
  return elapsedMs <= MEDIA_GAP_MS
    ? offMs <= JUMP_MS
    : elapsedMs <= LONGEST_GAP_MS && offMs <= GAP_JUMP_MS;
}

/** What happened to a player from `fromMs` on, a line each; to be read when it was not together in time. */
export function storyOf({ occurrences }: Trace, fromMs: number): string {
  return occurrences
    .filter(({ atMs }) => atMs >= fromMs)
    .map(
      ({ atMs, type, mediaMs, rate }) =>
        `${(atMs - fromMs).toFixed(0)} ms: ${type} at ${mediaMs.toFixed(0)} ms, speed ${rate}`,
    )
    .join('\n');
}
