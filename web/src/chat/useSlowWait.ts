import { useTicks } from '../device/clock';
import type { RoomPort } from '../room/port';

/** For how many seconds, begun ones included, this person may not say anything more (CH2); counts down by itself. */
export const useSlowWait = (port: RoomPort, mayChatFromMs: number | undefined): number => {
  const leftMs = mayChatFromMs === undefined ? 0 : mayChatFromMs - port.roomTimeMs();
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  useTicks(seconds > 0, 250);
  return seconds;
};
