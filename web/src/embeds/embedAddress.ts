import type { Embed } from '@matinee/link/media';

/** What an address of another site names: a film of it, and where that is to begin. */
export type EmbedAddress = Embed & { readonly startMs?: number };

const isYoutube = (host: string): boolean =>
  /^((www|m|music)\.)?youtube\.com$|^(www\.)?youtube-nocookie\.com$|^(www\.)?youtu\.be$/u.test(
    host,
  );

/** The id in an address of YouTube, which has eleven signs: after `v=`, or as the last part of the path. */
const youtubeId = ({ hostname, pathname, searchParams }: URL): string | undefined => {
  const path = hostname.endsWith('youtu.be') ? `/embed${pathname}` : pathname;
  const named = /^\/(embed|shorts|live|v)\/([^/]+)\/?$/u.exec(path)?.[2];
  const id = named ?? (path === '/watch' ? searchParams.get('v') : undefined);
  return id && /^[\w-]{11}$/u.test(id) ? id : undefined;
};

/** `90`, `90s` or `1h1m30s`, in ms; nothing if it is none of these. */
export const startOfText = (text: string): number | undefined => {
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/u.exec(text) ?? [];
  const inAll = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return inAll > 0 ? inAll * 1000 : undefined;
};

/** The film of another site at an address, if that is an address of a film of a site whose player can be shown here. */
export const embedOf = (url: URL): EmbedAddress | undefined => {
  if (!isYoutube(url.hostname)) return undefined;
  const id = youtubeId(url);
  if (id === undefined) return undefined;
  const { searchParams: asked } = url;
  const startMs = startOfText(asked.get('t') ?? asked.get('start') ?? '');
  return { provider: 'YOUTUBE', id, ...(startMs === undefined ? {} : { startMs }) };
};
