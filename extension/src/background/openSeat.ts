import type { Answer } from '@matinee/link/answer';
import type { Clock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import { type Reported, reportDue } from '@matinee/link/reporting';
import type { Room } from '@matinee/link/room';
import type { GetTicket } from '@matinee/link/ticket';
import type { Transport } from '@matinee/link/transport';
import { isPage, titleOf } from '../address';
import type { Page, RoomSeen } from '../messages';
import { type Frames, openFrames } from './frames';
import type { Seat } from './memory';
import { filmOf, seenOf } from './seen';

/** `changed` hears of whatever the popup shows; `needed` that the program has to be put into frames of the tab, which has the page of the film, that have none. */
export type SeatOptions = {
  readonly seat: Seat;
  readonly syncUrl: string;
  readonly getTicket: GetTicket;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly changed: () => void;
  readonly needed: () => void;
};

/** Somebody's place before a film: the room, and those frames of a tab in which there may be a player for it. */
export type OpenSeat = Pick<Frames, 'enter' | 'gone'> & {
  readonly seat: Seat;
  readonly seen: () => RoomSeen;
  /** The tab shows the page at this address; undefined where that may not be known. */
  readonly shows: (url: string | undefined) => void;
  /** Takes the room to a page. */
  readonly bring: (page: Page) => Promise<Answer>;
  /** Ends it: gives up the place in the room, or keeps it. */
  readonly end: (how: 'leave' | 'close') => void;
};

/** So long a page may take to show its player before its person counts as unable to play. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** Reports that this person has no player, once that has lasted (ST2). */
const reporter = (room: Room, nowMs: () => number) => {
  let sinceMs: number | undefined;
  let last: Reported | undefined;
  return (isLed: boolean): void => {
    sinceMs = isLed ? undefined : (sinceMs ?? nowMs());
    if (sinceMs === undefined || nowMs() - sinceMs < PATIENCE_MS) return;
    const due = reportDue(room.current(), 'unable', undefined, last, nowMs());
    if (due === undefined) return;
    last = { type: due.type, atMs: nowMs() };
    void room.report(due);
  };
};

/** Takes a seat, from now on. */
export const openSeat = (options: SeatOptions): OpenSeat => {
  const { seat, clock, transport, changed, needed } = options;
  const room = openRoom(options);
  const frames = openFrames({ room, screened: () => look(), changed, framesCame: needed });
  const reportLack = reporter(room, clock.nowMs);
  let address: string | undefined;
  let wasOnPage = false;

  const isOnPage = (): boolean => {
    const page = filmOf(room.current())?.url;
    return page !== undefined && address !== undefined && isPage(address, page);
  };
  const look = (): void => {
    const isThere = isOnPage();
    if (isThere && !wasOnPage) needed();
    wasOnPage = isThere;
    if (frames.elect(isThere)) changed();
    reportLack(frames.isLed());
  };
  const stops = [
    room.subscribe(() => {
      frames.tell();
      look();
      changed();
    }),
    room.tellVitals(frames.vitals),
    () => stopTimer(),
  ];
  const tick = (): void => {
    look();
    stopTimer = transport.after(LOOK_EVERY_MS, tick);
  };
  let stopTimer = transport.after(LOOK_EVERY_MS, tick);

  return {
    seat,
    seen: () => seenOf(seat, room.current(), isOnPage(), frames.state()),
    enter: frames.enter,
    gone: frames.gone,
    shows: (url) => {
      address = url;
      look();
      changed();
    },
    bring: ({ url, title }) =>
      room.load({ ref: { type: 'site', url }, title: titleOf(title, url) }),
    end: (how) => {
      for (const stop of stops) stop();
      frames.end();
      room[how]();
    },
  };
};
