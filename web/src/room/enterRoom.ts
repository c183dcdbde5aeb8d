import { browserClock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import { browserTransport } from '@matinee/link/transport';
import { ticketFor } from '../api/members';
import { enteredAs } from '../device/entered';
import { followMedia } from './followMedia';
import { liveRoom } from './live';
import type { RoomPort } from './port';

/** Enters a room of this server under a name; the port is there at once, and tells by its view how the entering goes. */
export const enterRoom = (roomId: string, name: string): RoomPort => {
  const syncUrl = new URL('/sync', location.href);
  syncUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const room = openRoom({
    syncUrl: syncUrl.href,
    getTicket: ticketFor(roomId, () => enteredAs(roomId) ?? name),
    transport: browserTransport,
    clock: browserClock,
    chance: Math.random,
  });
  return liveRoom(roomId, room, followMedia(roomId, room));
};
