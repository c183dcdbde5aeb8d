import { useCallback, useState } from 'react';
import type { Result } from '../api/request';
import { useTexts } from '../texts/language';
import { textOfFailure } from './failure';

/** One request of a form: whether it is under way, what came of it, and how to begin it. */
export type Asking = {
  readonly isBusy: boolean;
  readonly isDone: boolean;
  readonly trouble: string | undefined;
  /** `refused` is what a 401 or 403 means. Gives whether it was done. */
  readonly ask: (request: () => Promise<Result<unknown>>, refused?: string) => Promise<boolean>;
  /** Forgets what came of the last one. */
  readonly reset: () => void;
};

export const useAsking = (): Asking => {
  const texts = useTexts();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [trouble, setTrouble] = useState<string>();
  const ask = useCallback<Asking['ask']>(
    async (request, refused = texts.account.other) => {
      setState('busy');
      setTrouble(undefined);
      const result = await request();
      setTrouble(textOfFailure(texts, result, refused));
      setState(result.type === 'done' ? 'done' : 'idle');
      return result.type === 'done';
    },
    [texts],
  );
  const reset = useCallback(() => {
    setState('idle');
    setTrouble(undefined);
  }, []);
  return { isBusy: state === 'busy', isDone: state === 'done', trouble, ask, reset };
};
