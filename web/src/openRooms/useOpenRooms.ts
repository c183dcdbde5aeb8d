import { useEffect, useState } from 'react';
import { type PublicRoom, publicRooms } from '../api/publicRooms';
import type { Result } from '../api/request';
import { inPlace } from './listed';

/** How long after one look the next is. */
const againMs = 4_000;

/** How many pages are shown at most: who has not found a room by then had better search. */
const mostPages = 8;

type Listed = { readonly rooms: readonly PublicRoom[]; readonly isMore: boolean };

const readPages = async (
  search: string,
  pages: number,
  signal: AbortSignal,
): Promise<Result<Listed>> => {
  const rooms = new Map<string, PublicRoom>();
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const result = await publicRooms(search, after, signal);
    if (result.type !== 'done') return result;
    for (const room of result.value.rooms) rooms.set(room.room, room);
    after = result.value.next;
    if (after === undefined) break;
  }
  return { type: 'done', value: { rooms: [...rooms.values()], isMore: after !== undefined } };
};

/**
 * The open rooms that `search` finds, or nothing until they are known, and whether the last look at them failed. `areNone`: this server lists
 * no rooms.
 */
export type OpenRooms = {
  readonly listed: Listed | undefined;
  readonly areNone: boolean;
  readonly hasFailed: boolean;
  /** Shows more of them, if there are more and not too many are shown already. */
  readonly more: (() => void) | undefined;
  /** Looks at once. */
  readonly again: () => void;
};

/** Looks at the open rooms again and again, while the page is in sight. */
export const useOpenRooms = (search: string): OpenRooms => {
  const [listed, setListed] = useState<Listed & { readonly search: string }>();
  const [hasFailed, setFailed] = useState(false);
  const [areNone, setNone] = useState(false);
  const [wanted, setWanted] = useState({ search, pages: 1 });
  const pages = wanted.search === search ? wanted.pages : 1;
  const [look, setLook] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` is counted up to look at once.
  useEffect(() => {
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      clearTimeout(timer);
      const result = document.hidden ? undefined : await readPages(search, pages, asking.signal);
      if (asking.signal.aborted) return;
      if (result?.type === 'failed' && result.kind === 'no-public-list') return setNone(true);
      timer = setTimeout(() => void read(), againMs);
      if (result === undefined) return;
      setFailed(result.type !== 'done');
      if (result.type !== 'done') return;
      const { rooms, isMore } = result.value;
      setListed((before) => ({
        search,
        rooms: before?.search === search ? inPlace(before.rooms, rooms) : rooms,
        isMore,
      }));
    };
    const onSight = () => {
      if (!document.hidden) void read();
    };
    document.addEventListener('visibilitychange', onSight);
    void read();
    return () => {
      asking.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [search, pages, look]);
  const isMore = listed?.isMore === true && pages < mostPages;
  return {
    listed,
    areNone,
    hasFailed,
    more: isMore ? () => setWanted({ search, pages: pages + 1 }) : undefined,
    again: () => setLook((before) => before + 1),
  };
};
