import type { LibraryFilm, Title } from '../api/library';
import { clockText } from '../player/position';
import type { LibraryTexts } from '../texts/library/en';

const minuteMs = 60_000;

/** From which share of a film on it counts as seen; the same as where one goes on. */
const seenShare = 0.95;

/** How long a film lasts, in words. */
export const lengthText = (texts: LibraryTexts, lengthMs: number): string => {
  const minutes = Math.max(1, Math.round(lengthMs / minuteMs));
  return minutes < 60
    ? texts.minutes(minutes)
    : texts.hours(Math.floor(minutes / 60), minutes % 60);
};

/** Which part of a series a film is, in words. */
export const partText = (texts: LibraryTexts, film: LibraryFilm): string | undefined => {
  if (film.episode === undefined) return undefined;
  const { season, number } = film.episode;
  return season === 0 ? texts.special(number) : texts.part(season, number);
};

/** What stands below the name of a title in a list. */
export const factsOf = (texts: LibraryTexts, title: Title): string =>
  [
    title.type === 'film' && title.episode ? partText(texts, title) : title.year,
    title.type === 'series' ? texts.episodes(title.episodes) : undefined,
    title.type === 'film' && title.lengthMs ? lengthText(texts, title.lengthMs) : undefined,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');

/** How much of a film one has seen, 0 to 1; nothing where that is not known. */
export const seenOf = ({ watched, lengthMs }: LibraryFilm): number | undefined => {
  const length = watched?.lengthMs ?? lengthMs;
  return watched && length ? Math.min(1, watched.positionMs / length) : undefined;
};

export const isSeen = (film: LibraryFilm): boolean => (seenOf(film) ?? 0) >= seenShare;

/** Where one goes on with a film, in ms; nothing where one begins at its beginning. */
export const goOnAt = (film: LibraryFilm): number | undefined =>
  film.watched && film.watched.positionMs >= minuteMs / 6 && !isSeen(film)
    ? film.watched.positionMs
    : undefined;

/** How far one is with a film, in words. */
export const seenText = (texts: LibraryTexts, film: LibraryFilm): string | undefined => {
  if (isSeen(film)) return texts.seen;
  const at = goOnAt(film);
  return at === undefined ? undefined : texts.stopped(clockText(at));
};

/** What an episode is called within its series. */
export const episodeName = (texts: LibraryTexts, film: LibraryFilm): string =>
  film.name || (film.episode ? texts.episode(film.episode.number) : film.title);

/** The episode that comes next for somebody: the one in which they stopped, or the one after the last that they saw. */
export const nextEpisode = (episodes: readonly LibraryFilm[]): LibraryFilm | undefined => {
  const last = episodes.reduce<LibraryFilm | undefined>(
    (latest, film) =>
      film.watched && film.watched.lastAt > (latest?.watched?.lastAt ?? '') ? film : latest,
    undefined,
  );
  if (last === undefined)
    return episodes.find(({ episode }) => episode?.season !== 0) ?? episodes[0];
  return isSeen(last) ? episodes[episodes.indexOf(last) + 1] : last;
};
