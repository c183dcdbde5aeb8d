import * as v from 'valibot';
import { passOf } from '../device/entered';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { json, type Result } from './request';

const standing = v.picklist(['MEMBER', 'GUEST', 'WATCHER']);

const fields = {
  id: v.string(),
  label: v.string(),
  standing,
  uses: v.optional(v.number()),
  used: v.number(),
  expiresAt: v.optional(v.string()),
  state: v.picklist(['OPEN', 'USED_UP', 'DECLINED', 'EXPIRED', 'REVOKED']),
};
const invitation = v.object(fields);
const made = v.object({ ...fields, token: v.string() });
const page = v.object({ invitations: v.array(invitation), total: v.number() });
const good = v.object({ standing, name: v.optional(v.string()) });

/** As what an invitation lets people in. */
export type GivenStanding = v.InferOutput<typeof standing>;

/** An invitation to a room, as its host and owner see it. */
export type Invitation = Readonly<v.InferOutput<typeof invitation>>;

/** One that was just made, with the token that is told this once. */
export type MadeInvitation = Readonly<v.InferOutput<typeof made>>;

/** What somebody is told who has a good one: as what it lets in, and what the room is called. */
export type GoodInvitation = Readonly<v.InferOutput<typeof good>>;

/** What an invitation is to offer; without `uses` to any number, without `expiresInSeconds` for ever. */
export type Offer = {
  readonly label: string;
  readonly standing: GivenStanding;
  readonly uses?: number;
  readonly expiresInSeconds?: number;
};

const most = 20;

const asMember = (room: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, ...bearer(passOf(room)) },
});

/** Some invitations to a room, the newest first, from number `from` on, and how many there are. */
export const invitationsTo = (
  room: string,
  from: number,
): Promise<Result<Readonly<v.InferOutput<typeof page>>>> =>
  requestInRoom(room, `/invitations?from=${from}&limit=${most}`, page, asMember(room));

export const makeInvitation = (room: string, offer: Offer): Promise<Result<MadeInvitation>> =>
  requestInRoom(room, '/invitations', made, asMember(room, json('POST', offer)));

/** Takes an invitation back: nobody new comes by it. */
export const revokeInvitation = (room: string, id: string): Promise<Result<unknown>> =>
  requestInRoom(
    room,
    `/invitations/${encodeURIComponent(id)}/revoke`,
    v.unknown(),
    asMember(room, { method: 'POST' }),
  );

/** Looks at an invitation without using it. */
export const lookAtInvitation = (room: string, token: string): Promise<Result<GoodInvitation>> =>
  requestInRoom(room, '/invitations/look', good, json('POST', { token }));
