import * as v from 'valibot';
import { as } from './accounts';
import { json, type Result, request } from './request';

const ref = v.variant('type', [
  v.object({ type: v.literal('address'), url: v.string() }),
  v.object({ type: v.literal('site'), url: v.string() }),
  v.object({
    type: v.literal('embed'),
    provider: v.picklist(['YOUTUBE', 'VIMEO', 'TWITCH']),
    id: v.string(),
  }),
  v.object({ type: v.literal('upload'), film: v.string() }),
  v.object({
    type: v.literal('ownCopy'),
    bytes: v.number(),
    salt: v.string(),
    hash: v.string(),
  }),
]);

const viewing = v.object({
  id: v.string(),
  room: v.string(),
  media: v.object({ ref, title: v.string(), lengthMs: v.optional(v.number()) }),
  positionMs: v.number(),
  firstAt: v.string(),
  lastAt: v.string(),
  with: v.array(v.string()),
});
const page = v.object({
  viewings: v.array(viewing),
  total: v.number(),
  kept: v.boolean(),
  shown: v.boolean(),
});

/** What the person watched in a room, up to `positionMs`; `with` are the names of who was there too. */
export type Viewing = Readonly<v.InferOutput<typeof viewing>>;

/** Some of what the person watched, how much it is in all, whether more is written down, and whether friends see it. */
export type Viewings = Readonly<v.InferOutput<typeof page>>;

const most = 20;
const mostUnfinished = 6;

const path = '/api/me/viewings';

/** What the person watched, the newest first, from number `from` on. */
export const viewings =
  (from: number) =>
  (access: string): Promise<Result<Viewings>> =>
    request(`${path}?from=${from}&limit=${most}`, page, as(access));

/** What the person has begun and not ended, the newest first. */
export const unfinished = (access: string): Promise<Result<Viewings>> =>
  request(`${path}?unfinished=true&limit=${mostUnfinished}`, page, as(access));

export const forgetViewing =
  (id: string) =>
  (access: string): Promise<Result<unknown>> =>
    request(`${path}/${encodeURIComponent(id)}`, v.unknown(), as(access, { method: 'DELETE' }));

export const forgetViewings = (access: string): Promise<Result<unknown>> =>
  request(path, v.unknown(), as(access, { method: 'DELETE' }));

/** Has what the person watches from now on written down, or not. */
export const keepViewings =
  (kept: boolean) =>
  (access: string): Promise<Result<unknown>> =>
    request(`${path}/kept`, v.unknown(), as(access, json('PUT', { kept })));

/** Lets friends see what the person watches from now on, or not any more. */
export const showViewings =
  (shown: boolean) =>
  (access: string): Promise<Result<unknown>> =>
    request(`${path}/shown`, v.unknown(), as(access, json('PUT', { shown })));
