import { asMe, maySignIn } from '../account/session';
import { addressOfRoom, linkOfRoom } from '../api/inRoom';
import { bannedFrom, chatBefore, linesFound, membersFound, ticketFor } from '../api/members';
import { portraitsOf } from '../api/portraits';
import { postersOf } from '../api/roomPosters';
import { regionsOfRoom, reportRoundTrips } from '../api/roundTrips';
import { enteredAs, keepEnteredAs, passOf } from '../device/entered';
import { picturesOf } from '../renditions/pictures';
import { subtitlesOf } from '../renditions/subtitlesOf';
import { uploadSource } from '../renditions/uploadSource';
import { offersIn } from '../subtitles/offersIn';
import { followMedia, type Uploaded } from './followMedia';
import { followWhenThere } from './followWhenThere';
import { liveRoom } from './live';
import { openHere } from './openHere';
import type { RoomPort } from './port';

/** Enters a room of this server under a name; the port is there at once, and tells by its view how the entering goes. */
export const enterRoom = (roomId: string, name: string): RoomPort => {
  const room = openHere(
    roomId,
    ticketFor(
      roomId,
      () => enteredAs(roomId) ?? name,
      (ask) => (maySignIn() ? asMe(ask) : undefined),
    ),
  );
  const reported = new Set<string>();
  room.subscribe(() => {
    const address = addressOfRoom(roomId);
    if (room.current().connection.type !== 'live' || reported.has(address)) return;
    reported.add(address);
    void reportRoundTrips(roomId, passOf(roomId));
  });
  const uploaded: Uploaded = (film, element, choice) => uploadSource(roomId, film, element, choice);
  return liveRoom(room, {
    server: { roomId, link: linkOfRoom(roomId) },
    follow: followWhenThere(room, followMedia(room, uploaded)),
    fetchChat: (before) => chatBefore(roomId, passOf(roomId), before),
    searchChat: (search, before) => linesFound(roomId, passOf(roomId), search, before),
    findMembers: (search, from) => membersFound(roomId, passOf(roomId), search, from),
    lookAt: (members, known) => portraitsOf(roomId, passOf(roomId), members, known),
    fetchBanned: () => bannedFrom(roomId, passOf(roomId)),
    address: () => addressOfRoom(roomId),
    posters: () => postersOf(roomId),
    pictures: (film, signal) => picturesOf(roomId, film, signal),
    subtitles: (film, tell, signal) => subtitlesOf(roomId, film, tell, signal),
    offers: (now) => offersIn(roomId, now),
    regions: () => regionsOfRoom(roomId, passOf(roomId)),
    renamed: (chosen) => keepEnteredAs(roomId, chosen),
  });
};
