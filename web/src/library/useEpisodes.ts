import { useCallback, useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { episodesOf, type LibraryFilm } from '../api/library';
import { useLookingAgain } from './useLookingAgain';
import { withoutPoster, withPosters } from './withPosters';

/** Of a longer series the rest is found by search. */
const most = 1000;

/** The episodes of a series, page by page until all are there; `hasFailed` if some cannot be had. Posters that are made meanwhile come by themselves. */
export const useEpisodes = (series: string) => {
  const [episodes, setEpisodes] = useState<readonly LibraryFilm[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const read = async (before: readonly LibraryFilm[]): Promise<void> => {
      const result = await asMe(episodesOf(series, before.length));
      if (!wanted) return;
      setFailed(result.type !== 'done');
      if (result.type !== 'done') return;
      const all = [...before, ...result.value.titles];
      setEpisodes(all);
      const isMore = result.value.titles.length > 0 && all.length < result.value.total;
      if (isMore && all.length < most) await read(all);
    };
    void read([]);
    return () => {
      wanted = false;
    };
  }, [series]);
  const awaited = withoutPoster(episodes ?? []);
  const firstAwaited = episodes?.findIndex(({ poster }) => poster === undefined) ?? 0;
  const look = useCallback(async () => {
    const result = await asMe(episodesOf(series, Math.max(0, firstAwaited)));
    if (result.type !== 'done') return;
    const { titles } = result.value;
    setEpisodes((now) => now && withPosters(now, titles));
  }, [series, firstAwaited]);
  useLookingAgain(awaited, look);
  return { episodes, hasFailed };
};
