import type { PlayerEvent, PlayerState } from '../src/player';
import type { Site } from '../src/players/site/site';
import { sitePlayer } from '../src/players/site/sitePlayer';
import { fakeVideo } from './fakeVideo';
import { virtualTime } from './virtualTime';

const WALL_AHEAD_MS = 1_700_000_000_000;

/** A player that stands, and could play. */
export const STANDING: PlayerState = {
  paused: true,
  seeking: false,
  ready: true,
  ended: false,
  rate: 1,
};

/** A page with a frame for a site's player, which is loaded unless that is not wanted; the test says what the site says, and sees what it was told. */
export const fakeSite = (site: Site, isLoaded = true) => {
  const time = virtualTime();
  const page = new EventTarget();
  const said: string[] = [];
  const contentWindow = {
    postMessage: (message: unknown, origin: string) =>
      said.push(`${origin} ${typeof message === 'string' ? message : JSON.stringify(message)}`),
  };
  const frame = Object.assign(new EventTarget(), {
    contentWindow,
    attributes: {} as Record<string, string>,
    setAttribute: (name: string, value: string) => {
      frame.attributes[name] = value;
    },
    isThere: true,
    remove: () => {
      frame.isThere = false;
    },
    src: '',
    allow: '',
    referrerPolicy: '',
  });
  const video = fakeVideo({
    volume: 1,
    muted: false,
    after: () => {},
    ownerDocument: { defaultView: page, createElement: () => frame },
  });
  const events: PlayerEvent[] = [];
  const player = sitePlayer(site, {
    element: video.element,
    title: 'A film',
    clock: { nowMs: time.nowMs, wallTimeMs: () => WALL_AHEAD_MS + time.nowMs() },
    after: time.after,
  });
  player.subscribe((event) => events.push(event));
  const { origin } = new URL(site.url);
  const hears = (data: unknown, how: { origin?: string; source?: unknown } = {}): void => {
    const message = { source: contentWindow, origin, data, ...how };
    page.dispatchEvent(Object.assign(new Event('message'), message));
  };
  if (isLoaded) frame.dispatchEvent(new Event('load'));
  return {
    player,
    video,
    frame,
    time,
    hears,
    /** The events since the last look, by their types. */
    told: (): readonly string[] => events.splice(0).map(({ type }) => type),
    problems: (): readonly PlayerEvent[] => events.filter(({ type }) => type === 'problem'),
    /** What the site was told since the last look, without where to. */
    said: (): readonly string[] => said.splice(0).map((each) => each.slice(each.indexOf(' ') + 1)),
    wallS: (): number => (WALL_AHEAD_MS + time.nowMs()) / 1000,
  };
};
