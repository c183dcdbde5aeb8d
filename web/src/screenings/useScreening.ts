import { useCallback, useEffect, useState } from 'react';
import { asMe, maySignIn } from '../account/session';
import type { Result } from '../api/request';
import { readScreening, type Screening } from '../api/screenings';
import { later } from '../device/clock';

const everyMs = 5000;

const ask = (id: string): Promise<Result<Screening>> =>
  maySignIn()
    ? asMe((access) => readScreening(id, access)).then((result) =>
        result.type === 'failed' && result.status === 401 ? readScreening(id) : result,
      )
    : readScreening(id);

/** A planned evening, read again and again while somebody looks at it. */
export const useScreening = (id: string) => {
  const [screening, setScreening] = useState<Screening>();
  const [trouble, setTrouble] = useState<'unknown' | 'offline'>();
  const take = useCallback((result: Result<Screening>) => {
    if (result.type === 'done') {
      // Answers to changes leave out what is told to who reads.
      setScreening((before) =>
        before?.screening === result.value.screening
          ? { ...before, ...result.value }
          : result.value,
      );
      setTrouble(undefined);
    } else setTrouble(result.type === 'failed' && result.status === 404 ? 'unknown' : 'offline');
  }, []);
  useEffect(() => {
    let wanted = true;
    let stop = () => {};
    const look = async () => {
      const result = await ask(id);
      if (!wanted) return;
      take(result);
      stop = later(everyMs, () => void look());
    };
    void look();
    return () => {
      wanted = false;
      stop();
    };
  }, [id, take]);
  return { screening, trouble, take };
};
