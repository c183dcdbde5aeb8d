import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { ChatLine } from '../room/view';
import { newestKey } from './unread';

const nearPx = 48;

/**
 * Keeps a list at its end while the person is there, and where the person reads while not: lines that come before the first do not
 * move it. Where there are later lines, their last is
 * no end. Tells the key of the last line that was seen at the end.
 */
export const useStickToEnd = (
  list: RefObject<HTMLElement | null>,
  chat: readonly ChatLine[],
  hasLater: boolean,
) => {
  const isAtEnd = useRef(true);
  const before = useRef({ first: chat[0]?.key, height: 0 });
  const [seen, setSeen] = useState(() => newestKey(chat));
  const toEnd = () => {
    isAtEnd.current = true;
    list.current?.scrollTo({ top: list.current.scrollHeight });
    setSeen(newestKey(chat));
  };
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const keep = () => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    const resized = new ResizeObserver(keep);
    resized.observe(element);
    return () => resized.disconnect();
  }, [list]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const first = chat[0]?.key;
    if (isAtEnd.current) {
      element.scrollTop = element.scrollHeight;
      setSeen(newestKey(chat));
    } else if (first !== before.current.first) {
      element.scrollTop += element.scrollHeight - before.current.height;
    }
    before.current = { first, height: element.scrollHeight };
  }, [list, chat]);
  const onScroll = () => {
    const element = list.current;
    if (!element) return;
    isAtEnd.current =
      !hasLater && element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    if (isAtEnd.current) setSeen(newestKey(chat));
  };
  return { seen, toEnd, onScroll };
};
