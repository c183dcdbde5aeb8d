import type { Problem } from '../../problem';
import { field, lengthIn, ms, numberIn, parsed } from './message';
import { COARSE, type Doing, type Looks, looks, type Site, type Told } from './site';

/** As YouTube shows films to who has not agreed to be followed about. */
const SITE = 'https://www.youtube-nocookie.com';

/** The states of its player, by their numbers. */
const DOING: Readonly<Record<number, Doing>> = {
  [-1]: 'unstarted',
  0: 'ended',
  1: 'playing',
  2: 'paused',
  3: 'buffering',
  5: 'unstarted',
};

/** What its errors mean: 2 no id, 5 its player failed, 100 removed or private, 101 and 150 not to be shown elsewhere. */
const PROBLEMS: Readonly<Record<number, Problem['type'] & `site${string}`>> = {
  2: 'siteGone',
  100: 'siteGone',
  101: 'siteForbids',
  150: 'siteForbids',
};

/** What it is asked to tell of. */
const EVENTS = ['onReady', 'onStateChange', 'onError', 'onAutoplayBlocked'];

const command = (func: string, ...args: readonly unknown[]): string =>
  JSON.stringify({ event: 'command', func, args, id: 1, channel: 'widget' });

const soundOf = (info: unknown): Looks['sound'] => {
  const volume = numberIn(info, 'volume');
  const isMuted = field(info, 'muted');
  return volume === undefined || typeof isMuted !== 'boolean'
    ? undefined
    : { volume: Math.round(volume) / 100, isMuted };
};

/** What its player tells of itself: at first all, then what has changed. */
const looksOf = (info: unknown, lengthMs: number | undefined): Looks => {
  const fraction = numberIn(info, 'videoLoadedFraction');
  const isLive = field(field(info, 'videoData'), 'isLive');
  return looks({
    doing: DOING[numberIn(info, 'playerState') ?? Number.NaN],
    positionMs: ms(numberIn(info, 'currentTime')),
    atWallMs: ms(numberIn(info, 'currentTimeLastUpdated_')),
    rate: numberIn(info, 'playbackRate'),
    lengthMs,
    loadedMs: fraction === undefined || lengthMs === undefined ? undefined : fraction * lengthMs,
    isLive: typeof isLive === 'boolean' ? isLive : undefined,
    sound: soundOf(info),
  });
};

/** The address of the frame that shows a film. `origin` is this page's, the only one to which it then speaks. */
const frameOf = (id: string, origin: string): string => {
  const url = new URL(`/embed/${encodeURIComponent(id)}`, SITE);
  const wishes = { enablejsapi: '1', origin, playsinline: '1', rel: '0', fs: '0' };
  for (const [name, value] of Object.entries(wishes)) url.searchParams.set(name, value);
  return url.href;
};

/**
 * YouTube's player, by the messages that its own script for other pages exchanges with it; that script is not loaded. What they mean is what the
 * reference of its IFrame API says of functions and events of the same names.
 */
export const youtube = (id: string, origin: string): Site => {
  let lengthMs: number | undefined;
  const seen = (info: unknown): Looks => {
    lengthMs = lengthIn(info) ?? lengthMs;
    return looksOf(info, lengthMs);
  };
  return {
    url: frameOf(id, origin),
    capabilities: COARSE,
    greetings: [
      JSON.stringify({ event: 'listening', id: 1, channel: 'widget' }),
      ...EVENTS.map((name) => command('addEventListener', name)),
    ],
    hear: (data): readonly Told[] => {
      const message = parsed(data);
      const info = field(message, 'info');
      switch (field(message, 'event')) {
        case 'onReady':
          return [{ type: 'ready' }];
        case 'initialDelivery':
          return [seen(info), { type: 'ready' }];
        case 'infoDelivery':
          return [seen(info)];
        case 'onStateChange':
          return [seen({ playerState: info })];
        case 'onAutoplayBlocked':
          return [{ type: 'refused' }];
        case 'onError':
          return [{ type: 'problem', problem: { type: PROBLEMS[Number(info)] ?? 'siteBroken' } }];
        default:
          return [];
      }
    },
    play: () => [command('playVideo')],
    pause: () => [command('pauseVideo')],
    seek: (positionMs) => [command('seekTo', positionMs / 1000, true)],
    setRate: (rate) => [command('setPlaybackRate', rate)],
    setSound: ({ volume, isMuted }) => [
      command('setVolume', Math.round(volume * 100)),
      command(isMuted ? 'mute' : 'unMute'),
    ],
  };
};
