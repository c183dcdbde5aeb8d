import { filmAddress } from '../api/members';
import { renditionsOf } from '../api/renditions';
import { pause } from './pause';

/** What a film looks like from `fromMs` on: a part of the picture at `url`, in pixels. */
export type Thumbnail = {
  readonly fromMs: number;
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Still pictures of an upload: the address of one for all of it, and small ones in the order of the film. */
export type Pictures = { readonly poster: string; readonly thumbnails: readonly Thumbnail[] };

const askEveryMs = 5000;

const cue = /^(\d+):(\d\d):(\d\d)\.(\d{3}) --> .*\n([a-z0-9_.]+)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm;

/** The thumbnails that a list (WebVTT with fragments of media) names; what is named is beside the list, at `base`. */
export const thumbnailsIn = (list: string, base: string): readonly Thumbnail[] =>
  Array.from(list.matchAll(cue), (found) => {
    const number = (at: number) => Number(found[at]);
    return {
      fromMs: ((number(1) * 60 + number(2)) * 60 + number(3)) * 1000 + number(4),
      url: `${base}${found[5]}`,
      x: number(6),
      y: number(7),
      width: number(8),
      height: number(9),
    };
  });

/** Waits until the server has made pictures of an upload that the room plays; nothing if it makes none. */
export const picturesOf = async (
  room: string,
  film: string,
  signal: AbortSignal,
): Promise<Pictures | undefined> => {
  for (;;) {
    const state = (await renditionsOf(room, film))?.state;
    if (state === undefined || state === 'none' || state === 'failed') return undefined;
    if (state === 'running' || state === 'ready') {
      const base = (await filmAddress(room, film))?.renditionsUrl;
      if (base === undefined) return undefined;
      const answer = await fetch(`${base}thumbnails.vtt`, { signal });
      if (answer.ok)
        return {
          poster: `${base}poster.jpg`,
          thumbnails: thumbnailsIn(await answer.text(), base),
        };
      if (state === 'ready') return undefined;
    }
    await pause(askEveryMs, signal);
  }
};
