import { describe, expect, it } from 'vitest';
import type { LibraryFilm } from '../src/api/library';
import { waitBefore } from '../src/library/useLookingAgain';
import { withoutPoster, withPosters } from '../src/library/withPosters';

const film = (id: string, poster?: string): LibraryFilm => ({
  type: 'film',
  id,
  title: id,
  name: id,
  description: '',
  tags: [],
  addedAt: '2026-11-23T18:30:00Z',
  ...(poster === undefined ? {} : { poster }),
});

describe('posters that come while one looks', () => {
  it('are awaited for those titles alone that have none', () => {
    expect(withoutPoster([film('a'), film('b', '/b'), film('c')])).toBe('a c');
    expect(withoutPoster([film('b', '/b')])).toBe('');
  });

  it('come to the titles that had none, and change nothing else', () => {
    const titles = [film('a'), film('b', '/b'), film('c')];

    const after = withPosters(titles, [film('c', '/c'), film('b', '/other'), film('new', '/new')]);

    expect(after).toEqual([film('a'), film('b', '/b'), film('c', '/c')]);
    expect(after[0]).toBe(titles[0]);
  });

  it('are looked for less and less often, for about half an hour', () => {
    const waits = Array.from({ length: 100 }, (_, count) => waitBefore(count));

    expect(waits.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    const sum = waits.reduce<number>((before, wait) => before + (wait ?? 0), 0);
    expect(Math.round(sum / 60_000)).toBe(31);
    expect(waits.at(-1)).toBeUndefined();
  });
});
