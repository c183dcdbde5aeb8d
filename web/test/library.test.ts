import { describe, expect, it } from 'vitest';
import type { LibraryFilm } from '../src/api/library';
import { detailsOf } from '../src/library/DetailsFields';
import { factsOf, goOnAt, lengthText, nextEpisode, seenText } from '../src/library/facts';
import { library as texts } from '../src/texts/library/en';

const hourMs = 3_600_000;

const film = (part: Partial<LibraryFilm>): LibraryFilm => ({
  type: 'film',
  id: 'film',
  title: 'The Sea',
  name: 'The Sea',
  description: '',
  tags: [],
  addedAt: '2026-11-23T18:30:00Z',
  ...part,
});

const episode = (season: number, number: number, watched?: LibraryFilm['watched']): LibraryFilm =>
  film({
    id: `${season}x${number}`,
    episode: { series: 'show', name: 'Show', season, number },
    lengthMs: hourMs,
    ...(watched ? { watched } : {}),
  });

const seenAt = (lastAt: string) => ({ positionMs: hourMs, lastAt });

describe('a film of the library', () => {
  it('tells in short what is known of it', () => {
    expect(factsOf(texts, film({ year: 2019, lengthMs: 94 * 60_000 }))).toBe('2019 · 1 h 34 min');
    expect(factsOf(texts, film({ lengthMs: 5_000 }))).toBe('1 min');
    expect(factsOf(texts, episode(2, 5))).toBe('Season 2, episode 5 · 1 h 0 min');
    expect(factsOf(texts, episode(0, 1))).toBe('Special 1 · 1 h 0 min');
    expect(factsOf(texts, film({}))).toBe('');
    expect(lengthText(texts, 59 * 60_000)).toBe('59 min');
  });

  it('is gone on with where one stopped, unless that is at its beginning or its end', () => {
    const stoppedAt = (positionMs: number) =>
      film({ lengthMs: hourMs, watched: { positionMs, lastAt: '2026-11-23T19:00:00Z' } });
    expect(goOnAt(stoppedAt(hourMs / 2))).toBe(hourMs / 2);
    expect(seenText(texts, stoppedAt(hourMs / 2))).toBe('Stopped at 30:00');
    expect(goOnAt(stoppedAt(9_999))).toBeUndefined();
    expect(goOnAt(stoppedAt(hourMs * 0.96))).toBeUndefined();
    expect(seenText(texts, stoppedAt(hourMs * 0.96))).toBe('Seen');
    expect(seenText(texts, film({}))).toBeUndefined();
  });
});

describe('the next episode', () => {
  const specials = episode(0, 1);
  const first = episode(1, 1);
  const last = episode(1, 2);

  it('is the first that is no special, for who has seen none', () => {
    expect(nextEpisode([specials, first, last])).toBe(first);
    expect(nextEpisode([specials])).toBe(specials);
    expect(nextEpisode([])).toBeUndefined();
  });

  it('is the one in which one stopped, or the one after that which one saw last', () => {
    const begun = episode(1, 1, { positionMs: hourMs / 2, lastAt: '2026-11-23T19:00:00Z' });
    const seen = episode(1, 1, seenAt('2026-11-23T19:00:00Z'));
    const again = episode(1, 2, seenAt('2026-11-22T19:00:00Z'));
    expect(nextEpisode([begun, last])).toBe(begun);
    expect(nextEpisode([seen, last])).toBe(last);
    expect(nextEpisode([seen, again])).toBe(again);
    expect(nextEpisode([first, episode(1, 2, seenAt('2026-11-23T19:00:00Z'))])).toBeUndefined();
  });
});

describe('what is typed of a title', () => {
  const typed = { name: ' The Sea ', year: '2019', description: '', tags: 'sea, , night ' };

  it('is said without what surrounds it', () => {
    expect(detailsOf(typed)).toEqual({
      name: 'The Sea',
      year: 2019,
      description: '',
      tags: ['sea', 'night'],
    });
    expect(detailsOf({ ...typed, year: ' ' })).not.toHaveProperty('year');
  });

  it.each(['19', '1869', '2201', 'soon'])('is not said with %s as its year', (year) => {
    expect(detailsOf({ ...typed, year })).toBeUndefined();
  });
});
