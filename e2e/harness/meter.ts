import type { Page } from 'playwright-core';

/** Where a page's player was: harness milliseconds and media milliseconds. */
interface Sample {
  readonly atMs: number;
  readonly mediaMs: number;
}

/** What one page's player did, on the harness's clock. */
export interface Trace {
  /** The media clock, every few milliseconds while it moved. */
  readonly media: readonly Sample[];
  /** The frames, each at the moment at which it was meant to be shown. */
  readonly frames: readonly Sample[];
}

/** Starts to record the first video element of `page`. */
export async function startMeter(page: Page): Promise<void> {
  await page.evaluate(recordInPage);
}

/** Stops, and gives what was recorded on the harness's clock; the page's clock is known to about a quarter millisecond. */
export async function stopMeter(page: Page): Promise<Trace> {
  const offsetMs = await pageClockOffsetMs(page);
  const recorded = await page.evaluate(() => window.matineeMeter?.stop());
  if (recorded === undefined) throw new Error('the meter was not started');
  const onHarness = ([at, media]: readonly [number, number]) => ({
    atMs: at + offsetMs,
    mediaMs: media * 1000,
  });
  return { media: recorded.media.map(onHarness), frames: recorded.frames.map(onHarness) };
}

declare global {
  interface Window {
    matineeMeter?: {
      stop(): { media: [number, number][]; frames: [number, number][] };
    };
  }
}

function recordInPage() {
  const video = document.querySelector('video');
  if (video === null) throw new Error('no video element to measure');
  const media: [number, number][] = [];
  const frames: [number, number][] = [];
  let isOn = true;
  const timer = setInterval(() => {
    if (!video.paused && !video.seeking && video.readyState >= 3)
      media.push([performance.now(), video.currentTime]);
  }, 5);
  const onFrame = (_: number, frame: VideoFrameCallbackMetadata) => {
    if (!video.paused && !video.seeking) frames.push([frame.expectedDisplayTime, frame.mediaTime]);
    if (isOn) video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  window.matineeMeter = {
    stop: () => {
      isOn = false;
      clearInterval(timer);
      return { media, frames };
    },
  };
}

/** Harness clock minus page clock, by the tightest of 30 round trips. */
async function pageClockOffsetMs(page: Page): Promise<number> {
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
const MEDIA_GAP_MS = 60;
const FRAME_GAP_MS = 120;
/** Media time and real time may differ by so much between two samples; more is a jump. */
const JUMP_MS = 30;

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

/** The spread (largest minus smallest position) of the traces on a grid of 20 ms, from `fromMs` on. */
export function skewOf(
  traces: readonly Trace[],
  which: 'media' | 'frames',
  fromMs = Number.NEGATIVE_INFINITY,
): Skew {
  const gapMs = which === 'media' ? MEDIA_GAP_MS : FRAME_GAP_MS;
  const lines = traces.map((trace) => resample(trace[which], gapMs, which === 'frames'));
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
  const lines = traces.map((trace) => resample(trace.media, MEDIA_GAP_MS, false).positions);
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

/** Positions by slot of the grid, by straight lines between samples; a frame stands until the next one. */
function resample(samples: readonly Sample[], gapMs: number, isStep: boolean) {
  const positions = new Map<number, number>();
  let breaks = 0;
  for (let i = 1; i < samples.length; i++) {
    const before = samples[i - 1];
    const after = samples[i];
    if (before === undefined || after === undefined) continue;
    const elapsedMs = after.atMs - before.atMs;
    const movedMs = after.mediaMs - before.mediaMs;
    if (elapsedMs <= 0) continue;
    if (elapsedMs > gapMs || Math.abs(movedMs - elapsedMs) > JUMP_MS + (isStep ? 40 : 0)) {
      breaks++;
      continue;
    }
    for (let slot = Math.ceil(before.atMs / GRID_MS); slot * GRID_MS < after.atMs; slot++) {
      const share = isStep ? 0 : (slot * GRID_MS - before.atMs) / elapsedMs;
      positions.set(slot, before.mediaMs + movedMs * share);
    }
  }
  return { positions, breaks };
}
