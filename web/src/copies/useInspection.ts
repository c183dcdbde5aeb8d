import { useCallback, useEffect, useRef, useState } from 'react';
import type { Handle } from './handles';
import { type FileFault, type Inspected, inspect } from './inspect';

/** A file that the person has chosen, which can be opened again later where there is a handle. */
export type Picked = { readonly file: File; readonly handle?: Handle | undefined };

export type Inspecting =
  | { readonly type: 'none' }
  | { readonly type: 'looking'; readonly name: string; readonly share: number }
  | { readonly type: 'fault'; readonly name: string; readonly fault: FileFault }
  | ({ readonly type: 'done'; readonly handle?: Handle | undefined } & Inspected);

/** Looks at one file at a time, with the salt that somebody else had, or a new one; `start` gives what was found, unless it was not wanted any more. */
export const useInspection = (salt?: string) => {
  const [state, setState] = useState<Inspecting>({ type: 'none' });
  const looking = useRef<AbortController>(undefined);
  const cancel = useCallback(() => {
    looking.current?.abort();
    looking.current = undefined;
    setState({ type: 'none' });
  }, []);
  const start = useCallback(
    async ({ file, handle }: Picked): Promise<Inspecting | undefined> => {
      looking.current?.abort();
      const own = new AbortController();
      looking.current = own;
      const { name } = file;
      const show = (share: number) => setState({ type: 'looking', name, share });
      show(0);
      const found = await inspect(file, salt, own.signal, show);
      if (looking.current !== own) return undefined;
      const next = found.type === 'fault' ? { ...found, name } : { ...found, handle };
      setState(next);
      return next;
    },
    [salt],
  );
  useEffect(() => () => looking.current?.abort(), []);
  return { state, start, cancel };
};
