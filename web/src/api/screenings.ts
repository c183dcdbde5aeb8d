import * as v from 'valibot';
import { passOf } from '../device/entered';
import type { FilmChoice } from '../room/port';
import { as } from './accounts';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import type { AsMe } from './people';
import { json, type Result, request } from './request';
import { mediaOf } from './rooms';

const coming = v.picklist(['yes', 'maybe', 'no']);

/** Whether somebody comes. */
export type Coming = v.InferOutput<typeof coming>;

const state = v.picklist(['planned', 'begun', 'ended', 'off']);

const sitting = v.object({ path: v.string(), title: v.string(), startsAt: v.string(), state });

/** A planned evening in short, as it is told in its room and among those that were planned together. */
export type Sitting = Readonly<v.InferOutput<typeof sitting>>;

const screening = v.object({
  screening: v.string(),
  path: v.string(),
  room: v.string(),
  title: v.string(),
  by: v.string(),
  mine: v.boolean(),
  startsAt: v.string(),
  zone: v.string(),
  local: v.string(),
  wall: v.picklist(['once', 'skipped', 'twice']),
  sequence: v.number(),
  state,
  answer: v.optional(coming),
  poster: v.optional(v.string()),
  sittings: v.optional(v.array(sitting)),
  answers: v.array(v.object({ name: v.string(), answer: coming })),
});

/** A planned evening. It begins at `startsAt`; `local` is what was chosen in `zone`, whose clocks show it as often as `wall` says. */
export type Screening = Readonly<v.InferOutput<typeof screening>>;

/** A time on the wall, and where. */
export type WallTime = { readonly local: string; readonly zone: string };

const at = (id: string, more = ''): string => `/api/screenings/${encodeURIComponent(id)}${more}`;

export const planScreening =
  (film: FilmChoice, time: WallTime): AsMe<Screening> =>
  (access) =>
    request(
      '/api/screenings',
      screening,
      as(access, json('POST', { media: mediaOf(film), ...time })),
    );

/** Plans one evening for each film, the first at that time, the others so many days later each; or one evening with one after the other, if that is no day. */
export const planSeries =
  (
    films: readonly FilmChoice[],
    time: WallTime,
    everyDays: number,
  ): AsMe<{ readonly screenings: readonly Screening[] }> =>
  (access) =>
    request(
      '/api/series',
      v.object({ screenings: v.array(screening) }),
      as(
        access,
        json('POST', {
          episodes: films.map(mediaOf),
          ...time,
          ...(everyDays > 0 && { everyDays }),
        }),
      ),
    );

export const myScreenings: AsMe<{ readonly screenings: readonly Screening[] }> = (access) =>
  request('/api/screenings', v.object({ screenings: v.array(screening) }), as(access));

/** The one with this id, as the person who is signed in sees it, or anybody. */
export const readScreening = (id: string, access?: string): Promise<Result<Screening>> =>
  request(at(id), screening, access === undefined ? {} : as(access));

export const moveScreening =
  (id: string, time: WallTime): AsMe<Screening> =>
  (access) =>
    request(at(id), screening, as(access, json('PATCH', time)));

export const callOffScreening =
  (id: string): AsMe =>
  (access) =>
    request(at(id, '/call-off'), v.unknown(), as(access, { method: 'POST' }));

/** Makes the address at which a calendar fetches what the person has planned and answered; the one before ends. */
export const renewCalendar: AsMe<{ readonly path: string }> = (access) =>
  request('/api/me/calendar', v.object({ path: v.string() }), as(access, { method: 'POST' }));

/** Says whether one comes; who is not signed in is called so, and known by the key. */
export const answerScreening = (
  id: string,
  answer: Coming,
  who: { readonly access: string } | { readonly name: string; readonly key: string },
): Promise<Result<Screening>> =>
  'access' in who
    ? request(at(id, '/answer'), screening, as(who.access, json('PUT', { answer })))
    : request(at(id, '/answer'), screening, json('PUT', { answer, ...who }));

/** Where its file for calendars is. */
export const calendarOf = (id: string): string => at(id, '/calendar');

/** The evening for which a room was made that this page is in, if it was made for one. */
export const screeningOfRoom = (
  room: string,
): Promise<Result<{ readonly screening?: Sitting | undefined }>> =>
  requestInRoom(room, '/screening', v.object({ screening: v.optional(sitting) }), {
    headers: bearer(passOf(room)),
  });
