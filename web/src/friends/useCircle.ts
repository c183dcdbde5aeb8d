import { useCallback, useEffect, useState } from 'react';
import { textOfFailure } from '../account/failure';
import { asMe } from '../account/session';
import { type AsMe, type Circle, readCircle } from '../api/people';
import type { Result } from '../api/request';
import { useTexts } from '../texts/language';
import type { PeopleTexts } from '../texts/people/en';
import { usePeopleTexts } from '../texts/people/texts';
import { listenForNews } from './news';

/** What the person has with other people, and how to change it. */
export type Friends = {
  /** Nothing until it is known. */
  readonly circle: Circle | undefined;
  readonly isBusy: boolean;
  readonly trouble: string | undefined;
  /** Does something and reads everything anew; gives whether it was done. `many` is said where there are as many as may be. */
  readonly act: (what: AsMe, many?: string) => Promise<boolean>;
  readonly read: () => Promise<void>;
};

const own = (texts: PeopleTexts, result: Result<unknown>, many: string): string | undefined => {
  if (result.type !== 'failed') return undefined;
  if (result.kind === 'yourself') return texts.yourself;
  if (result.kind === 'too-many') return many;
  if (result.kind === 'too-many-there') return texts.tooMany;
  return result.status === 404 ? texts.gone : undefined;
};

export const useCircle = (): Friends => {
  const all = useTexts();
  const texts = usePeopleTexts();
  const [circle, setCircle] = useState<Circle>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const tell = useCallback(
    (result: Result<unknown>, many: string) =>
      own(texts, result, many) ?? textOfFailure(all, result, all.account.other),
    [all, texts],
  );
  const read = useCallback(async () => {
    const result = await asMe(readCircle);
    if (result.type === 'done') setCircle(result.value);
    else setTrouble(tell(result, texts.tooMany));
  }, [tell, texts]);
  const act = useCallback<Friends['act']>(
    async (what, many = texts.tooMany) => {
      setBusy(true);
      setTrouble(undefined);
      const result = await asMe(what);
      setTrouble(tell(result, many));
      await read();
      setBusy(false);
      return result.type === 'done';
    },
    [read, tell, texts],
  );
  useEffect(() => {
    void read();
    let known: number | undefined;
    return listenForNews((news) => {
      if (known !== undefined && news !== known) void read();
      known = news;
    });
  }, [read]);
  return { circle, isBusy, trouble, act, read };
};
