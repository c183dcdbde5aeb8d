import type { PublicRoom } from '../api/publicRooms';

/**
 * The rooms to show, when `now` are listed and `before` were shown: each stays where it was, so that nobody joins another room than the one that was
 * aimed at; new ones come last.
 */
export const inPlace = (
  before: readonly PublicRoom[],
  now: readonly PublicRoom[],
): readonly PublicRoom[] => {
  const left = new Map(now.map((room) => [room.room, room]));
  const stayed = before.flatMap(({ room: id }) => {
    const room = left.get(id);
    left.delete(id);
    return room === undefined ? [] : [room];
  });
  return [...stayed, ...left.values()];
};
