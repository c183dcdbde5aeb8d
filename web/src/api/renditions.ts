import * as v from 'valibot';
import { passOf } from '../device/entered';
import { requestInRoom } from './inRoom';
import { bearer } from './members';

const track = v.object({ language: v.optional(v.string()), title: v.optional(v.string()) });

const failure = v.picklist([
  'unreadable',
  'unknown_codec',
  'too_much',
  'out_of_memory',
  'too_slow',
  'no_space',
  'broken_off',
]);

/** Why nothing was made of an upload. */
export type RenditionFailure = v.InferOutput<typeof failure>;

const words = v.object({
  ...track.entries,
  isText: v.boolean(),
  file: v.optional(v.string()),
});

const renditions = v.object({
  state: v.picklist(['none', 'new', 'waiting', 'running', 'ready', 'failed']),
  share: v.number(),
  playable: v.boolean(),
  failure: v.optional(failure),
  contentType: v.optional(v.string()),
  lengthMs: v.optional(v.number()),
  sounds: v.optional(v.array(track), []),
  subtitles: v.optional(v.array(words)),
  fonts: v.optional(v.array(v.string()), []),
});

/** How far the server is with what it makes of an upload, and what the upload holds, once that is known: `contentType` is asked of browsers. */
export type Renditions = Readonly<v.InferOutput<typeof renditions>>;

/** How an upload that a room plays stands; nothing if that cannot be had now. */
export const renditionsOf = async (room: string, film: string): Promise<Renditions | undefined> => {
  const path = `/films/${encodeURIComponent(film)}/renditions`;
  const result = await requestInRoom(room, path, renditions, { headers: bearer(passOf(room)) });
  return result.type === 'done' ? result.value : undefined;
};
