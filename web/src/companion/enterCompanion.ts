import { companionTicketFor } from '../api/companions';
import { linkOfRoom } from '../api/inRoom';
import { bannedFrom, chatBefore, linesFound, membersFound } from '../api/members';
import { portraitsOf } from '../api/portraits';
import { liveRoom } from '../room/live';
import { openHere } from '../room/openHere';
import type { RoomPort } from '../room/port';

/** Enters a room of this server as the companion whose pass this is (CD4). */
export const enterCompanion = (roomId: string, pass: string): RoomPort =>
  liveRoom(openHere(roomId, companionTicketFor(roomId, pass)), {
    server: { roomId, link: linkOfRoom(roomId) },
    fetchChat: (before) => chatBefore(roomId, pass, before),
    searchChat: (search, before) => linesFound(roomId, pass, search, before),
    findMembers: (search, from) => membersFound(roomId, pass, search, from),
    lookAt: (members, known) => portraitsOf(roomId, pass, members, known),
    fetchBanned: () => bannedFrom(roomId, pass),
  });
