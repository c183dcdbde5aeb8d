import * as v from 'valibot';
import { as } from './accounts';
import type { AsMe } from './people';
import { json, request } from './request';

const details = {
  name: v.string(),
  year: v.optional(v.number()),
  description: v.string(),
  tags: v.array(v.string()),
};

const episode = v.object({
  series: v.string(),
  name: v.string(),
  season: v.number(),
  number: v.number(),
});

const common = {
  id: v.string(),
  title: v.string(),
  ...details,
  addedAt: v.string(),
  poster: v.optional(v.string()),
  ownPoster: v.optional(v.boolean()),
  shown: v.optional(v.boolean()),
  from: v.optional(v.object({ person: v.string(), name: v.string() })),
  watchedBy: v.optional(v.array(v.object({ name: v.string(), now: v.boolean() }))),
};

const film = v.object({
  type: v.literal('film'),
  ...common,
  episode: v.optional(episode),
  lengthMs: v.optional(v.number()),
  sizeBytes: v.optional(v.number()),
  watched: v.optional(
    v.object({ positionMs: v.number(), lengthMs: v.optional(v.number()), lastAt: v.string() }),
  ),
});

const series = v.object({ type: v.literal('series'), ...common, episodes: v.number() });

const title = v.variant('type', [film, series]);
const titles = v.object({ titles: v.array(title), total: v.number() });
const episodes = v.object({ titles: v.array(film), total: v.number() });
const tags = v.object({ tags: v.array(v.object({ tag: v.string(), titles: v.number() })) });

/** A film of the person's library, or an episode; `title` is what it is called in a room. One that a friend lets the person find is `from` that friend; an own one may be `shown` to friends. */
export type LibraryFilm = Readonly<v.InferOutput<typeof film>>;

/** A series of the person's library; its poster is that of its first episode where none was chosen for it. */
export type Series = Readonly<v.InferOutput<typeof series>>;

export type Title = LibraryFilm | Series;

/** What the person says of a film or series. */
export type Details = {
  readonly name: string;
  readonly year?: number | undefined;
  readonly description: string;
  readonly tags: readonly string[];
};

/** Which part of the series of this name a film is to be. */
export type Placing = {
  readonly series: string;
  readonly season: number;
  readonly number: number;
};

export type Order = 'added' | 'name';

/** Which titles are wanted; nothing is looked for where `search` and `tag` are empty. */
export type Wanted = { readonly search: string; readonly tag: string; readonly order: Order };

export const longestSearch = 200;
const most = 48;
const mostEpisodes = 100;
const path = '/api/me/library';
const filmAt = (id: string): string => `${path}/films/${encodeURIComponent(id)}`;
const seriesAt = (id: string): string => `${path}/series/${encodeURIComponent(id)}`;

/** Some of the titles that are wanted, from number `from` on, and how many there are. */
export const libraryTitles =
  (
    { search, tag, order }: Wanted,
    from: number,
  ): AsMe<{ readonly titles: readonly Title[]; readonly total: number }> =>
  (access) => {
    const asked = new URLSearchParams({ search, tag, order, from: `${from}`, limit: `${most}` });
    return request(`${path}?${asked}`, titles, as(access));
  };

/** Some titles that go with what the person watched lately. */
export const suggestions: AsMe<{ readonly titles: readonly Title[] }> = (access) =>
  request(`${path}/suggestions`, titles, as(access));

/** What friends watch or watched lately, of what the person may find. */
export const watchedByFriends: AsMe<{ readonly titles: readonly Title[] }> = (access) =>
  request(`${path}/friends/watched`, titles, as(access));

/** Some of what friends let the person find, as far as words of it are looked for, and how much there is. */
export const friendsTitles =
  (search: string): AsMe<{ readonly titles: readonly Title[]; readonly total: number }> =>
  (access) =>
    request(
      `${path}/friends?${new URLSearchParams({ search, limit: `${most}` })}`,
      titles,
      as(access),
    );

/** Lets friends find a title, or not. */
export const showTitle =
  ({ type, id }: Title, shown: boolean): AsMe =>
  (access) =>
    request(
      `${type === 'film' ? filmAt(id) : seriesAt(id)}/shown`,
      v.unknown(),
      as(access, json('PUT', { shown })),
    );

/** The tags that the person has given, those of most titles first. */
export const libraryTags: AsMe<{
  readonly tags: readonly { readonly tag: string; readonly titles: number }[];
}> = (access) => request(`${path}/tags`, tags, as(access));

export const libraryFilm =
  (id: string): AsMe<LibraryFilm> =>
  (access) =>
    request(filmAt(id), film, as(access));

export const describeFilm =
  (id: string, said: Details, placing: Placing | undefined): AsMe<LibraryFilm> =>
  (access) =>
    request(
      filmAt(id),
      film,
      as(access, json('PUT', placing ? { ...said, episode: placing } : said)),
    );

/** Removes the film from the server. */
export const deleteFilm =
  (id: string): AsMe =>
  (access) =>
    request(filmAt(id), v.unknown(), as(access, { method: 'DELETE' }));

export const librarySeries =
  (id: string): AsMe<Series> =>
  (access) =>
    request(seriesAt(id), series, as(access));

export const describeSeries =
  (id: string, said: Details): AsMe<Series> =>
  (access) =>
    request(seriesAt(id), series, as(access, json('PUT', said)));

/** How a person chooses a poster for a title, by a PNG or JPEG, and has the one from the film again. */
export type PosterChanges<Kind extends Title> = {
  readonly choose: (picture: Blob) => AsMe<Kind>;
  readonly remove: AsMe<Kind>;
};

const posterChanges = <Kind extends Title>(
  at: string,
  schema: v.GenericSchema<unknown, Kind>,
): PosterChanges<Kind> => ({
  choose: (picture) => (access) =>
    request(
      `${at}/poster`,
      schema,
      as(access, { method: 'PUT', headers: { 'Content-Type': picture.type }, body: picture }),
    ),
  remove: (access) => request(`${at}/poster`, schema, as(access, { method: 'DELETE' })),
});

export const filmPoster = (id: string): PosterChanges<LibraryFilm> =>
  posterChanges(filmAt(id), film);

export const seriesPoster = (id: string): PosterChanges<Series> =>
  posterChanges(seriesAt(id), series);

/** Some of the episodes of a series, in their order, from number `from` on, and how many there are. */
export const episodesOf =
  (
    id: string,
    from: number,
  ): AsMe<{ readonly titles: readonly LibraryFilm[]; readonly total: number }> =>
  (access) =>
    request(`${seriesAt(id)}/episodes?from=${from}&limit=${mostEpisodes}`, episodes, as(access));
