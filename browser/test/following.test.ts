import {
  type Act,
  createCoalescer,
  createFollower,
  createRoomClock,
  createWishFilter,
  type Follower,
  type FollowerCapabilities,
  type PlayerSample,
  type RoomClock,
} from '@matinee/browser';
import { expect, it } from 'vitest';

const chromium: FollowerCapabilities = {
  rate: 'fine',
  pitch: true,
  steadySeeks: true,
  leastSeekMs: 0,
};
const roomZeroMs = 1_790_000_000_000;

/** Room time is the page's clock and `roomZeroMs`; both ways take 10 ms. */
const readyClock = (): RoomClock => {
  const clock = createRoomClock(0);
  for (let i = 0; i < 14; i += 1) {
    const sentMs = clock.nextProbeAtMs();
    clock.probeSent(sentMs);
    clock.sample(sentMs, roomZeroMs + sentMs + 10, roomZeroMs + sentMs + 10, sentMs + 20);
  }
  return clock;
};

const paused = (atMs: number, positionMs: number): PlayerSample => ({
  atMs,
  positionMs,
  paused: true,
  seeking: false,
  ready: true,
  ended: false,
  rate: 1,
  hidden: false,
  targetBuffered: true,
});

const acts = (follower: Follower, samples: readonly PlayerSample[]): Act[] =>
  samples.map((sample) => follower.step(sample));

it('the clock tells room time once eight answers came', () => {
  const clock = createRoomClock(0);
  const before = { isReady: clock.isReady(), room: clock.roomTimeAt(0), bound: clock.boundMs() };

  const after = readyClock();

  expect(before).toEqual({ isReady: false, room: Number.NaN, bound: Number.POSITIVE_INFINITY });
  expect(after.isReady()).toBe(true);
  expect(after.roomTimeAt(1_000) - roomZeroMs).toBeCloseTo(1_000, 2);
  expect(after.roundTripMs()).toBeCloseTo(20, 2);
});

it('a start is pause, rate, seek, and play ahead of the instant', () => {
  const follower = createFollower(readyClock(), chromium, undefined);
  follower.load();
  follower.follow(
    { type: 'playing', anchorMs: roomZeroMs + 1_000, positionMs: 5_000, rate: 1 },
    undefined,
  );

  const asked = acts(follower, [
    { ...paused(600, 0), paused: false },
    paused(600, 0),
    paused(600, 0),
    paused(620, 5_000),
    paused(645, 5_000),
  ]);

  expect(asked.slice(0, 3)).toEqual([
    { type: 'pause' },
    { type: 'rate', rate: 1, preservesPitch: false },
    { type: 'seek', positionMs: 5_000 },
  ]);
  expect(asked[3]).toEqual({ type: 'play', atMs: expect.closeTo(925, 1) });
  expect(asked[4]).toEqual({ type: 'hold' });
  expect(follower.phase()).toBe('landing');
  expect(follower.isAble()).toBe(true);
  expect(follower.syncErrorMs()).toBeUndefined();
});

it('what was learnt is a list that JSON keeps', () => {
  const first = createFollower(readyClock(), chromium, undefined);
  first.follow({ type: 'playing', anchorMs: roomZeroMs, positionMs: 0, rate: 1 }, 3_600_000);
  acts(first, [paused(600, 0), paused(600, 0), paused(700, first.targetPositionAt(736))]);

  const kept: unknown = JSON.parse(JSON.stringify(first.learnt()));
  const second = createFollower(readyClock(), chromium, kept as readonly number[]);

  expect(second.learnt()).toEqual(first.learnt());
  expect(second.learnt()).not.toEqual(createFollower(readyClock(), chromium, []).learnt());
});

it('the answer to an act is an echo, and what contradicts the room is a wish', () => {
  const follower = createFollower(readyClock(), chromium, undefined);
  follower.follow({ type: 'playing', anchorMs: roomZeroMs, positionMs: 0, rate: 1 }, undefined);
  const filter = createWishFilter(follower);
  const seen = { atMs: 10_000, positionMs: 10_000, rate: 1, ended: false };

  filter.asked({ type: 'pause' }, 9_999);

  expect([
    filter.judge('pause', seen),
    filter.judge('pause', seen),
    filter.judge('seeking', { ...seen, positionMs: 90_000 }),
    filter.judge('ratechange', { ...seen, rate: 2 }),
    filter.judge('waiting', seen),
  ]).toEqual([
    { type: 'echo' },
    { type: 'pause' },
    { type: 'seek', positionMs: 90_000 },
    { type: 'setRate', rate: 2 },
    { type: 'stall' },
  ]);
});

it('of many values in a second four go, and the last one always', () => {
  const coalescer = createCoalescer<number>();
  const sent: number[] = [];

  for (let nowMs = 0; nowMs < 1_000; nowMs += 10) {
    const value = coalescer.offer(nowMs, nowMs);
    if (value !== undefined) {
      sent.push(value);
    }
  }
  const last = coalescer.due(coalescer.dueAtMs());

  expect([...sent, last]).toEqual([0, 250, 500, 750, 990]);
  expect(coalescer.dueAtMs()).toBe(Number.POSITIVE_INFINITY);
});

it('capabilities that are none throw', () => {
  const nonsense = {
    rate: 'some',
    pitch: true,
    steadySeeks: true,
    leastSeekMs: 0,
  } as unknown as FollowerCapabilities;

  expect(() => createFollower(readyClock(), nonsense, undefined)).toThrow();
});
