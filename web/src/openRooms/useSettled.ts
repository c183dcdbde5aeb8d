import { useEffect, useState } from 'react';

/** How long somebody who types may rest between two letters. */
const restMs = 250;

/** What `text` is, once it has been that for a moment; empty text at once. */
export const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
