import { browserClock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import type { Room } from '@matinee/link/room';
import type { GetTicket } from '@matinee/link/ticket';
import { browserTransport } from '@matinee/link/transport';

/** Enters a room of this server with tickets that are asked for as needed. */
export const openHere = (getTicket: GetTicket): Room => {
  const syncUrl = new URL('/sync', location.href);
  syncUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return openRoom({
    syncUrl: syncUrl.href,
    getTicket,
    transport: browserTransport,
    clock: browserClock,
    chance: Math.random,
  });
};
