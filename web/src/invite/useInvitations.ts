import { useCallback, useEffect, useRef, useState } from 'react';
import { type Invitation, invitationsTo } from '../api/invitations';

/** The invitations to a room, as far as they have been asked for. */
export type Invitations = {
  readonly type: 'loading' | 'failed' | 'loaded';
  readonly all: readonly Invitation[];
  readonly total: number;
  /** Asks for them anew, or for more of them. */
  readonly load: (from?: number) => Promise<void>;
};

export const useInvitations = (roomId: string): Invitations => {
  const [type, setType] = useState<Invitations['type']>('loading');
  const [all, setAll] = useState<readonly Invitation[]>([]);
  const [total, setTotal] = useState(0);
  const newest = useRef(0);
  const load = useCallback(
    async (from = 0) => {
      newest.current += 1;
      const mine = newest.current;
      const result = await invitationsTo(roomId, from);
      if (mine !== newest.current) return;
      if (result.type !== 'done') return setType('failed');
      setAll((before) => [...before.slice(0, from), ...result.value.invitations]);
      setTotal(result.value.total);
      setType('loaded');
    },
    [roomId],
  );
  useEffect(() => {
    void load();
  }, [load]);
  return { type, all, total, load };
};
