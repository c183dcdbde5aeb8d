import * as v from 'valibot';
import { passOf } from '../device/entered';
import { requestInRoom } from './inRoom';
import { bearer } from './members';

const posters = v.object({
  posters: v.array(v.object({ film: v.string(), poster: v.string() })),
});

/** Where the posters are of the uploads that a room plays or has in its queue, by their films; nothing if that cannot be had now. */
export const postersOf = async (room: string): Promise<ReadonlyMap<string, string> | undefined> => {
  const result = await requestInRoom(room, '/posters', posters, { headers: bearer(passOf(room)) });
  return result.type === 'done'
    ? new Map(result.value.posters.map(({ film, poster }) => [film, poster]))
    : undefined;
};
