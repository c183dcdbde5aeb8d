import { useCallback, useEffect, useState } from 'react';
import type { RoomPort } from '../room/port';
import type { ChatLine } from '../room/view';
import { lineId } from './Line';

const glow = [{ background: 'color-mix(in srgb, var(--amber) 40%, transparent)' }, {}];
const glowMs = 2000;

/** Shows a line, wherever it is, and marks it for a moment; tells whether it could be had. */
export const useGoTo = (port: RoomPort, chat: readonly ChatLine[]) => {
  const [wanted, setWanted] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line may have come with the others.
  useEffect(() => {
    if (wanted === undefined) return;
    const line = document.getElementById(lineId(wanted));
    if (!line) return;
    line.scrollIntoView({ block: 'center' });
    line.focus({ preventScroll: true });
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) line.animate(glow, glowMs);
    setWanted(undefined);
  }, [wanted, chat]);
  return useCallback(
    async (key: number) => {
      const isThere = await port.showLine(key);
      if (isThere) setWanted(key);
      return isThere;
    },
    [port],
  );
};
