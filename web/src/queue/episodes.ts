import type { QueueItem } from '../room/view';

/** Which part of a series something is; a season that is not told is 1. */
export type Episode = { readonly series: string; readonly season: number; readonly number: number };

const between = '[\\s._\\-–]*';
const patterns = [
  new RegExp(`^(.*?)${between}\\bs(\\d{1,2})${between}e(\\d{1,4})`, 'iu'),
  new RegExp(`^(.*?)${between}\\b(\\d{1,2})x(\\d{1,4})\\b`, 'iu'),
  new RegExp(`^(.*?)${between}()(?:episode|ep\\.?|folge|серия)${between}(\\d{1,4})`, 'iu'),
];

/** The episode that a title names, as files and people write it: `Show S01E02`, `Show 1x02`, `Show - Episode 2`. */
export const episodeOf = (title: string): Episode | undefined => {
  for (const pattern of patterns) {
    const [, name = '', season, number] = pattern.exec(title) ?? [];
    if (number === undefined) continue;
    const series = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return { series, season: Number(season || 1), number: Number(number) };
  }
  return undefined;
};

type Item = Pick<QueueItem, 'item' | 'media'>;

/** The items with the episodes of each series in their order, at the places that they have together; all others stay where they are. */
const inOrder = (items: readonly Item[]): readonly Item[] => {
  const episodes = items.map((item) => ({ item, episode: episodeOf(item.media.title) }));
  const sorted = Map.groupBy(
    [...episodes].sort(
      ({ episode: one }, { episode: other }) =>
        (one?.season ?? 0) - (other?.season ?? 0) || (one?.number ?? 0) - (other?.number ?? 0),
    ),
    ({ episode }) => episode?.series,
  );
  const taken = new Map<string, number>();
  return episodes.map(({ item, episode }) => {
    if (episode === undefined) return item;
    const at = taken.get(episode.series) ?? 0;
    taken.set(episode.series, at + 1);
    return sorted.get(episode.series)?.[at]?.item ?? item;
  });
};

/** More are not wished for at once; what is left is one press further. */
const mostMoves = 12;

/** The moves, one after the other, that put the episodes of each series in their order. None where they are, or where there are none. */
export const movesInOrder = (
  items: readonly Item[],
): readonly { readonly item: number; readonly to: number }[] => {
  const now = items.map(({ item }) => item);
  return inOrder(items)
    .flatMap(({ item }, to) => {
      const from = now.indexOf(item);
      if (from === to) return [];
      now.splice(to, 0, ...now.splice(from, 1));
      return [{ item, to }];
    })
    .slice(0, mostMoves);
};
