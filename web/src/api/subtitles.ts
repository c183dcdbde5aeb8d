import type { MediaRef } from '@matinee/link/media';
import * as v from 'valibot';
import { passOf } from '../device/entered';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { json, type Result } from './request';

const offered = v.object({
  id: v.string(),
  name: v.string(),
  language: v.optional(v.string()),
  by: v.string(),
  byName: v.optional(v.string()),
  removable: v.boolean(),
});
const list = v.object({ subtitles: v.array(offered) });
const content = v.object({ text: v.string() });

/** Subtitles that a member offers to all in a room; `byName` is how that one is called, while there. */
export type OfferedSubtitles = Readonly<v.InferOutput<typeof offered>>;

/** What somebody offers: a file as text, for the media that `ref` names. */
export type NewSubtitles = {
  readonly ref: MediaRef;
  readonly name: string;
  readonly language?: string;
  readonly text: string;
};

const pathOf = (id: string): string => `/subtitles/${encodeURIComponent(id)}`;

/** Those that are offered for what the room has loaded, the oldest first. */
export const listSubtitles = (
  room: string,
): Promise<Result<Readonly<v.InferOutput<typeof list>>>> =>
  requestInRoom(room, '/subtitles', list, { headers: bearer(passOf(room)) });

export const offerSubtitles = (
  room: string,
  wanted: NewSubtitles,
): Promise<Result<OfferedSubtitles>> => {
  const init = json('POST', wanted);
  return requestInRoom(room, '/subtitles', offered, {
    ...init,
    headers: { ...init.headers, ...bearer(passOf(room)) },
  });
};

/** The text as it was offered: a stranger's, to be shown as text alone. */
export const readSubtitles = (
  room: string,
  id: string,
): Promise<Result<Readonly<v.InferOutput<typeof content>>>> =>
  requestInRoom(room, pathOf(id), content, { headers: bearer(passOf(room)) });

export const removeSubtitles = (room: string, id: string): Promise<Result<unknown>> =>
  requestInRoom(room, pathOf(id), v.unknown(), {
    method: 'DELETE',
    headers: bearer(passOf(room)),
  });
