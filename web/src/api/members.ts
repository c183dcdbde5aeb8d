import type { TicketReply } from '@matinee/link/ticket';
import * as v from 'valibot';
import { keepPass, passOf, typedPassword } from '../device/entered';
import { dropInvitation, heldInvitation } from '../invite/held';
import { addressOfRoom, requestInRoom, syncUrlOf } from './inRoom';
import { json, type Result } from './request';
import { replyOf } from './ticketReply';

const ticket = v.object({ ticket: v.string(), pass: v.string() });
const address = v.object({ url: v.string(), renditionsUrl: v.string() });
const page = v.object({
  events: v.array(v.unknown()),
  first: v.optional(v.number()),
  more: v.boolean(),
});
const foundLines = v.object({
  lines: v.array(
    v.object({ revision: v.number(), atMs: v.number(), by: v.string(), text: v.string() }),
  ),
  next: v.optional(v.number()),
});

const member = v.object({
  id: v.string(),
  name: v.string(),
  standing: v.picklist(['OWNER', 'MEMBER', 'GUEST', 'WATCHER']),
  host: v.boolean(),
  muted: v.optional(v.boolean()),
  lostSinceMs: v.optional(v.number()),
});
const memberPage = v.object({ members: v.array(member), total: v.number() });

const bannedList = v.object({ banned: v.array(v.object({ id: v.string(), name: v.string() })) });

/** Those of a room's people who were asked for. */
export type MemberPage = Readonly<v.InferOutput<typeof memberPage>>;

/** Lines of a room's chat that were found, newest first, and before which one to go on looking. */
export type FoundLines = Readonly<v.InferOutput<typeof foundLines>>;

type ChatPage = Readonly<v.InferOutput<typeof page>>;

/** What shows a pass. */
export const bearer = (pass: string | undefined): HeadersInit => ({
  Authorization: `Bearer ${pass ?? ''}`,
});

/** Whether a problem of this kind means that a pass is good no more. */
export const isPassOver = (kind: string): boolean =>
  kind === 'pass-refused' || kind === 'sign-in-needed';

type Ticket = Readonly<v.InferOutput<typeof ticket>>;

/** Asks as whoever is signed in; without an access token, as a guest. */
const askForTicket = (room: string, name: string, signal: AbortSignal, access?: string) => {
  const pass = passOf(room);
  const password = typedPassword(room);
  const invitation = heldInvitation(room);
  const { headers, ...init } = json('POST', {
    name,
    ...(pass === undefined ? {} : { pass }),
    ...(password === undefined ? {} : { password }),
    ...(invitation === undefined ? {} : { invitation }),
  });
  return requestInRoom(room, '/tickets', ticket, {
    ...init,
    headers: access === undefined ? { ...headers } : { ...headers, ...bearer(access) },
    signal,
  });
};

/** Asks with an access token that lasts, if somebody is signed in. */
export type AsMe = (
  ask: (access: string) => Promise<Result<Ticket>>,
) => Promise<Result<Ticket>> | undefined;

/** Of this page's own server somebody is known who is signed in; where the room lives in another region, by the pass alone. */
const askAsMe = async (
  room: string,
  asMe: AsMe,
  ask: (access?: string) => Promise<Result<Ticket>>,
): Promise<Result<Ticket>> => {
  const result = addressOfRoom(room) === '' ? await asMe(ask) : undefined;
  return result === undefined || (result.type === 'failed' && result.status === 401)
    ? ask()
    : result;
};

/** Asks for the ticket that opens one connection (EN1). A pass that the room no longer knows is forgotten, and the person enters anew. */
export const ticketFor =
  (room: string, name: () => string, asMe: AsMe) =>
  async (signal: AbortSignal): Promise<TicketReply> => {
    const ask = (access?: string) => askForTicket(room, name(), signal, access);
    const first = await askAsMe(room, asMe, ask);
    const isPassOld = first.type === 'failed' && first.kind === 'pass-refused';
    if (isPassOld) keepPass(room, undefined);
    const result = isPassOld ? await askAsMe(room, asMe, ask) : first;
    if (result.type === 'done') {
      keepPass(room, result.value.pass);
      dropInvitation(room);
    }
    return replyOf(result, syncUrlOf(room));
  };

/** Where this person may read an uploaded film for now, and what is made of it. */
export type FilmAddress = { readonly url: string; readonly renditionsUrl: string };

/** The address of an uploaded film; nothing if the room does not play it. */
export const filmAddress = async (room: string, film: string): Promise<FilmAddress | undefined> => {
  const path = `/films/${encodeURIComponent(film)}/address`;
  const init = { method: 'POST', headers: bearer(passOf(room)) };
  const result = await requestInRoom(room, path, address, init);
  if (result.type !== 'done') return undefined;
  const { url, renditionsUrl } = result.value;
  const site = addressOfRoom(room);
  return { url: `${site}${url}`, renditionsUrl: `${site}${renditionsUrl}` };
};

/** Some of a room's members whose name holds a text, from number `from` on, and how many they are in all. */
export const membersFound = (
  room: string,
  pass: string | undefined,
  search: string,
  from: number,
): Promise<Result<MemberPage>> => {
  const query = new URLSearchParams({ search, from: String(from) });
  return requestInRoom(room, `/members?${query}`, memberPage, { headers: bearer(pass) });
};

/** Those who may not come back into a room. */
export const bannedFrom = (
  room: string,
  pass: string | undefined,
): Promise<Result<Readonly<v.InferOutput<typeof bannedList>>>> =>
  requestInRoom(room, '/banned', bannedList, { headers: bearer(pass) });

/** The last events of a room's conversation before a revision, as JSON values, and whether there are earlier ones. */
export const chatBefore = (
  room: string,
  pass: string | undefined,
  before: number | undefined,
): Promise<Result<ChatPage>> => {
  const query = before === undefined ? '' : `?before=${before}`;
  return requestInRoom(room, `/chat${query}`, page, { headers: bearer(pass) });
};

/** Lines of a room's conversation in which words stand, of those before a revision. */
export const linesFound = (
  room: string,
  pass: string | undefined,
  search: string,
  before: number | undefined,
): Promise<Result<FoundLines>> => {
  const query = new URLSearchParams({ search, ...(before ? { before: String(before) } : {}) });
  return requestInRoom(room, `/chat/search?${query}`, foundLines, { headers: bearer(pass) });
};
