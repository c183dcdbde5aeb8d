import * as v from 'valibot';
import { as } from './accounts';
import { json, type Result, request } from './request';

const room = v.object({
  room: v.string(),
  member: v.string(),
  name: v.string(),
  enteredAt: v.string(),
});
const page = v.object({ rooms: v.array(room), total: v.number() });

/** A room in which the account has a place. */
export type MyRoom = Readonly<v.InferOutput<typeof room>>;

const most = 12;

/** Some of those rooms, the newest place first, from number `from` on, and how many they are in all. */
export const myRooms =
  (from: number) =>
  (access: string): Promise<Result<Readonly<v.InferOutput<typeof page>>>> =>
    request(`/api/me/rooms?from=${from}&limit=${most}`, page, as(access));

/** Gives up the place in a room. */
export const leaveRoom =
  (id: string) =>
  (access: string): Promise<Result<unknown>> =>
    request(
      `/api/me/rooms/${encodeURIComponent(id)}/leave`,
      v.unknown(),
      as(access, json('POST', {})),
    );

const shown = v.object({ shown: v.boolean() });

const pathOfShown = (id: string): string => `/api/me/rooms/${encodeURIComponent(id)}/shown`;

/** Whether friends see that the person is in a room. */
export const isRoomShown =
  (id: string) =>
  (access: string): Promise<Result<Readonly<v.InferOutput<typeof shown>>>> =>
    request(pathOfShown(id), shown, as(access));

/** Lets friends see that the person is in a room, while that is so, or not. */
export const showRoom =
  (id: string, isShown: boolean) =>
  (access: string): Promise<Result<unknown>> =>
    request(pathOfShown(id), v.unknown(), as(access, json('PUT', { shown: isShown })));
