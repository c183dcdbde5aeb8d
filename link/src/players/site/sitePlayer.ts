import type { Clock } from '../../clock';
import type { Player, PlayerEvent } from '../../player';
import { subscribers } from '../../subscribers';
import type { Transport } from '../../transport';
import { livePlayer } from '../livePlayer';
import type { Stream } from '../stream';
import { openFrame } from './frame';
import { openHands } from './hands';
import { openPlace } from './place';
import { openRate } from './rate';
import type { Looks, Site, Told } from './site';
import { openSound } from './sound';

/** `element` stands where the frame is to be, and has the volume; `title` names the frame for who does not see it. */
export type SiteOptions = {
  readonly element: HTMLVideoElement;
  readonly title: string;
  readonly clock: Pick<Clock, 'nowMs' | 'wallTimeMs'>;
  readonly after: Transport['after'];
};

/** A site is greeted so often, and counts as unreachable when it has not answered for so long. */
const GREET_EVERY_MS = 250;
const SILENT_AFTER_MS = 20_000;
/** So much behind where the player is counts as there. */
const BEHIND_MS = 5_000;
/** A live stream is entered so long before its end, has so much behind it, and is waited for so long. */
const LIVE_EDGE_MS = 10_000;
const LIVE_WINDOW_MS = 4 * 3_600_000;
const LIVE_AHEAD_MS = 30_000;
const DAY_MS = 86_400_000;

/** What is known of the film itself. */
type Film = Pick<Looks, 'lengthMs' | 'loadedMs' | 'isLive'>;

const streamOf = ({ lengthMs, isLive }: Film): Stream => {
  if (isLive !== true) return { type: 'film' };
  if (lengthMs === undefined) return { type: 'unknown' };
  const fromMs = Math.max(0, lengthMs - LIVE_WINDOW_MS);
  return {
    type: 'live',
    scale: { stretches: [{ fromMs, toMs: lengthMs, streamMs: fromMs }], periodMs: DAY_MS },
    edgeMs: Math.max(0, lengthMs - LIVE_EDGE_MS),
    aheadMs: LIVE_AHEAD_MS,
  };
};

/** Says to the site that somebody listens, until it answers; `silent` hears that it does not. */
const greet = (
  { greetings }: Site,
  after: Transport['after'],
  post: (message: unknown) => void,
  silent: () => void,
): (() => void) => {
  let callOff = (): void => {};
  const again = (leftMs: number): void => {
    if (leftMs <= 0) {
      silent();
      return;
    }
    for (const greeting of greetings) post(greeting);
    callOff = after(GREET_EVERY_MS, () => again(leftMs - GREET_EVERY_MS));
  };
  again(SILENT_AFTER_MS);
  return () => callOff();
};

/** A player that is another site's own, in a frame of this page, led by messages (EM). Whose doing it is what happens there: `hands.ts`. */
export const sitePlayer = (site: Site, options: SiteOptions): Player => {
  const { element, title, after, clock } = options;
  const { nowMs } = clock;
  const { tell, add: subscribe } = subscribers<PlayerEvent>();
  const send = (messages: readonly unknown[]): void => messages.forEach(frame.post);
  const place = openPlace(nowMs);
  const hands = openHands({ nowMs, after, tell, pause: () => send(site.pause()) });
  const rate = openRate({ nowMs, after, tell });
  const sound = openSound(element, site, send);
  const parts: Parts = { place, hands, rate, sound, send, tell };
  let film: Film = {};
  let isReady = false;

  const heard = (told: Told): void => {
    if (told.type === 'ready' && !isReady) {
      isReady = true;
      endGreetings();
      sound.ready();
      tell({ type: 'loaded' });
      tell({ type: 'canPlay' });
    } else if (told.type === 'looks') {
      film = { ...film, ...filmOf(told) };
      look(told, clock, parts);
      live.known();
    } else if (told.type === 'asks') send(told.messages);
    else if (told.type === 'refused') hands.refused();
    else if (told.type === 'rateRefused') rate.refused();
    else if (told.type === 'problem') tell(told);
  };
  const frame = openFrame(element, site.url, title, (data) => site.hear(data).forEach(heard));
  const endGreetings = greet(site, after, frame.post, () =>
    tell({ type: 'problem', problem: { type: 'siteSilent' } }),
  );
  const base: Player = {
    ...controlsOf(site, parts),
    capabilities: site.capabilities,
    position: () => ({ positionMs: place.nowMs(), atMs: nowMs() }),
    state: () => ({
      paused: !hands.isMoving(),
      seeking: place.isSeeking(),
      ready: isReady && canGoOn(parts),
      ended: hands.doing() === 'ended',
      rate: rate.asked(),
    }),
    buffered: () => [{ fromMs: Math.max(0, place.nowMs() - BEHIND_MS), toMs: film.loadedMs ?? 0 }],
    lengthMs: () => film.lengthMs,
    live: () => undefined,
    subscribe,
    onFrame: () => () => {},
    close: () => {
      for (const close of [endGreetings, hands.close, rate.close, sound.close, frame.close])
        close();
    },
  };
  const live = livePlayer(base, () => streamOf(film));
  return live.player;
};

const filmOf = ({ lengthMs, loadedMs, isLive }: Looks): Film => ({
  ...(lengthMs === undefined ? {} : { lengthMs }),
  ...(loadedMs === undefined ? {} : { loadedMs }),
  ...(isLive === undefined ? {} : { isLive }),
});

/** Takes note of how the site's player looks. */
const look = (
  { doing, positionMs, atWallMs, rate: speed, sound: loudness }: Looks,
  { nowMs, wallTimeMs }: SiteOptions['clock'],
  { place, hands, rate, sound, tell }: Parts,
): void => {
  if (loudness !== undefined) sound.saw(loudness);
  if (speed !== undefined) rate.saw(speed);
  if (doing !== undefined) hands.saw(doing);
  place.move(hands.doing() === 'playing', rate.told());
  if (positionMs === undefined || hands.doing() === 'unstarted') return;
  const ageMs = atWallMs === undefined ? 0 : Math.max(0, wallTimeMs() - atWallMs);
  const sighting = place.saw({ positionMs, atMs: nowMs() - ageMs });
  if (sighting === 'jumped') tell({ type: 'seeking' });
  if (sighting !== 'course') tell({ type: 'seeked' });
};

type Parts = {
  readonly place: ReturnType<typeof openPlace>;
  readonly hands: ReturnType<typeof openHands>;
  readonly rate: ReturnType<typeof openRate>;
  readonly sound: ReturnType<typeof openSound>;
  readonly send: (messages: readonly unknown[]) => void;
  readonly tell: (event: PlayerEvent) => void;
};

/** Could it play now? What was asked to start and has not, or stands for an advertisement, could not. */
const canGoOn = ({ hands, place }: Parts): boolean => {
  const doing = hands.doing();
  const isStarted = !hands.isMoving() || doing === 'playing' || doing === 'ended';
  return doing !== 'buffering' && isStarted && !place.isSeeking() && !place.isStuck();
};

/** What can be asked of it. A player that was never started starts when it is sent somewhere: it is sent there with the start. */
const controlsOf = (
  site: Site,
  { place, hands, rate, send, tell }: Parts,
): Pick<Player, 'play' | 'pause' | 'seek' | 'setRate'> => ({
  play: () => {
    if (hands.doing() === 'unstarted') {
      const fromMs = place.nowMs();
      place.seek(fromMs, true);
      send(site.seek(fromMs));
    }
    send(site.play());
    return hands.play();
  },
  pause: () => {
    send(site.pause());
    hands.pause();
  },
  seek: (positionMs) => {
    if (hands.doing() === 'unstarted' && !hands.isMoving()) {
      place.put(positionMs);
      tell({ type: 'seeking' });
      tell({ type: 'seeked' });
      return;
    }
    place.seek(positionMs);
    tell({ type: 'seeking' });
    send(site.seek(positionMs));
    if (hands.doing() !== 'ended') return;
    hands.leaveEnd();
    if (!hands.isMoving()) send(site.pause());
  },
  setRate: (wanted) => {
    if (!rate.ask(wanted)) return;
    if (site.setRate) send(site.setRate(wanted));
    else rate.refused();
  },
});
