import { describe, expect, it } from 'vitest';
import { convergedAfterMs, skewOf, type Trace } from '../../harness/meter.ts';

const LENGTH_MS = 4_000;
const SAMPLE_MS = 5;

/** What a page's player showed at an instant, or that it stood; nothing where its page was too busy to look. */
type Player = (
  atMs: number,
) => { readonly mediaMs: number; readonly isMoving: boolean } | undefined;

const moving: Player = (atMs) => ({ mediaMs: atMs, isMoving: true });

// What makes figures out of traces; that real pages give such traces is shown beside the stories of players in step.
describe('the meter', () => {
  it('finds players on one line together', () => {
    const traces = [traceOf(moving), traceOf((atMs) => ({ mediaMs: atMs + 3, isMoving: true }))];

    const skew = skewOf(traces, 'media');

    expect(skew.samples).toBeGreaterThan(190);
    expect([skew.p50, skew.max, skew.breaks]).toEqual([3, 3, 0]);
    expect(convergedAfterMs(traces, 100, 20)).toBe(0);
  });

  it('finds nothing in common when one never plays', () => {
    const traces = [traceOf(moving), traceOf((atMs) => ({ mediaMs: atMs, isMoving: false }))];

    const skew = skewOf(traces, 'media');

    expect(skew.samples).toBe(0);
    expect(skew.p95).toBeNaN();
    expect(convergedAfterMs(traces, 0, 20)).toBe(Number.POSITIVE_INFINITY);
  });

  it('finds players apart that nobody leads', () => {
    const traces = [traceOf(moving), traceOf((atMs) => ({ mediaMs: 400 + atMs, isMoving: true }))];

    expect(skewOf(traces, 'media').p50).toBe(400);
    expect(convergedAfterMs(traces, 0, 20)).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts from an instant to when they are together and stay so', () => {
    const late: Player = (atMs) => ({ mediaMs: atMs + (atMs < 1_000 ? 100 : 0), isMoving: true });

    expect(convergedAfterMs([traceOf(moving), traceOf(late)], 500, 20)).toBe(500);
  });

  it('takes a page that was busy for one whose player went on', () => {
    const busy: Player = (atMs) => (atMs > 1_000 && atMs < 1_300 ? undefined : moving(atMs));

    const traces = [traceOf(moving), traceOf(busy)];

    expect(skewOf(traces, 'media').breaks).toBe(0);
    expect(convergedAfterMs(traces, 500, 20)).toBe(0);
  });

  it('reads a clock that moves in steps where it steps', () => {
    const stairs: Player = (atMs) => ({ mediaMs: Math.floor(atMs / 40) * 40, isMoving: true });

    const skew = skewOf([traceOf(moving), traceOf(stairs)], 'media');

    expect(skew.samples).toBeGreaterThan(190);
    expect(skew.max).toBeLessThanOrEqual(SAMPLE_MS / 2);
  });

  it('sees a player that stood, however well it lands', () => {
    const landing: Player = (atMs) => ({ mediaMs: atMs, isMoving: atMs < 1_000 || atMs > 1_200 });

    const traces = [traceOf(moving), traceOf(landing)];

    expect(skewOf(traces, 'media').breaks).toBe(1);
    expect(convergedAfterMs(traces, 500, 20)).toBe(720);
  });
});

function traceOf(player: Player): Trace {
  const media = [];
  for (let atMs = 0; atMs < LENGTH_MS; atMs += SAMPLE_MS) {
    const seen = player(atMs);
    if (seen !== undefined) media.push({ atMs, rate: 1, ...seen });
  }
  return { media, frames: [], occurrences: [], openedAtMs: 0, playableAtMs: 0 };
}
