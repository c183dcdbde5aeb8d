import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { episodesOf, type LibraryFilm } from '../api/library';

/** Of a longer series the rest is found by search. */
const most = 1000;

/** The episodes of a series, page by page until all are there; `hasFailed` if some cannot be had. */
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
  return { episodes, hasFailed };
};
