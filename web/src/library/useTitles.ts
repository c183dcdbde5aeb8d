import { useCallback, useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { libraryTitles, type Order, type Title } from '../api/library';
import { useLookingAgain } from './useLookingAgain';
import { withoutPoster, withPosters } from './withPosters';

type Known = { readonly titles: readonly Title[]; readonly total: number };

/** The titles that are wanted, as far as they have been asked for; those of before stay until there are others. Posters that are made meanwhile come by themselves. */
export const useTitles = (search: string, tag: string, order: Order) => {
  const [known, setKnown] = useState<Known>();
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let wanted = true;
    void asMe(libraryTitles({ search, tag, order }, 0)).then((result) => {
      if (!wanted) return;
      setFailed(result.type !== 'done');
      if (result.type === 'done') setKnown(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [search, tag, order, round]);
  const more = async () => {
    const before = known;
    if (before === undefined) return;
    setBusy(true);
    const result = await asMe(libraryTitles({ search, tag, order }, before.titles.length));
    setBusy(false);
    setFailed(result.type !== 'done');
    if (result.type !== 'done') return;
    const ids = new Set(before.titles.map(({ id }) => id));
    const fresh = result.value.titles.filter(({ id }) => !ids.has(id));
    setKnown((now) =>
      now === before ? { titles: [...before.titles, ...fresh], total: result.value.total } : now,
    );
  };
  const awaited = withoutPoster(known?.titles ?? []);
  const firstAwaited = known?.titles.findIndex(({ poster }) => poster === undefined) ?? 0;
  const look = useCallback(async () => {
    const result = await asMe(libraryTitles({ search, tag, order }, Math.max(0, firstAwaited)));
    if (result.type !== 'done') return;
    const { titles } = result.value;
    setKnown((now) => now && { ...now, titles: withPosters(now.titles, titles) });
  }, [search, tag, order, firstAwaited]);
  useLookingAgain(awaited, look);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { known, hasFailed, isBusy, more, again };
};
