import * as v from 'valibot';
import { passOf } from '../device/entered';
import type { Language } from '../texts/language';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { json, type Result, request } from './request';

const standing = v.picklist(['MEMBER', 'GUEST', 'WATCHER']);

const fields = {
  id: v.string(),
  label: v.string(),
  standing,
  uses: v.optional(v.number()),
  used: v.number(),
  expiresAt: v.optional(v.string()),
  guest: v.optional(v.string()),
  to: v.optional(v.string()),
  letter: v.optional(v.picklist(['WAITING', 'SENT', 'FAILED', 'NONE'])),
  state: v.picklist(['OPEN', 'USED_UP', 'DECLINED', 'EXPIRED', 'REVOKED']),
};
const invitation = v.object(fields);
const made = v.object({ ...fields, token: v.string() });
const sent = v.object({ ...fields, to: v.string(), token: v.optional(v.string()) });
const page = v.object({ invitations: v.array(invitation), total: v.number() });
const good = v.object({
  standing,
  name: v.optional(v.string()),
  declinable: v.optional(v.boolean(), false),
});

/** As what an invitation lets people in. */
export type GivenStanding = v.InferOutput<typeof standing>;

/** An invitation to a room, as its host and owner see it. */
export type Invitation = Readonly<v.InferOutput<typeof invitation>>;

/** One that was just made, with the token that is told this once. */
export type MadeInvitation = Readonly<v.InferOutput<typeof made>>;

/** One that was just sent by letter; with its token, told this once, if no letter goes. */
export type SentInvitation = Readonly<v.InferOutput<typeof sent>>;

/** What somebody is told who has a good one: as what it lets in, what the room is called, and whether it is for one, who may decline. */
export type GoodInvitation = Readonly<v.InferOutput<typeof good>>;

/** What an invitation is to offer; without `uses` to any number, without `expiresInSeconds` for ever. */
export type Offer = {
  readonly label: string;
  readonly standing: GivenStanding;
  readonly uses?: number;
  readonly expiresInSeconds?: number;
};

/** To whom invitations go by letter, what they offer, and what the letters say. */
export type InvitationLetters = {
  readonly to: readonly string[];
  readonly standing: GivenStanding;
  readonly expiresInSeconds?: number;
  readonly note: string;
  readonly language: Language;
};

/** So many are listed at first, and at once. */
export const pageSize = 20;
const most = 100;

const asMember = (room: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, ...bearer(passOf(room)) },
});

/** Some invitations to a room, the newest first, from number `from` on, and how many there are. */
export const invitationsTo = (
  room: string,
  from: number,
  limit: number,
): Promise<Result<Readonly<v.InferOutput<typeof page>>>> =>
  requestInRoom(
    room,
    `/invitations?from=${from}&limit=${Math.min(limit, most)}`,
    page,
    asMember(room),
  );

export const makeInvitation = (room: string, offer: Offer): Promise<Result<MadeInvitation>> =>
  requestInRoom(room, '/invitations', made, asMember(room, json('POST', offer)));

/** Invites people by letter; in the order of the addresses, each once. */
export const sendInvitations = async (
  room: string,
  letters: InvitationLetters,
): Promise<Result<readonly SentInvitation[]>> => {
  const result = await requestInRoom(
    room,
    '/invitations/letters',
    v.object({ invitations: v.array(sent) }),
    asMember(room, json('POST', letters)),
  );
  return result.type === 'done' ? { ...result, value: result.value.invitations } : result;
};

/** Sends one again that went by letter: the link before is good no more. */
export const sendInvitationAgain = (room: string, id: string): Promise<Result<SentInvitation>> =>
  requestInRoom(
    room,
    `/invitations/${encodeURIComponent(id)}/letters`,
    sent,
    asMember(room, { method: 'POST' }),
  );

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

/** Says that one does not come by an invitation that is for one. */
export const declineInvitation = (room: string, token: string): Promise<Result<unknown>> =>
  requestInRoom(room, '/invitations/decline', v.unknown(), json('POST', { token }));

/** Has no more invitations sent by letter to whoever got the one with `token`. */
export const stopLetters = (token: string): Promise<Result<unknown>> =>
  request(`/api/letters/stop/${encodeURIComponent(token)}`, v.unknown(), { method: 'POST' });
