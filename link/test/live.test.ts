import { describe, expect, it } from 'vitest';
import { isLivePosition, LIVE_FROM_MS, placeOf, positionOf, type Scale } from '../src/live';
import { livePlayer } from '../src/players/livePlayer';
import { type Stream, streamFollower } from '../src/players/stream';
import { fakePlayer, usualManners } from './fakePlayer';
import { together } from './together';
import { virtualTime } from './virtualTime';

const DAY_MS = 86_400_000;

/** Three segments of 4 s of a stream, the first of which begins at `fromMs` of the player's own time. */
const scaleAt = (fromMs: number, streamMs: number): Scale => ({
  periodMs: DAY_MS,
  stretches: [0, 4_000, 8_000].map((laterMs) => ({
    fromMs: fromMs + laterMs,
    toMs: fromMs + laterMs + 4_000,
    streamMs: streamMs + laterMs,
  })),
});

describe('positions of a live stream', () => {
  it('are the same on every page, whatever its own time', () => {
    const early = scaleAt(0, 5_000_000);
    const late = scaleAt(-30_000, 5_000_000);

    const positionMs = positionOf(early, 6_250, 0);

    expect(positionMs).toBe(LIVE_FROM_MS + 5_006_250);
    expect(placeOf(late, positionMs, 0)).toBe(-23_750);
  });

  it('are beyond those of any film, also of a day that has just begun', () => {
    const scale = scaleAt(0, 20 * DAY_MS);

    expect(isLivePosition(positionOf(scale, 0, 0))).toBe(true);
    expect(placeOf(scale, 0, 0)).toBeUndefined();
  });

  it('go on beyond midnight without a jump', () => {
    const scale = scaleAt(0, 20 * DAY_MS - 6_000);

    const before = positionOf(scale, 5_900, LIVE_FROM_MS + DAY_MS - 200);
    const after = positionOf(scale, 6_100, before);

    expect([before, after]).toEqual([LIVE_FROM_MS + DAY_MS - 100, LIVE_FROM_MS + DAY_MS + 100]);
    expect(placeOf(scale, after, 0)).toBe(6_100);
  });

  it('that the stream has no more, or not yet, have no place', () => {
    const scale = scaleAt(0, 5_000_000);
    const at = (streamMs: number) => placeOf(scale, LIVE_FROM_MS + streamMs, 2_000);

    expect([4_999_999, 5_000_000, 5_013_999, 5_014_000].map(at)).toEqual([
      undefined,
      0,
      13_999,
      undefined,
    ]);
  });

  it('follow the dates where the stream was cut', () => {
    const scale: Scale = {
      periodMs: DAY_MS,
      stretches: [
        { fromMs: 0, toMs: 4_000, streamMs: 1_000_000 },
        { fromMs: 4_000, toMs: 8_000, streamMs: 1_060_000 },
      ],
    };

    expect(positionOf(scale, 4_500, 0)).toBe(LIVE_FROM_MS + 1_060_500);
    expect(placeOf(scale, LIVE_FROM_MS + 1_030_000, 0)).toBeUndefined();
  });
});

type Details = Parameters<ReturnType<typeof streamFollower>['loaded']>[0];

/** What hls.js would tell of a playlist: a segment of 4 s for each start, in seconds of the page's own time. */
const playlist = (startsS: readonly number[], rest: object = {}): Details =>
  ({
    live: true,
    hasProgramDateTime: false,
    targetduration: 4,
    edge: (startsS.at(-1) ?? 0) + 4,
    endSN: 7,
    fragments: startsS.map((start) => ({ start, duration: 4, cc: 0, elementaryStreams: {} })),
    ...rest,
  }) as unknown as Details;

describe('what a playlist says of its stream', () => {
  it('without dates, the timestamps in its segments tell where it is', () => {
    const stream = streamFollower(() => 0);

    stream.loaded(playlist([0, 4]));
    const before = stream.now(null);
    stream.timed(0, 90_000);

    expect(before).toEqual({ type: 'live', edgeMs: -4_000, aheadMs: 8_000 });
    expect(stream.now(2)).toEqual({
      type: 'live',
      edgeMs: 2_000,
      aheadMs: 8_000,
      scale: {
        periodMs: 2 ** 33 / 90,
        stretches: [
          { fromMs: 0, toMs: 4_000, streamMs: 90_000 },
          { fromMs: 4_000, toMs: 8_000, streamMs: 94_000 },
        ],
      },
    });
  });

  it('dates are those of the pictures', () => {
    const stream = streamFollower(() => 0);
    const [first] = playlist([0]).fragments;
    const dated = {
      ...first,
      programDateTime: 1_000_000,
      elementaryStreams: { video: { startPTS: 0.02 } },
    };

    stream.loaded(playlist([0], { hasProgramDateTime: true, fragments: [dated] }));

    expect(stream.now(0)).toMatchObject({
      scale: { periodMs: DAY_MS, stretches: [{ fromMs: 20, toMs: 4_020, streamMs: 1_000_000 }] },
    });
  });

  it('a stream from which nothing comes is waited for longer', () => {
    let nowMs = 0;
    const stream = streamFollower(() => nowMs);
    stream.loaded(playlist([0]));

    nowMs = 13_000;
    stream.loaded(playlist([0]));
    const stuck = stream.now(0);
    stream.loaded(playlist([4], { endSN: 8 }));

    expect([stuck, stream.now(0)]).toMatchObject([{ aheadMs: 600_000 }, { aheadMs: 8_000 }]);
  });

  it('a film that still comes is one from the beginning, up to where it is', () => {
    const stream = streamFollower(() => 0, 60_000);

    stream.loaded(playlist([0, 4]));
    const before = stream.now(null);
    stream.loaded(playlist([0, 4, 8], { live: false }));

    expect(before).toEqual({ type: 'film', coming: { reachMs: 8_000, wholeMs: 60_000 } });
    expect(stream.now(null)).toEqual({ type: 'film' });
  });

  it('a recording is a film, and a stream that has ended stays what it was', () => {
    const recording = streamFollower(() => 0);
    const ended = streamFollower(() => 0);

    recording.loaded(playlist([0], { live: false }));
    ended.loaded(playlist([0]));
    ended.loaded(playlist([0], { live: false }));

    expect([recording.now(0).type, ended.now(0).type]).toEqual(['film', 'live']);
  });
});

const live = (scale: Scale): Stream => ({ type: 'live', scale, edgeMs: 6_000, aheadMs: 2_000 });

describe('a player of a live stream', () => {
  const opened = async (stream: () => Stream) => {
    const time = virtualTime();
    const base = fakePlayer(time, { ...usualManners, loadMs: 0 });
    await time.pass(10);
    return { time, base, ...livePlayer(base, stream) };
  };

  it('shows a position of the stream, and waits with one until it knows where that is', async () => {
    let stream: Stream = { type: 'unknown' };
    const { time, base, player, known } = await opened(() => stream);

    player.seek(LIVE_FROM_MS + 5_003_000);
    const before = [player.position().positionMs, player.state().ready];
    stream = live(scaleAt(0, 5_000_000));
    known();
    await time.pass(100);

    expect(before).toEqual([LIVE_FROM_MS + 5_003_000, false]);
    expect(base.position().positionMs).toBe(3_000);
    expect(player.position().positionMs).toBe(LIVE_FROM_MS + 5_003_000);
    expect(player.state().ready).toBe(true);
    expect(player.lengthMs()).toBeUndefined();
  });

  it('stands in at the edge for a position that the stream has no more', async () => {
    const { time, base, player } = await opened(() => live(scaleAt(0, 5_000_000)));

    player.seek(LIVE_FROM_MS + 1_000);
    await time.pass(100);

    expect(base.position().positionMs).toBe(6_000);
    expect(player.position().positionMs).toBe(LIVE_FROM_MS + 1_000);
    expect(player.live()?.has(LIVE_FROM_MS + 1_000)).toBe(false);
    expect(player.live()?.edgeMs).toBe(LIVE_FROM_MS + 5_006_000);
  });

  it('waits with a position of a film that is not there yet, and knows how long it will be', async () => {
    let reachMs = 8_000;
    const { time, base, player, known } = await opened(() => ({
      type: 'film',
      coming: { reachMs, wholeMs: 60_000 },
    }));
    player.seek(2_000);
    await time.pass(100);

    player.seek(20_000);
    await time.pass(100);
    const before = [base.position().positionMs, player.position().positionMs, player.state().ready];
    known();
    reachMs = 24_000;
    known();
    await time.pass(100);

    expect(before).toEqual([2_000, 20_000, false]);
    expect(base.position().positionMs).toBe(20_000);
    expect([player.position().positionMs, player.state().ready]).toEqual([20_000, true]);
    expect(player.lengthMs()).toBe(60_000);
  });

  it("does not tell of the stream's own jumps", async () => {
    const { time, base, player } = await opened(() => live(scaleAt(0, 5_000_000)));
    const heard: string[] = [];
    player.subscribe(({ type }) => heard.push(type));

    player.seek(LIVE_FROM_MS + 5_003_000);
    await time.pass(100);
    base.seek(9_000);
    await time.pass(100);

    expect(heard.filter((type) => type === 'seeking')).toHaveLength(1);
  });
});

describe('a player of a recording', () => {
  it('does not tell that the playlist begins elsewhere, but tells what a person does', async () => {
    const time = virtualTime();
    const base = fakePlayer(time, { ...usualManners, loadMs: 0 });
    const { player } = livePlayer(base, () => ({ type: 'film' }));
    const heard: string[] = [];
    player.subscribe(({ type }) => heard.push(type));

    base.seek(30_000);
    await time.pass(100);
    const atFirst = heard.filter((type) => type === 'seeking').length;
    player.seek(1_000);
    base.person.seek(60_000);
    await time.pass(100);

    expect(atFirst).toBe(0);
    expect(heard.filter((type) => type === 'seeking')).toHaveLength(2);
    expect(player.position().positionMs).toBe(60_000);
  });
});

describe('a room beside a live stream', () => {
  it('is taken to the edge by the host alone, at the beginning and when what it was at is gone', async () => {
    const hasIt = { now: false };
    const edgeMs = LIVE_FROM_MS + 5_000_000;
    const { time, first, wishes, server } = await together(
      { lengthMs: 2 * DAY_MS, live: () => ({ has: () => hasIt.now, edgeMs }) },
      { lengthMs: 2 * DAY_MS, live: () => ({ has: () => hasIt.now, edgeMs }) },
    );
    const placed = () => wishes().filter(({ type }) => type === 'seek');
    await time.pass(1_000);
    const atFirst = placed().map(({ type }) => type);
    await time.pass(10_000);
    const whilePaused = placed().length;
    hasIt.now = true;
    first.room.play();
    await time.pass(3_000);
    hasIt.now = false;
    await time.pass(2_000);

    expect(atFirst).toEqual(['seek']);
    expect(whilePaused).toBe(1);
    expect(placed().map((wish) => Reflect.get(wish, 'positionMs'))).toEqual([edgeMs, edgeMs]);
    expect(server.playback()?.type).toBe('playing');
  });
});
