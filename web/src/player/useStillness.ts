import { type RefObject, useEffect, useState } from 'react';
import { later } from '../device/clock';

/** Whether nothing has moved in a part of the page for `delayMs`: no pointer, no touch, no key. */
export const useStillness = (part: RefObject<HTMLElement | null>, delayMs: number): boolean => {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const listening = new AbortController();
    let callOff = later(delayMs, () => setStill(true));
    const stir = () => {
      callOff();
      setStill(false);
      callOff = later(delayMs, () => setStill(true));
    };
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
      element.addEventListener(type, stir, { signal: listening.signal, passive: true });
    }
    return () => {
      listening.abort();
      callOff();
    };
  }, [part, delayMs]);
  return isStill;
};
