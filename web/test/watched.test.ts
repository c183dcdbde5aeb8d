import { expect, it } from 'vitest';
import type { Viewing } from '../src/api/viewings';
import { startingAt, startOf } from '../src/room/startAt';
import { daysOf } from '../src/watched/days';
import { filmOf } from '../src/watched/goOn';
import { isSeen, shareOf } from '../src/watched/progress';

const viewing = (changes: Partial<Viewing> = {}): Viewing => ({
  id: 'a',
  room: 'r',
  media: {
    ref: { type: 'address', url: 'https://a.example/sea.mp4' },
    title: 'Sea',
    lengthMs: 100_000,
  },
  positionMs: 50_000,
  firstAt: '2026-11-23T12:00:00Z',
  lastAt: '2026-11-23T12:30:00Z',
  with: [],
  ...changes,
});

it('a room is made with where its film begins in whole seconds, and without what is nothing', () => {
  const links = [45_900, 999, 0].map((positionMs) => startingAt('/r/a', positionMs));

  expect(links).toEqual(['/r/a?at=45', '/r/a', '/r/a']);
});

it.each(['', '?at=', '?at=-3', '?at=1.5', '?at=0', '?at=12345678', '?at=1e3', '?to=5'])(
  'an address with %s says nothing of where the film begins',
  (search) => {
    expect(startOf(search)).toBeUndefined();
  },
);

it('what an address says is what it was made with', () => {
  const search = new URL(startingAt('https://a.example/r/a', 45_000)).search;

  expect(startOf(search)).toBe(45_000);
});

it('viewings are told by the days on which they were watched last, in their order', () => {
  const days = daysOf(
    [
      viewing({ id: 'c', lastAt: '2026-11-23T12:30:00Z' }),
      viewing({ id: 'b', lastAt: '2026-11-23T12:10:00Z' }),
      viewing({ id: 'a', lastAt: '2026-11-21T12:00:00Z' }),
    ],
    'en',
  );

  expect(days.map(({ title, viewings }) => [title, viewings.map(({ id }) => id)])).toEqual([
    ['Monday, November 23, 2026', ['c', 'b']],
    ['Saturday, November 21, 2026', ['a']],
  ]);
});

it('a film is seen from 95 hundredths on, and never while its length is not known', () => {
  const { media } = viewing();
  const seen = [
    viewing({ positionMs: 95_000 }),
    viewing({ positionMs: 95_001 }),
    viewing({ positionMs: 95_001, media: { ref: media.ref, title: media.title } }),
  ].map(isSeen);

  expect(seen).toEqual([false, true, false]);
  expect(shareOf(viewing())).toBe(0.5);
});

it('one goes on with the same film, wherever it is from', () => {
  const copy = { bytes: 7, salt: 'a', hash: 'b' };
  const films = [
    viewing(),
    viewing({ media: { ref: { type: 'upload', film: 'f' }, title: 'Sea' } }),
    viewing({ media: { ref: { type: 'ownCopy', ...copy }, title: 'Sea' } }),
  ].map(filmOf);

  expect(films).toEqual([
    { type: 'address', url: 'https://a.example/sea.mp4', title: 'Sea' },
    { type: 'upload', film: 'f', title: 'Sea' },
    { type: 'ownCopy', fingerprint: copy, title: 'Sea' },
  ]);
});
