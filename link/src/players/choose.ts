import { contentTypeOf, firstByte, type Source } from '../diagnose';
import type { Player } from '../player';
import { type DashModule, dashPlayer } from './dash';
import { type ElementOptions, elementPlayer } from './element';
import { isApple } from './engine';
import { type HlsModule, hlsPlayer } from './hls';

/** Brings what plays streams; each is called only when it is needed. */
export type Engines = {
  readonly hls: () => Promise<HlsModule>;
  readonly dash: () => Promise<DashModule>;
};

export type ChooseOptions = ElementOptions & { readonly engines: Engines };

/** hls.js and dash.js as files of their own, so that they weigh nothing for those who never need them. */
export const lazyEngines: Engines = { hls: () => import('hls.js'), dash: () => import('dashjs') };

/** Is the media a stream described by a playlist or a manifest, or one file? */
export type Kind = 'hls' | 'dash' | 'file';

/** The kind of a media, by its name where that says so, else by its content type; undefined when neither does. */
export const kindOf = (url: string, contentType: string): Kind | undefined => {
  const path = url.split(/[?#]/)[0] ?? '';
  if (/\.m3u8?$/i.test(path) || /mpegurl/i.test(contentType)) {
    return 'hls';
  }
  if (/\.mpd$/i.test(path) || /dash\+xml/i.test(contentType)) {
    return 'dash';
  }
  return /\.(mp4|m4v|mov|webm|mkv|ogv|mp3|m4a|ogg|opus|wav|flac)$/i.test(path) || contentType !== ''
    ? 'file'
    : undefined;
};

/** The player for a media: by its name, by its content type, and what the browser can do. Rejects only when `address` does. */
export const choosePlayer = async (options: ChooseOptions): Promise<Player> => {
  const source = await options.address();
  const kind = kindOf(source.url, '') ?? (await probedKind(source, options.fetchIt));
  if (kind === 'dash') {
    return dashPlayer(source, await options.engines.dash(), options);
  }
  if (kind === 'file' || playsHlsByItself(options)) {
    return elementPlayer(source, options);
  }
  return hlsPlayer(source, await options.engines.hls(), options);
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
