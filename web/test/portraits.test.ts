import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MemberPortrait } from '../src/api/portraits';
import { openPortraits } from '../src/people/portraits';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const minuteMs = 60_000;

/** A room in which Anna shows a picture, and Ben none; what it was asked for, and how to change the picture. */
const openRoom = (people = 2) => {
  const asked: (readonly [readonly string[], readonly string[]])[] = [];
  let shown: readonly MemberPortrait[] | undefined = [{ member: 'anna', mark: 'one', jpeg: 'AA' }];
  const portraits = openPortraits(
    (members, known) => {
      asked.push([members, known]);
      return Promise.resolve(
        shown
          ?.filter(({ member }) => members.includes(member))
          .map(({ jpeg, ...rest }) => (known.includes(rest.mark) ? rest : { ...rest, jpeg })),
      );
    },
    () => people,
  );
  return {
    portraits,
    asked,
    show: (next: readonly MemberPortrait[] | undefined) => {
      shown = next;
    },
  };
};

it('those who come into sight together are asked for at once, and again after a minute', async () => {
  const { portraits, asked } = openRoom();
  portraits.see('anna');
  portraits.see('ben');
  await vi.advanceTimersByTimeAsync(1_000);

  expect(asked).toEqual([[['anna', 'ben'], []]]);
  expect(portraits.of('anna')).toBe('data:image/jpeg;base64,AA');
  expect(portraits.of('ben')).toBeUndefined();

  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(asked.slice(1)).toEqual([[['anna', 'ben'], ['one']]]);
  expect(portraits.of('anna')).toBe('data:image/jpeg;base64,AA');
  portraits.close();
});

it('a picture that was changed or removed is so within a minute, and is kept while nothing is told', async () => {
  const { portraits, show } = openRoom();
  portraits.see('anna');
  await vi.advanceTimersByTimeAsync(1_000);

  show(undefined);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(portraits.of('anna')).toBe('data:image/jpeg;base64,AA');

  show([{ member: 'anna', mark: 'two', jpeg: 'BB' }]);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(portraits.of('anna')).toBe('data:image/jpeg;base64,BB');

  show([]);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(portraits.of('anna')).toBeUndefined();
  portraits.close();
});

it('nobody is asked for who is not in sight, and nothing after the end', async () => {
  const { portraits, asked } = openRoom();
  portraits.see('anna')();
  await vi.advanceTimersByTimeAsync(minuteMs);
  portraits.see('ben');
  portraits.close();
  await vi.advanceTimersByTimeAsync(minuteMs);

  expect(asked).toEqual([]);
});

it('many are asked for fifty at a time, and a room of many is asked more seldom', async () => {
  const { portraits, asked } = openRoom(20_000);
  for (let i = 0; i < 120; i += 1) portraits.see(`member-${i}`);
  await vi.advanceTimersByTimeAsync(10 * minuteMs);

  expect(asked.map(([members]) => members.length)).toEqual([50, 50, 20]);
  portraits.close();
});
