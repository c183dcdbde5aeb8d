import type { FollowState } from '@matinee/link/following';
import type { Room } from '@matinee/link/room';
import { expect, it } from 'vitest';
import { followWhenThere } from '../src/room/followWhenThere';
import type { Follow } from '../src/room/live';

/** A room of which only how much of its film is there is of interest. */
const roomWith = (availableMs: number | undefined) => {
  let available = availableMs;
  const listeners = new Set<() => void>();
  const room = {
    current: () => ({ state: { stage: { type: 'loaded', availableMs: available } } }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Room;
  const grow = (ms: number | undefined) => {
    available = ms;
    for (const listener of listeners) listener();
  };
  return { room, grow };
};

const recording = (state: FollowState = { type: 'playing' }) => {
  const told: string[] = [];
  const follow: Follow = () => {
    told.push('begun');
    return {
      current: () => state,
      subscribe: () => () => {},
      syncErrorMs: () => 0,
      join: () => {},
      sounds: () => undefined,
      setSoundLateMs: (ms) => told.push(`late by ${ms}`),
      close: () => told.push('closed'),
    };
  };
  return { told, follow };
};

const wanted: Parameters<Follow> = [
  undefined as unknown as HTMLVideoElement,
  { ref: { type: 'upload', film: 'f' }, title: 'A film' },
  1,
  () => {},
];

it('[UP1] a film is begun when something of it can be played, once', () => {
  const { room, grow } = roomWith(0);
  const { told, follow } = recording();
  const following = followWhenThere(room, follow)(...wanted);
  following.setSoundLateMs(40);

  const before = following.current();
  grow(5_000);
  grow(9_000);
  grow(undefined);

  expect(before).toEqual({ type: 'loading' });
  expect(following.current()).toEqual({ type: 'playing' });
  expect(told).toEqual(['begun', 'late by 40']);
});

it('[UP1] one that was begun before it was known that nothing of it is there is begun anew', () => {
  const { room, grow } = roomWith(undefined);
  const { told, follow } = recording();
  const following = followWhenThere(room, follow)(...wanted);

  grow(0);
  grow(5_000);
  following.close();

  expect(told).toEqual(['begun', 'late by 0', 'closed', 'begun', 'late by 0', 'closed']);
});

it('[UP1] one that this browser does not play is tried again when all of it is there, and called unplayable only then', () => {
  const { room, grow } = roomWith(5_000);
  const unable: FollowState = { type: 'unable', problem: { type: 'codec' } };
  const { told, follow } = recording(unable);
  const following = followWhenThere(room, follow)(...wanted);

  const coming = following.current();
  grow(undefined);
  grow(undefined);

  expect(coming).toEqual({ type: 'preparing' });
  expect(following.current()).toEqual(unable);
  expect(told).toEqual(['begun', 'late by 0', 'closed', 'begun', 'late by 0']);
});

it('[UP1] one that is damaged is said to be so at once', () => {
  const { room, grow } = roomWith(5_000);
  const unable: FollowState = { type: 'unable', problem: { type: 'damaged' } };
  const { told, follow } = recording(unable);
  const following = followWhenThere(room, follow)(...wanted);

  grow(undefined);

  expect(following.current()).toEqual(unable);
  expect(told).toEqual(['begun', 'late by 0']);
});
