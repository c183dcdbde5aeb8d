import * as v from 'valibot';
import { as } from './accounts';
import { json, type Result, request } from './request';

const portrait = v.optional(v.string());
const friend = v.object({
  id: v.string(),
  name: v.string(),
  note: v.string(),
  portrait,
  since: v.string(),
});
const asked = v.object({ id: v.string(), to: v.string(), at: v.string() });
const asking = v.object({ id: v.string(), name: v.string(), portrait, at: v.string() });
const blocked = v.object({ id: v.string(), name: v.string() });

const circle = v.object({
  handle: v.string(),
  news: v.number(),
  shown: v.boolean(),
  friends: v.array(friend),
  asked: v.array(asked),
  asking: v.array(asking),
  blocked: v.array(blocked),
});

/** What the person has with other people; `news` is another number whenever something in it is new. Friends see that the person is here if it is `shown`. */
export type Circle = Readonly<v.InferOutput<typeof circle>>;

const present = v.object({
  friends: v.array(v.object({ id: v.string(), rooms: v.array(v.string()) })),
});

/** The friends who are here, and in which rooms, as far as they let it be seen. */
export type Present = Readonly<v.InferOutput<typeof present>>;

/** A friend; `note` is what the person calls the friend, empty if nothing else. */
export type Friend = Readonly<v.InferOutput<typeof friend>>;

/** A request of the person's own; `to` is what was typed. */
export type Asked = Readonly<v.InferOutput<typeof asked>>;

/** Somebody who wants to be a friend. */
export type Asker = Readonly<v.InferOutput<typeof asking>>;

/** Somebody from whom the person wants to hear nothing. */
export type Blocked = Readonly<v.InferOutput<typeof blocked>>;

/** Something that is asked of the server as the person who is signed in. */
export type AsMe<Value = unknown> = (access: string) => Promise<Result<Value>>;

const done =
  (path: string): AsMe =>
  (access) =>
    request(`/api/people${path}`, v.unknown(), as(access, { method: 'POST' }));

const at = encodeURIComponent;

export const readCircle: AsMe<Circle> = (access) => request('/api/people', circle, as(access));

/** Takes another handle; the one before is nobody's from now on. */
export const renewHandle: AsMe = done('/handle');

/** Asks whoever has the address or handle; done also when nobody has. */
export const askFriend =
  (to: string): AsMe =>
  (access) =>
    request('/api/people/requests', v.unknown(), as(access, json('POST', { to })));

export const withdrawRequest = (id: string): AsMe => done(`/requests/${at(id)}/withdraw`);

export const acceptRequest = (person: string): AsMe => done(`/requests/from/${at(person)}/accept`);

/** The other is not told. */
export const declineRequest = (person: string): AsMe =>
  done(`/requests/from/${at(person)}/decline`);

/** Gives a friend a name of the person's own; an empty one takes it away. */
export const noteFriend =
  (person: string, note: string): AsMe =>
  (access) =>
    request(`/api/people/friends/${at(person)}`, v.unknown(), as(access, json('PATCH', { note })));

export const removeFriend = (person: string): AsMe => done(`/friends/${at(person)}/remove`);

/** Hears nothing more of somebody, who is not told. */
export const blockPerson =
  (person: string): AsMe =>
  (access) =>
    request('/api/people/blocked', v.unknown(), as(access, json('POST', { person })));

export const unblockPerson = (person: string): AsMe => done(`/blocked/${at(person)}/end`);

export const readPresent: AsMe<Present> = (access) =>
  request('/api/people/present', present, as(access));

/** Lets friends see that the person is here, or not. */
export const showMe =
  (shown: boolean): AsMe =>
  (access) =>
    request('/api/people/shown', v.unknown(), as(access, json('PUT', { shown })));
