import { useEffect } from 'react';
import { later } from '../device/clock';

const firstMs = 2_000;
const longestMs = 60_000;

/** For how many looks; with them somebody waits for half an hour. */
const most = 35;

/** How long to wait before look number `count`, counted from 0; undefined when enough were taken. */
export const waitBefore = (count: number): number | undefined =>
  count < most ? Math.min(longestMs, firstMs * 2 ** count) : undefined;

/** Looks again, less and less often, for what comes by itself, such as posters of films that are new; begins anew when `awaited` names something else, and is over when it names nothing. */
export const useLookingAgain = (awaited: string, look: () => Promise<void>): void => {
  useEffect(() => {
    if (awaited === '') return;
    let callOff = () => {};
    const wait = (count: number) => {
      const waitMs = waitBefore(count);
      if (waitMs === undefined) return;
      callOff = later(waitMs, () => {
        wait(count + 1);
        if (!document.hidden) void look();
      });
    };
    wait(0);
    return () => callOff();
  }, [awaited, look]);
};
