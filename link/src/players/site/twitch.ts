import { openLoudness } from './loudness';
import { field, lengthIn, ms, numberIn } from './message';
import { COARSE, type Doing, looks, type Site, type Told } from './site';

const SITE = 'https://player.twitch.tv';

/** Its player takes messages of the one kind, and tells of what happens by the other; how it is, it tells by the first as well. */
const OF_STATE = 'twitch-embed-player-proxy';
const OF_EVENTS = 'twitch-embed';

/** What it can be asked for, by its numbers. */
const ASKED = { pause: 2, play: 3, seek: 4, setMuted: 10, setVolume: 11 } as const;

const command = (what: keyof typeof ASKED, params: unknown = null): unknown => ({
  namespace: OF_STATE,
  eventName: ASKED[what],
  params,
});

/** It tells so often how it is before it can be taken to have heard of a seek of which it says nothing. */
const PASSED_OVER = 4;

/** Where it is, as it tells. What it told before it heard of a seek, and is on its way, is no news any more. */
const openWhereabouts = () => {
  let passedOver = PASSED_OVER;
  return {
    seek: (): void => {
      passedOver = 0;
    },
    sought: (): void => {
      passedOver = PASSED_OVER;
    },
    after: (seconds: number | undefined): number | undefined => {
      if (passedOver === PASSED_OVER) return ms(seconds);
      passedOver += 1;
      return undefined;
    },
  };
};

/** What it does, by the state it says it is in: one that was never started stands as one that was paused does. */
const openDoing = () => {
  let isStarted = false;
  return (playback: unknown): Doing | undefined => {
    if (playback === 'Playing') isStarted = true;
    if (typeof playback !== 'string') return undefined;
    if (!isStarted) return 'unstarted';
    if (playback === 'Playing') return 'playing';
    if (playback === 'Buffering') return 'buffering';
    return playback === 'Ended' ? 'ended' : 'paused';
  };
};

/** The film is there up to here: it says how much lies ahead of where it is. */
const loadedIn = (state: unknown): number | undefined => {
  const ahead = numberIn(field(field(state, 'stats'), 'videoStats'), 'bufferSize');
  const at = numberIn(state, 'currentTime');
  return ahead === undefined || at === undefined ? undefined : (at + ahead) * 1000;
};

/** The address of the frame that shows a recording, for a page of this host and no other. */
const frameOf = (id: string, host: string): string => {
  const url = new URL('/', SITE);
  const wishes = { video: `v${id}`, parent: host, autoplay: 'false', muted: 'false' };
  for (const [name, value] of Object.entries(wishes)) url.searchParams.set(name, value);
  return url.href;
};

/** What it says: how it is, as often as that changes, and what has happened. */
const openHearing = (whereabouts: ReturnType<typeof openWhereabouts>): Site['hear'] => {
  const loudnessAfter = openLoudness();
  const doingAfter = openDoing();
  const isNow = (state: unknown): Told =>
    looks({
      doing: doingAfter(field(state, 'playback')),
      positionMs: whereabouts.after(numberIn(state, 'currentTime')),
      lengthMs: lengthIn(state),
      loadedMs: loadedIn(state),
      sound: loudnessAfter(field(state, 'volume'), field(state, 'muted')),
    });
  const happened = (event: unknown): readonly Told[] => {
    switch (event) {
      case 'ready':
        return [{ type: 'ready' }];
      case 'seek':
        whereabouts.sought();
        return [];
      case 'playbackBlocked':
        return [{ type: 'refused' }];
      case 'error':
        return [{ type: 'problem', problem: { type: 'siteBroken' } }];
      default:
        return [];
    }
  };
  return (message) => {
    const kind = field(message, 'namespace');
    const event = field(message, 'eventName');
    if (kind === OF_EVENTS) return happened(event);
    return kind === OF_STATE && event === 'UPDATE_STATE' ? [isNow(field(message, 'params'))] : [];
  };
};

/**
 * Twitch's player of recordings, by the messages that its own script for other pages exchanges with it; that script is not loaded. Twitch documents
 * the functions and events of the script, and not these messages: they are what other players, whose source is open, have long spoken with it
 * (twitch-video-element, Video.js). It has one speed, and says by itself when it is there.
 */
export const twitch = (id: string, host: string): Site => {
  const whereabouts = openWhereabouts();
  return {
    url: frameOf(id, host),
    capabilities: COARSE,
    greetings: [],
    hear: openHearing(whereabouts),
    play: () => [command('play')],
    pause: () => [command('pause')],
    seek: (positionMs) => {
      whereabouts.seek();
      return [command('seek', positionMs / 1000)];
    },
    setRate: undefined,
    setSound: ({ volume, isMuted }) => [command('setVolume', volume), command('setMuted', isMuted)],
  };
};
