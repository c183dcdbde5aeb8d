import * as v from 'valibot';
import { passOf } from '../device/entered';
import { as } from './accounts';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { json, type Result, request } from './request';

const preview = v.variant('kind', [
  v.object({
    kind: v.literal('film'),
    contentType: v.string(),
    title: v.string(),
    lengthMs: v.optional(v.number()),
  }),
  v.object({ kind: v.literal('page'), title: v.optional(v.string()) }),
  v.object({ kind: v.literal('other') }),
  v.object({
    kind: v.literal('unread'),
    why: v.picklist(['no_answer', 'not_found', 'not_allowed']),
  }),
]);

/** What stands at an address, as the server read it there. Titles come from strangers. */
export type Preview = Readonly<v.InferOutput<typeof preview>>;

/** Asks a server what stands at an address. */
export type LookAt = (address: string, signal: AbortSignal) => Promise<Result<Preview>>;

/** Asks as a member of a room. */
export const lookInRoom =
  (room: string): LookAt =>
  (address, signal) => {
    const { headers, ...init } = json('POST', { address });
    return requestInRoom(room, '/previews', preview, {
      ...init,
      headers: { ...headers, ...bearer(passOf(room)) },
      signal,
    });
  };

/** Asks as whoever is signed in. */
export const lookAsMe =
  (address: string, signal: AbortSignal) =>
  (access: string): Promise<Result<Preview>> =>
    request('/api/previews', preview, { ...as(access, json('POST', { address })), signal });
