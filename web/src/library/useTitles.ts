import { useCallback, useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { libraryTitles, type Order, type Title } from '../api/library';

type Known = { readonly titles: readonly Title[]; readonly total: number };

/** The titles that are wanted, as far as they have been asked for; those of before stay until there are others. */
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
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { known, hasFailed, isBusy, more, again };
};
