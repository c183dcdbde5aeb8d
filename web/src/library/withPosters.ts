import type { Title } from '../api/library';

/** Which of these have no poster, by their ids in a line; empty if all have one. */
export const withoutPoster = (titles: readonly Title[]): string =>
  titles
    .filter(({ poster }) => poster === undefined)
    .map(({ id }) => id)
    .join(' ');

/** The same titles, with the posters that `seen` tells of those that had none. */
export const withPosters = <Kind extends Title>(
  titles: readonly Kind[],
  seen: readonly Title[],
): readonly Kind[] => {
  const posters = new Map(seen.map(({ id, poster }) => [id, poster]));
  return titles.map((title) => {
    const poster = title.poster ?? posters.get(title.id);
    return poster === title.poster ? title : { ...title, poster };
  });
};
