import { useCallback, useState } from 'react';
import type { Dropped } from './dropped';
import type { Goal } from './item';
import { uploadAll } from './store';

/** What was not taken of what somebody chose: by its name, or because there are too many. */
export type LeftOut = { readonly names: readonly string[]; readonly tooMany: boolean };

const nothing: LeftOut = { names: [], tooMany: false };

/** Uploads what somebody chooses to the server at `address`, each for its goal. */
export const useUploading = (address: () => Promise<string>, goalOf: (index: number) => Goal) => {
  const [leftOut, setLeftOut] = useState(nothing);
  const start = useCallback(
    async ({ films, leftOut: names }: Dropped) => {
      const isTooMuch = uploadAll(films, await address(), goalOf) > 0;
      setLeftOut({ names, tooMany: isTooMuch });
    },
    [address, goalOf],
  );
  return { leftOut, start };
};
