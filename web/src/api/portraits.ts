import * as v from 'valibot';
import { requestInRoom } from './inRoom';
import { bearer } from './members';

const portrait = v.object({
  member: v.string(),
  mark: v.string(),
  jpeg: v.optional(v.string()),
});
const portraits = v.object({ portraits: v.array(portrait) });

/** How a member of a room looks: `jpeg` in Base64, left out if its `mark` was known. */
export type MemberPortrait = Readonly<v.InferOutput<typeof portrait>>;

/** Asks how members of a room look, 50 at most; those of them who show no picture are left out. Nothing if it cannot be told now. */
export const portraitsOf = async (
  room: string,
  pass: string | undefined,
  members: readonly string[],
  known: readonly string[],
): Promise<readonly MemberPortrait[] | undefined> => {
  const query = new URLSearchParams({ members: members.join(','), known: known.join(',') });
  const headers = bearer(pass);
  const result = await requestInRoom(room, `/portraits?${query}`, portraits, { headers });
  return result.type === 'done' ? result.value.portraits : undefined;
};
