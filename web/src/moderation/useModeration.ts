import { useCallback, useEffect, useRef, useState } from 'react';
import { type Deed, moderationOf } from '../api/moderation';

/** What was done in a room, as far as it has been asked for. */
export type Moderation = {
  readonly type: 'loading' | 'failed' | 'loaded';
  readonly deeds: readonly Deed[];
  readonly hasMore: boolean;
  /** Asks for the newest anew, or for what came before the last of `known`. */
  readonly load: (known?: readonly Deed[]) => Promise<void>;
};

export const useModeration = (roomId: string): Moderation => {
  const [type, setType] = useState<Moderation['type']>('loading');
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [hasMore, setMore] = useState(false);
  const newest = useRef(0);
  const load = useCallback(
    async (known: readonly Deed[] = []) => {
      newest.current += 1;
      const mine = newest.current;
      const result = await moderationOf(roomId, known.at(-1)?.number);
      if (mine !== newest.current) return;
      if (result.type !== 'done') return setType('failed');
      setDeeds([...known, ...result.value.deeds]);
      setMore(result.value.more);
      setType('loaded');
    },
    [roomId],
  );
  useEffect(() => {
    void load();
  }, [load]);
  return { type, deeds, hasMore, load };
};
