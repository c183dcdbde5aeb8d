import { useEffect, useRef, useState } from 'react';
import { type RoomView, selfIn } from '../room/view';
import { newestKey } from './unread';

/** How often this page's person was mentioned while the page was hidden; 0 as soon as it is seen. */
export const useMentionCount = (view: RoomView): number => {
  const self = selfIn(view)?.id;
  const newest = newestKey(view.chat);
  const seen = useRef(newest);
  const [isHidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (!isHidden || view.contact.type === 'connecting') seen.current = newest;
  }, [isHidden, newest, view.contact.type]);
  if (!isHidden) return 0;
  return view.chat.filter(
    (line) =>
      line.type === 'said' &&
      line.key > seen.current &&
      line.mentions?.some(({ id }) => id === self),
  ).length;
};
