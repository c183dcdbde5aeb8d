import * as v from 'valibot';
import { passOf } from '../device/entered';
import type { FilmChoice } from '../room/port';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { nearestAddress } from './regions';
import { json, type Result, request } from './request';

const created = v.object({ room: v.string() });

const playback = v.object({
  type: v.picklist(['paused', 'waiting', 'playing']),
  positionMs: v.number(),
  rate: v.number(),
});

const summary = v.object({
  room: v.string(),
  name: v.optional(v.string()),
  needsPassword: v.optional(v.boolean()),
  here: v.optional(v.number()),
  title: v.optional(v.string()),
  lengthMs: v.optional(v.number()),
  playback: v.optional(playback),
});

/** What can be seen of a room from outside. `positionMs` of its playback is where it is now; `here` counts people, and is left out where a password is needed. */
export type RoomSummary = Readonly<v.InferOutput<typeof summary>>;

/** Opens a new room in the nearest region, with a film if one is given; gives its link, a path where that is this page's server. */
export const createRoom = async (film?: FilmChoice): Promise<Result<string>> => {
  const address = await nearestAddress();
  const result = await request(
    `${address}/api/rooms`,
    created,
    json('POST', film ? { media: mediaOf(film) } : {}),
  );
  return result.type === 'done'
    ? { type: 'done', value: `${address}/r/${result.value.room}` }
    : result;
};

/** A film as the wire names it. */
export const mediaOf = (film: FilmChoice) => {
  switch (film.type) {
    case 'address':
    case 'site':
      return { ref: { type: film.type, url: film.url }, title: film.title } as const;
    case 'embed': {
      const { provider, id } = film.embed;
      return { ref: { type: film.type, provider, id }, title: film.title } as const;
    }
    case 'upload':
      return { ref: { type: film.type, film: film.film }, title: film.title } as const;
    case 'ownCopy':
      return { ref: { type: film.type, ...film.fingerprint }, title: film.title } as const;
  }
};

export const roomSummary = (room: string, signal?: AbortSignal): Promise<Result<RoomSummary>> =>
  requestInRoom(room, '', summary, {
    ...(signal ? { signal } : {}),
    ...(passOf(room) === undefined ? {} : { headers: bearer(passOf(room)) }),
  });

/** Sets the password of a room as its owner; whether that was done. */
export const setRoomPassword = async (
  room: string,
  pass: string | undefined,
  password: string,
): Promise<boolean> => {
  const init = json('PUT', { password });
  const result = await requestInRoom(room, '/password', v.undefined(), {
    ...init,
    headers: { ...init.headers, ...bearer(pass) },
  });
  return result.type === 'done';
};
