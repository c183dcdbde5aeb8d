import type { Result } from '../api/request';
import { createRoom, roomSummary } from '../api/rooms';
import type { Viewing } from '../api/viewings';
import type { FilmChoice } from '../room/port';
import { startingAt } from '../room/startAt';
import { isSeen } from './progress';

/** The film of a viewing, as a new room is given it. */
export const filmOf = ({ media: { ref, title } }: Viewing): FilmChoice => {
  switch (ref.type) {
    case 'address':
    case 'site':
      return { type: ref.type, url: ref.url, title };
    case 'embed':
      return { type: ref.type, embed: { provider: ref.provider, id: ref.id }, title };
    case 'upload':
      return { type: ref.type, film: ref.film, title };
    case 'ownCopy':
      return {
        type: ref.type,
        fingerprint: { bytes: ref.bytes, salt: ref.salt, hash: ref.hash },
        title,
      };
  }
};

/** Where one goes on: the room of before, if people are there with that film; else a new one, at the place where one stopped, or from the beginning. */
export const linkToGoOn = async (viewing: Viewing): Promise<Result<string>> => {
  const before = await roomSummary(viewing.room);
  const isOn =
    before.type === 'done' &&
    before.value.title === viewing.media.title &&
    (before.value.here ?? 0) > 0;
  if (isOn) return { type: 'done', value: `/r/${viewing.room}` };
  const made = await createRoom(filmOf(viewing));
  if (made.type !== 'done') return made;
  return {
    type: 'done',
    value: startingAt(made.value, isSeen(viewing) ? 0 : viewing.positionMs),
  };
};
