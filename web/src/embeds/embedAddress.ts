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

const isVimeo = (host: string): boolean => /^((www|player)\.)?vimeo\.com$/u.test(host);

/** What stands before the number of a film of Vimeo: nothing, the player, or where its page is shown from. */
const VIMEO_PATH =
  /^\/(?:video\/|(?:channels|groups|album|showcase)\/[\w-]+\/(?:videos?\/)?)?(\d{1,19})(?:\/([\da-f]{6,40}))?\/?$/u;

/** The id in an address of Vimeo: its number, and behind that, as the last part of the path or after `h=`, the word that opens a private one. */
const vimeoId = ({ pathname, searchParams }: URL): string | undefined => {
  const [, film, last] = VIMEO_PATH.exec(pathname) ?? [];
  if (film === undefined) return undefined;
  const word = last ?? searchParams.get('h') ?? '';
  return /^[\da-f]{6,40}$/u.test(word) ? `${film}/${word}` : film;
};

const isTwitch = (host: string): boolean => /^((www|m|player)\.)?twitch\.tv$/u.test(host);

/** The number of a recording in an address of Twitch: after `videos/`, or, at its player, after `video=`. */
const twitchId = ({ hostname, pathname, searchParams }: URL): string | undefined => {
  const named = /^\/(?:videos|[\w-]+\/(?:video|v))\/(\d{1,19})\/?$/u.exec(pathname)?.[1];
  if (named !== undefined || hostname !== 'player.twitch.tv') return named;
  return /^v?(\d{1,19})$/u.exec(searchParams.get('video') ?? '')?.[1];
};

const filmAt = (url: URL): Embed | undefined => {
  const { hostname: host } = url;
  const youtube = isYoutube(host) ? youtubeId(url) : undefined;
  if (youtube !== undefined) return { provider: 'YOUTUBE', id: youtube };
  const vimeo = isVimeo(host) ? vimeoId(url) : undefined;
  if (vimeo !== undefined) return { provider: 'VIMEO', id: vimeo };
  const twitch = isTwitch(host) ? twitchId(url) : undefined;
  return twitch === undefined ? undefined : { provider: 'TWITCH', id: twitch };
};

/** `90`, `90s` or `1h1m30s`, in ms; nothing if it is none of these. */
export const startOfText = (text: string): number | undefined => {
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/u.exec(text) ?? [];
  const inAll = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return inAll > 0 ? inAll * 1000 : undefined;
};

/** Where an address says that its film is to begin: sites say it in the query or in the fragment. */
const startAt = ({ searchParams, hash }: URL): number | undefined => {
  const inHash = new URLSearchParams(hash.slice(1)).get('t');
  return startOfText(
    searchParams.get('t') ?? searchParams.get('start') ?? searchParams.get('time') ?? inHash ?? '',
  );
};

/** The film of another site at an address, if that is an address of a film of a site whose player can be shown here. */
export const embedOf = (url: URL): EmbedAddress | undefined => {
  const film = filmAt(url);
  if (film === undefined) return undefined;
  const startMs = startAt(url);
  return { ...film, ...(startMs === undefined ? {} : { startMs }) };
};
