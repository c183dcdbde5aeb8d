import { useCallback, useEffect, useState } from 'react';
import { wallNowMs } from '../device/clock';
import { keptChoices } from './kept';

/** Which subtitles this person sees, if any, and how much later. */
export type Choice = { readonly id: string | undefined; readonly laterMs: number };

const none: Choice = { id: undefined, laterMs: 0 };

/** What this person has chosen for a film, also at an earlier visit, and how to choose something else. */
export const useChoice = (
  film: string | undefined,
): readonly [Choice, (change: Partial<Choice>) => void] => {
  const [made, setMade] = useState<{ readonly film: string; readonly choice: Choice }>();
  const choice = made !== undefined && made.film === film ? made.choice : none;
  useEffect(() => {
    if (film === undefined) return;
    let isWanted = true;
    void keptChoices.find(film).then((kept) => {
      if (kept && isWanted)
        setMade((now) =>
          now?.film === film ? now : { film, choice: { id: kept.id, laterMs: kept.laterMs } },
        );
    });
    return () => {
      isWanted = false;
    };
  }, [film]);
  const choose = useCallback(
    (change: Partial<Choice>) => {
      if (film === undefined) return;
      const next = { ...choice, ...change };
      setMade({ film, choice: next });
      void keptChoices.keep({ key: film, ...next, atMs: wallNowMs() });
    },
    [film, choice],
  );
  return [choice, choose];
};
