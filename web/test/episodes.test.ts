import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodeOf, movesInOrder } from '../src/queue/episodes';

const queue = (...titles: readonly string[]) =>
  titles.map((title, item) => ({
    item,
    media: { ref: { type: 'upload', film: `f${item}` } as const, title },
  }));

/** The titles after the moves. */
const after = (...titles: readonly string[]) => {
  const left = [...titles];
  for (const { item, to } of movesInOrder(queue(...titles))) {
    const title = titles[item] ?? '';
    left.splice(left.indexOf(title), 1);
    left.splice(to, 0, title);
  }
  return left;
};

describe('episodes', () => {
  it.each([
    ['The.Show.S01E02.1080p.mkv', { series: 'the show', season: 1, number: 2 }],
    ['the show - s1 e12', { series: 'the show', season: 1, number: 12 }],
    ['The Show 2x03 Pilot', { series: 'the show', season: 2, number: 3 }],
    ['Die Serie, Folge 4', { series: 'die serie', season: 1, number: 4 }],
    ['Сериал. Серия 5', { series: 'сериал', season: 1, number: 5 }],
    ['Episode 3', { series: '', season: 1, number: 3 }],
    ['Se7en', undefined],
    ['2001: A Space Odyssey', undefined],
    ['Film 1920x1080', undefined],
  ])('%s', (title, episode) => {
    expect(episodeOf(title)).toEqual(episode);
  });

  it('are put in their order, each series by itself, and films stay', () => {
    expect(after('A s1e3', 'Film', 'B 1x02', 'A s1e1', 'B 1x01', 'A s1e2')).toEqual([
      'A s1e1',
      'Film',
      'B 1x01',
      'A s1e2',
      'B 1x02',
      'A s1e3',
    ]);
    expect(movesInOrder(queue('A s1e1', 'Film', 'A s1e2', 'A s2e1'))).toEqual([]);
  });

  it('are in order after as many presses as it takes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 12 }),
        (numbers) => {
          const titles = numbers.map((number) => `Show S01E${number}`);
          const sorted = [...numbers].sort((one, other) => one - other);
          expect(after(...titles)).toEqual(sorted.map((number) => `Show S01E${number}`));
        },
      ),
      { seed: 7 },
    );
  });
});
