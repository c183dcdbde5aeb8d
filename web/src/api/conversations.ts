import * as v from 'valibot';
import type { FilmChoice } from '../room/port';
import { as } from './accounts';
import type { AsMe } from './people';
import { json, request } from './request';
import { mediaOf } from './rooms';

const entry = v.object({ number: v.number(), change: v.number(), by: v.string(), at: v.string() });

const invited = v.object({
  ...entry.entries,
  type: v.literal('invited'),
  room: v.string(),
  title: v.string(),
  answer: v.picklist(['none', 'accepted', 'declined', 'withdrawn']),
  endsAt: v.string(),
});

const message = v.variant('type', [
  v.object({
    ...entry.entries,
    type: v.literal('said'),
    text: v.string(),
    editedAt: v.optional(v.string()),
  }),
  v.object({ ...entry.entries, type: v.literal('deleted') }),
  invited,
]);

/** An invitation to watch together; open until it is answered, or until `endsAt`. */
export type Invited = Readonly<v.InferOutput<typeof invited>>;

/** Something that one of two said, by its number in their conversation; `change` grows whenever something in the conversation changes. */
export type Message = Readonly<v.InferOutput<typeof message>>;

const messages = v.object({
  messages: v.array(message),
  changes: v.number(),
  read: v.number(),
  more: v.boolean(),
});

/** Some messages; `more` says whether there are others before the first, or changes after that of the last. */
export type MessagePage = Readonly<v.InferOutput<typeof messages>>;

const talk = v.object({
  with: v.string(),
  name: v.optional(v.string()),
  note: v.string(),
  portrait: v.optional(v.string()),
  open: v.boolean(),
  unread: v.number(),
  newest: v.optional(message),
});
const talks = v.object({ conversations: v.array(talk) });

/** A conversation in the list, without a `name` if the account was deleted; `open` says whether something may be said in it, `unread` 99 for that or more. */
export type Talk = Readonly<v.InferOutput<typeof talk>>;

const pathOf = (person: string): string => `/api/conversations/${encodeURIComponent(person)}`;

export const readTalks: AsMe<v.InferOutput<typeof talks>> = (access) =>
  request('/api/conversations', talks, as(access));

/** The newest messages, or those before the one with this number. */
export const messagesBefore =
  (person: string, before?: number): AsMe<MessagePage> =>
  (access) =>
    request(
      `${pathOf(person)}/messages${before === undefined ? '' : `?before=${before}`}`,
      messages,
      as(access),
    );

/** What was added or changed after that change. */
export const messagesAfter =
  (person: string, change: number): AsMe<MessagePage> =>
  (access) =>
    request(`${pathOf(person)}/messages?after=${change}&limit=100`, messages, as(access));

/** Says something; sent again by the same key it is said once. */
export const sendMessage =
  (person: string, key: string, text: string): AsMe =>
  (access) =>
    request(`${pathOf(person)}/messages`, v.unknown(), as(access, json('POST', { key, text })));

export const editMessage =
  (person: string, number: number, text: string): AsMe =>
  (access) =>
    request(
      `${pathOf(person)}/messages/${number}`,
      v.unknown(),
      as(access, json('PATCH', { text })),
    );

export const deleteMessage =
  (person: string, number: number): AsMe =>
  (access) =>
    request(
      `${pathOf(person)}/messages/${number}/delete`,
      v.unknown(),
      as(access, { method: 'POST' }),
    );

export const markRead =
  (person: string, number: number): AsMe =>
  (access) =>
    request(`${pathOf(person)}/read`, v.unknown(), as(access, json('POST', { number })));

/** Makes a room, with the film if one is given, and invites a friend to it; sent again by the same key it is done once. */
export const inviteFriend =
  (person: string, key: string, film: FilmChoice | undefined): AsMe =>
  (access) =>
    request(
      `${pathOf(person)}/invitations`,
      v.unknown(),
      as(access, json('POST', film ? { key, media: mediaOf(film) } : { key })),
    );

/** Accepts or declines an invitation, or withdraws one of the person's own. */
export const answerInvitation =
  (person: string, number: number, answer: 'accepted' | 'declined' | 'withdrawn'): AsMe =>
  (access) =>
    request(
      `${pathOf(person)}/messages/${number}/answer`,
      v.unknown(),
      as(access, json('POST', { answer })),
    );
