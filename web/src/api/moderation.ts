import * as v from 'valibot';
import { passOf } from '../device/entered';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import type { Result } from './request';

const deed = v.object({
  number: v.number(),
  at: v.string(),
  action: v.string(),
  by: v.string(),
  byName: v.optional(v.string()),
  details: v.record(v.string(), v.string()),
});
const page = v.object({ deeds: v.array(deed), more: v.boolean() });

/** Something that was done to keep order in a room. */
export type Deed = Readonly<v.InferOutput<typeof deed>>;

/** Some of what was done, the newest first, and whether there is more. */
export type DeedPage = Readonly<v.InferOutput<typeof page>>;

const most = 30;

/** What was done to keep order in a room, for its host and owner: the newest, or what came before a number. */
export const moderationOf = (room: string, before?: number): Promise<Result<DeedPage>> =>
  requestInRoom(
    room,
    `/moderation?limit=${most}${before === undefined ? '' : `&before=${before}`}`,
    page,
    { headers: bearer(passOf(room)) },
  );
