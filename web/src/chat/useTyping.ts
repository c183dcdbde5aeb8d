import { useRef } from 'react';
import { monotonicNowMs } from '../device/clock';

/** The room takes notice once in 3 s (SI2); a little more, so that none comes too early. */
const everyMs = 3_300;

/** Tells now and then that something is being written. */
export const useTyping = (onTyping: (() => void) | undefined): ((text: string) => void) => {
  const toldAtMs = useRef(Number.NEGATIVE_INFINITY);
  return (text) => {
    const nowMs = monotonicNowMs();
    if (text.trim() === '' || nowMs - toldAtMs.current < everyMs) return;
    toldAtMs.current = nowMs;
    onTyping?.();
  };
};
