import { useCallback, useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import {
  forgetViewing,
  forgetViewings,
  keepViewings,
  showViewings,
  type Viewing,
  type Viewings,
  viewings,
} from '../api/viewings';

const without = (before: Viewings, id: string): Viewings => ({
  ...before,
  viewings: before.viewings.filter((each) => each.id !== id),
  total: before.total - 1,
});

/** What the person watched, as far as it has been asked for, and what can be done with it. */
export const useViewings = () => {
  const [known, setKnown] = useState<Viewings>();
  const { ask, isBusy, trouble } = useAsking();
  const read = useCallback(
    (before: readonly Viewing[]) =>
      ask(async () => {
        const result = await asMe(viewings(before.length));
        if (result.type === 'done') {
          const ids = new Set(before.map(({ id }) => id));
          const fresh = result.value.viewings.filter(({ id }) => !ids.has(id));
          setKnown({ ...result.value, viewings: [...before, ...fresh] });
        }
        return result;
      }),
    [ask],
  );
  useEffect(() => {
    void read([]);
  }, [read]);
  const change = (update: (before: Viewings) => Viewings) =>
    setKnown((before) => before && update(before));
  return {
    known,
    isBusy,
    trouble,
    more: () => read(known?.viewings ?? []),
    forget: async (id: string) => {
      const isDone = await ask(() => asMe(forgetViewing(id)));
      if (isDone) change((before) => without(before, id));
      return isDone;
    },
    forgetAll: async () => {
      const isDone = await ask(() => asMe(forgetViewings));
      if (isDone) change((before) => ({ ...before, viewings: [], total: 0 }));
      return isDone;
    },
    keep: async (kept: boolean) => {
      if (await ask(() => asMe(keepViewings(kept)))) change((before) => ({ ...before, kept }));
    },
    show: async (shown: boolean) => {
      if (await ask(() => asMe(showViewings(shown)))) change((before) => ({ ...before, shown }));
    },
  };
};
