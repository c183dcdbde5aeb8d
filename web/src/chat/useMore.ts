import { useState } from 'react';
import type { RoomPort } from '../room/port';
import type { RoomView } from '../room/view';

/** So near to where the lines end, more of them are fetched. */
const nearPx = 80;

/** Fetches what is before the first line and after the last, each as long as there is more. */
export const useMore = (port: RoomPort, { hasEarlier, hasLater }: RoomView) => {
  const [isFetching, setFetching] = useState(false);
  const fetchIf = (isMore: boolean, fetchMore: () => Promise<void>) => {
    if (isFetching || !isMore) return;
    setFetching(true);
    void fetchMore().finally(() => setFetching(false));
  };
  const fetchEarlier = () => fetchIf(hasEarlier, port.fetchEarlier);
  const fetchLater = () => fetchIf(hasLater, port.fetchLater);
  const fetchNear = (list: HTMLElement | null) => {
    if (!list) return;
    const { scrollTop, scrollHeight, clientHeight } = list;
    if (scrollTop < nearPx) fetchEarlier();
    if (scrollHeight - scrollTop - clientHeight < nearPx) fetchLater();
  };
  return { isFetching, fetchEarlier, fetchLater, fetchNear };
};
