import type { Problem } from '../../problem';
import { openLoudness } from './loudness';
import { field, lengthIn, ms, numberIn, parsed } from './message';
import { COARSE, type Doing, looks, type Site, type Told } from './site';

const SITE = 'https://player.vimeo.com';

/** What its errors mean, by their names. */
const PROBLEMS: Readonly<Record<string, Problem['type'] & `site${string}`>> = {
  NotFoundError: 'siteGone',
  PrivacyError: 'siteForbids',
  PasswordError: 'siteForbids',
};

/** What it is asked to tell of. */
const EVENTS = [
  'playing',
  'pause',
  'ended',
  'timeupdate',
  'progress',
  'seeking',
  'seeked',
  'bufferstart',
  'bufferend',
  'volumechange',
  'playbackratechange',
  'durationchange',
  'error',
];
/** What it is asked at first; the answer to the last one says that all is answered. */
const QUESTIONS = ['getMuted', 'getVolume', 'getPlaybackRate', 'getDuration'];

const call = (method: string, value?: unknown): unknown =>
  value === undefined ? { method } : { method, value };

/** What it does, by its events: each says only what has changed. */
const openDoing = () => {
  let doing: Doing = 'unstarted';
  let lacks = false;
  return (event: string): Doing => {
    if (event === 'playing') doing = 'playing';
    if (event === 'pause') doing = 'paused';
    if (event === 'ended') doing = 'ended';
    if (event === 'seeked' && doing === 'ended') doing = 'paused';
    if (event === 'bufferstart' || event === 'seeking') lacks = true;
    if (event === 'bufferend' || event === 'seeked' || event === 'playing') lacks = false;
    return lacks && doing === 'playing' ? 'buffering' : doing;
  };
};

/** Where it is, as it tells. What it told before it heard of a seek, and is on its way, is no news any more. */
const openWhereabouts = () => {
  let isSought = false;
  return {
    seek: (): void => {
      isSought = true;
    },
    sought: (): void => {
      isSought = false;
    },
    after: (event: string, seconds: number | undefined): number | undefined => {
      if (event === 'seeked') isSought = false;
      return isSought || event === 'progress' ? undefined : ms(seconds);
    },
  };
};

/** An error that it tells of, if that is of interest here. */
const faultOf = (data: unknown): readonly Told[] => {
  const name = String(field(data, 'name'));
  const method = field(data, 'method');
  if (method === 'setPlaybackRate') return [{ type: 'rateRefused' }];
  if (method === 'play' && name === 'NotAllowedError') return [{ type: 'refused' }];
  const type = PROBLEMS[name] ?? (method === 'ready' ? 'siteBroken' : undefined);
  return type === undefined ? [] : [{ type: 'problem', problem: { type } }];
};

/** The address of the frame that shows a film. A private one has the word that opens it behind its number. */
const frameOf = (id: string): string => {
  const [film = '', word] = id.split('/');
  const url = new URL(`/video/${encodeURIComponent(film)}`, SITE);
  const wishes = { dnt: '1', playsinline: '1', autopause: '0', speed: '1', fullscreen: '0' };
  if (word !== undefined) url.searchParams.set('h', word);
  for (const [name, value] of Object.entries(wishes)) url.searchParams.set(name, value);
  return url.href;
};

/** What has to be kept of what it said, to know what it says next. */
type Memory = {
  readonly loudnessAfter: ReturnType<typeof openLoudness>;
  readonly whereabouts: ReturnType<typeof openWhereabouts>;
};

/** What its events mean. */
const openEvents = ({ loudnessAfter, whereabouts }: Memory) => {
  const doingAfter = openDoing();
  return (event: string, data: unknown): readonly Told[] => {
    if (event === 'error') return faultOf(data);
    if (!EVENTS.includes(event)) return [];
    const seconds = numberIn(data, 'seconds');
    return [
      looks({
        doing: doingAfter(event),
        positionMs: whereabouts.after(event, seconds),
        loadedMs: event === 'progress' ? ms(seconds) : undefined,
        lengthMs: lengthIn(data),
        rate: numberIn(data, 'playbackRate'),
        sound: loudnessAfter(field(data, 'volume'), field(data, 'muted')),
      }),
    ];
  };
};

/** What it says: that it is there, as an event or as the answer to a greeting, and is then asked for everything, once; answers to that; events. */
const openHearing = (memory: Memory): Site['hear'] => {
  const { loudnessAfter, whereabouts } = memory;
  const happened = openEvents(memory);
  let isAsked = false;

  const asks = (): readonly Told[] => {
    if (isAsked) return [];
    isAsked = true;
    const listen = EVENTS.map((event) => call('addEventListener', event));
    return [{ type: 'asks', messages: [...listen, ...QUESTIONS.map((each) => call(each))] }];
  };
  const answered = (method: unknown, value: unknown): readonly Told[] => {
    switch (method) {
      case 'ping':
        return asks();
      case 'getDuration':
        return [looks({ lengthMs: lengthIn({ duration: value }) }), { type: 'ready' }];
      case 'getVolume':
        return [looks({ sound: loudnessAfter(value, undefined) })];
      case 'getMuted':
        return [looks({ sound: loudnessAfter(undefined, value) })];
      case 'getPlaybackRate':
        return [looks({ rate: numberIn({ value }, 'value') })];
      case 'setCurrentTime':
        whereabouts.sought();
        return [];
      default:
        return [];
    }
  };
  return (said) => {
    const message = typeof said === 'string' ? parsed(said) : said;
    const event = field(message, 'event');
    if (event === 'ready') return asks();
    if (typeof event === 'string') return happened(event, field(message, 'data'));
    return answered(field(message, 'method'), field(message, 'value'));
  };
};

/**
 * Vimeo's player, by the messages that its own script for other pages exchanges with it; that script is not loaded. What they mean is what the
 * reference of that script says of functions and events of the same names.
 */
export const vimeo = (id: string): Site => {
  const memory: Memory = { loudnessAfter: openLoudness(), whereabouts: openWhereabouts() };
  return {
    url: frameOf(id),
    capabilities: COARSE,
    greetings: [call('ping')],
    hear: openHearing(memory),
    play: () => [call('play')],
    pause: () => [call('pause')],
    seek: (positionMs) => {
      memory.whereabouts.seek();
      return [call('setCurrentTime', positionMs / 1000)];
    },
    setRate: (rate) => [call('setPlaybackRate', rate)],
    setSound: ({ volume, isMuted }) => [call('setVolume', volume), call('setMuted', isMuted)],
  };
};
