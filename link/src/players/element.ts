import { diagnose, type Source } from '../diagnose';
import type { BufferedRange, Player, PlayerEvent, PlayOutcome, PositionSample } from '../player';
import type { Problem } from '../problem';
import { subscribers } from '../subscribers';
import { capabilitiesOf, type Engine, pitchSwitches } from './engine';

/** `address` names the media anew each time it is asked, so that a signed address that ran out can be replaced. */
export type ElementOptions = {
  readonly element: HTMLVideoElement;
  readonly engine: Engine;
  readonly nowMs: () => number;
  readonly fetchIt: typeof fetch;
  readonly address: () => Promise<Source>;
};

/** A player of what the browser plays by itself (mp4, webm, HLS where it can), in an element that the page owns. */
export const elementPlayer = (source: Source, options: ElementOptions): Player => {
  const { element, nowMs, fetchIt } = options;
  const base = elementControls(options);
  let loaded = source;
  let renewedAtMs = Number.NEGATIVE_INFINITY;

  const load = (next: Source): void => {
    loaded = next;
    element.src = next.url;
    element.load();
  };
  const renew = async (): Promise<void> => {
    renewedAtMs = nowMs();
    const { currentTime } = element;
    load(await options.address());
    element.currentTime = currentTime;
  };
  const failed = async (): Promise<void> => {
    const code = element.error?.code;
    const problem = code === DECODE ? codec : await diagnose(loaded, fetchIt);
    if (problem.type === 'expired' && nowMs() - renewedAtMs > RENEWAL_PAUSE_MS) {
      return renew().catch(() => base.tell({ type: 'problem', problem }));
    }
    base.tell({ type: 'problem', problem: code === NETWORK ? brokenOff(problem) : problem });
  };

  element.addEventListener('error', failed);
  load(source);
  return {
    ...base.player,
    close: () => {
      element.removeEventListener('error', failed);
      base.player.close();
      element.removeAttribute('src');
      element.load();
    },
  };
};

/** An address that runs out again sooner than this is not renewed but reported. */
const RENEWAL_PAUSE_MS = 60_000;
/** MediaError.MEDIA_ERR_NETWORK and MEDIA_ERR_DECODE. */
const NETWORK = 2;
const DECODE = 3;
const codec: Problem = { type: 'codec' };

/** What was being played was media that this page may play: if nothing else is found, the network was at fault. */
const brokenOff = (found: Problem): Problem =>
  found.type === 'codec' || found.type === 'cors' ? { type: 'network' } : found;

const told = {
  loadedmetadata: 'loaded',
  canplay: 'canPlay',
  waiting: 'waiting',
  playing: 'playing',
  play: 'play',
  pause: 'pause',
  seeking: 'seeking',
  seeked: 'seeked',
  ratechange: 'rateChanged',
  ended: 'ended',
} as const;

/**
 * Everything of a player but how the element gets its media and what its errors mean; those tell their events by `tell`. `letGo` ends listening to the
 * element, and leaves it as it is: for one that is another's.
 */
export type ElementControls = {
  readonly player: Player;
  readonly tell: (event: PlayerEvent) => void;
  readonly letGo: () => void;
};

/** HTMLMediaElement.HAVE_FUTURE_DATA: could go on from here. */
const HAVE_FUTURE_DATA = 3;

export const elementControls = ({
  element,
  engine,
  nowMs,
}: Pick<ElementOptions, 'element' | 'engine' | 'nowMs'>): ElementControls => {
  const listeners = subscribers<PlayerEvent>();
  const stop = new AbortController();
  for (const [name, type] of Object.entries(told)) {
    element.addEventListener(name, () => listeners.tell({ type }), { signal: stop.signal });
  }
  const player: Player = {
    capabilities: capabilitiesOf(engine, element),
    play: () => begin(element),
    pause: () => element.pause(),
    seek: (positionMs) => {
      element.currentTime = positionMs / 1000;
    },
    setRate: (rate, keepPitch) => {
      for (const name of pitchSwitches.filter((each) => each in element)) {
        Reflect.set(element, name, keepPitch);
      }
      element.playbackRate = rate;
    },
    position: () => ({ positionMs: element.currentTime * 1000, atMs: nowMs() }),
    state: () => ({
      paused: element.paused,
      seeking: element.seeking,
      ready: element.readyState >= HAVE_FUTURE_DATA,
      ended: element.ended,
      rate: element.playbackRate,
    }),
    buffered: () => rangesOf(element.buffered),
    lengthMs: () =>
      Number.isFinite(element.duration) ? Math.round(element.duration * 1000) : undefined,
    live: () => undefined,
    subscribe: listeners.add,
    onFrame: (listener) => watchFrames(element, listener),
    close: () => {
      stop.abort();
      element.pause();
    },
  };
  return { player, tell: listeners.tell, letGo: () => stop.abort() };
};

const begin = async (element: HTMLVideoElement): Promise<PlayOutcome> => {
  try {
    await element.play();
    return 'playing';
  } catch (cause) {
    return cause instanceof DOMException && cause.name === 'NotAllowedError'
      ? 'needsGesture'
      : 'interrupted';
  }
};

const rangesOf = (ranges: TimeRanges): readonly BufferedRange[] =>
  Array.from({ length: ranges.length }, (_, index) => ({
    fromMs: ranges.start(index) * 1000,
    toMs: ranges.end(index) * 1000,
  }));

const watchFrames = (
  element: HTMLVideoElement,
  listener: (sample: PositionSample) => void,
): (() => void) => {
  if (!('requestVideoFrameCallback' in element)) {
    return () => {};
  }
  let id = 0;
  const ask = (): void => {
    id = element.requestVideoFrameCallback((_, { expectedDisplayTime, mediaTime }) => {
      listener({ positionMs: mediaTime * 1000, atMs: expectedDisplayTime });
      ask();
    });
  };
  ask();
  return () => element.cancelVideoFrameCallback(id);
};
