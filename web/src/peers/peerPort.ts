import { browserClock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import { type OpenCircuit, peerTransport } from '@matinee/link/peers/peerTransport';
import type { TicketReply } from '@matinee/link/ticket';
import { browserTransport } from '@matinee/link/transport';
import { followMedia } from '../room/followMedia';
import { liveRoom } from '../room/live';
import type { RoomPort } from '../room/port';

/** Nobody has to be let in by a ticket: the connection says who comes (PE9). */
const ticket: TicketReply = { type: 'ticket', ticket: 'circuit' };

/** What a page would have to ask a server for. */
const nowhere = () => Promise.resolve({ type: 'offline' } as const);

const noUpload = () => Promise.reject(new Error('a room without a server has no uploads'));

/** Enters the room to whose keeper `open` opens circuits. */
export const peerPort = (open: OpenCircuit): RoomPort => {
  const room = openRoom({
    syncUrl: '',
    getTicket: () => Promise.resolve(ticket),
    transport: peerTransport(browserTransport, open),
    clock: browserClock,
    chance: Math.random,
  });
  return liveRoom(room, {
    follow: followMedia(room, noUpload),
    fetchChat: nowhere,
    searchChat: nowhere,
    findMembers: nowhere,
    fetchBanned: nowhere,
    lookAt: () => Promise.resolve(undefined),
  });
};
