import * as v from 'valibot';
import { type Result, request } from './request';

const room = v.object({
  room: v.string(),
  name: v.optional(v.string()),
  title: v.optional(v.string()),
  here: v.number(),
  capacity: v.number(),
  full: v.boolean(),
  newcomers: v.picklist(['MEMBER', 'GUEST', 'WATCHER']),
});
const page = v.object({ rooms: v.array(room), next: v.optional(v.string()) });

/** A room that everybody may find: `title` is that of the film that is on, `here` counts people; `newcomers` is as what one comes in. */
export type PublicRoom = Readonly<v.InferOutput<typeof room>>;

/** Some of those rooms; `next` is how to ask for more, if there are any. */
export type PublicRooms = Readonly<v.InferOutput<typeof page>>;

/** How long what is searched for may be. */
export const longestSearch = 80;

const most = 24;

/** The rooms whose name or film holds `search`, those with the most people first, from the beginning or behind an earlier page. */
export const publicRooms = (
  search: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Result<PublicRooms>> => {
  const query = new URLSearchParams({ limit: String(most) });
  if (search !== '') query.set('search', search);
  if (after !== undefined) query.set('after', after);
  return request(`/api/public-rooms?${query}`, page, { signal });
};
