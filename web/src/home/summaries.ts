import { useEffect, useState } from 'react';
import { type RoomSummary, roomSummary } from '../api/rooms';

/** What rooms are doing, as far as it is known by now; `gone` are those that are there no more. */
export type Summaries = {
  readonly known: ReadonlyMap<string, RoomSummary>;
  readonly gone: ReadonlySet<string>;
};

/** Asks once for each of the rooms that are shown. */
export const useSummaries = (ids: readonly string[]): Summaries => {
  const [known, setKnown] = useState<ReadonlyMap<string, RoomSummary>>(new Map());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const wanted = ids.join(' ');
  useEffect(() => {
    const asking = new AbortController();
    for (const id of wanted.split(' ').filter((each) => each !== '')) {
      void roomSummary(id, asking.signal).then((result) => {
        if (asking.signal.aborted) return;
        if (result.type === 'done') setKnown((before) => new Map(before).set(id, result.value));
        else if (result.type === 'failed' && result.status === 404)
          setGone((before) => new Set(before).add(id));
      });
    }
    return () => asking.abort();
  }, [wanted]);
  return { known, gone };
};
