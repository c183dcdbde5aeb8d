import { useCallback, useEffect, useRef, useState } from 'react';
import { type Invitation, invitationsTo, pageSize } from '../api/invitations';
import { later } from '../device/clock';

const everyMs = 3_000;

/** The invitations to a room, as far as they have been asked for. */
export type Invitations = {
  readonly type: 'loading' | 'failed' | 'loaded';
  readonly all: readonly Invitation[];
  readonly total: number;
  /** Asks anew for those that are known, or for more of them. */
  readonly load: (from?: number) => Promise<void>;
};

export const useInvitations = (roomId: string): Invitations => {
  const [type, setType] = useState<Invitations['type']>('loading');
  const [all, setAll] = useState<readonly Invitation[]>([]);
  const [total, setTotal] = useState(0);
  const newest = useRef(0);
  const known = useRef(0);
  const load = useCallback(
    async (from = 0, isQuiet = false) => {
      newest.current += 1;
      const mine = newest.current;
      const result = await invitationsTo(roomId, from, Math.max(pageSize, known.current - from));
      if (mine !== newest.current) return;
      if (result.type !== 'done') return isQuiet ? undefined : setType('failed');
      known.current = from + result.value.invitations.length;
      setAll((before) => [...before.slice(0, from), ...result.value.invitations]);
      setTotal(result.value.total);
      setType('loaded');
    },
    [roomId],
  );
  useEffect(() => {
    void load();
  }, [load]);
  // Whoever looks at the list sees within seconds what others do.
  useEffect(() => {
    let waits = () => {};
    const again = async () => {
      if (!document.hidden) await load(0, true);
      waits = later(everyMs, () => void again());
    };
    waits = later(everyMs, () => void again());
    return () => waits();
  }, [load]);
  return { type, all, total, load };
};
