import { browserClock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import type { Room } from '@matinee/link/room';
import type { GetTicket } from '@matinee/link/ticket';
import { browserTransport } from '@matinee/link/transport';
import { lookIn } from '../api/inRoom';

/** Enters a room with tickets that are asked for as needed, where the room is. */
export const openHere = (roomId: string, getTicket: GetTicket): Room => {
  const syncUrl = new URL('/sync', location.href);
  syncUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return openRoom({
    syncUrl: syncUrl.href,
    getTicket: async (signal, region) => {
      if (region !== undefined) await lookIn(roomId, region);
      return getTicket(signal);
    },
    transport: browserTransport,
    clock: browserClock,
    chance: Math.random,
  });
};
