import { contentTypeOf, firstByte, type Source } from '../diagnose';
import type { Player } from '../player';
import { type ElementOptions, elementPlayer } from './element';
import { isApple } from './engine';
import { type HlsModule, hlsPlayer } from './hls';

/** `loadHls` brings hls.js; it is called only when it is needed. */
export type ChooseOptions = ElementOptions & { readonly loadHls: () => Promise<HlsModule> };

/** Brings hls.js as a file of its own, so that it weighs nothing for those who never need it. */
export const loadHls = (): Promise<HlsModule> => import('hls.js');

/** Is the media a stream described by a playlist, or one file? */
export type Kind = 'hls' | 'file';

/** The kind of a media, by its name where that says so, else by its content type; undefined when neither does. */
export const kindOf = (url: string, contentType: string): Kind | undefined => {
  const path = url.split(/[?#]/)[0] ?? '';
  if (/\.m3u8?$/i.test(path) || /mpegurl/i.test(contentType)) {
    return 'hls';
  }
  return /\.(mp4|m4v|mov|webm|mkv|ogv|mp3|m4a|ogg|opus|wav|flac)$/i.test(path) || contentType !== ''
    ? 'file'
    : undefined;
};

/** The player for a media: by its name, by its content type, and what the browser can do. Rejects only when `address` does. */
export const choosePlayer = async (options: ChooseOptions): Promise<Player> => {
  const source = await options.address();
  const kind = kindOf(source.url, '') ?? (await probedKind(source, options.fetchIt));
  if (kind === 'file' || playsHlsByItself(options)) {
    return elementPlayer(source, options);
  }
  return hlsPlayer(source, await options.loadHls(), options);
};

const probedKind = async (source: Source, fetchIt: typeof fetch): Promise<Kind> => {
  const answer = await firstByte(source.url, 'cors', fetchIt);
  return (answer && kindOf(source.url, contentTypeOf(answer))) ?? 'file';
};

/**
 * Safari plays HLS well by itself, and phones of its kind may have nothing else. Chromium says "maybe" too, but gives no say in the quality
 * and no causes of failure, so it gets hls.js.
 */
const playsHlsByItself = ({ engine, element }: ElementOptions): boolean =>
  isApple(engine) && element.canPlayType('application/vnd.apple.mpegurl') !== '';
