import type { Signal, Signals } from '@matinee/browser';
import type { Embed, Fingerprint } from '@matinee/link/media';
import type { Sounds } from '@matinee/link/player';
import type { Proposal } from '@matinee/link/roomState';
import type { Wish as CoreWish, Report } from '@matinee/link/wish';
import type { RegionOfRoom } from '../api/roundTrips';
import type { Portraits } from '../people/portraits';
import type { Pictures } from '../renditions/pictures';
import type { Offers } from '../subtitles/offers';
import type { Remote } from '../subtitles/remote';
import type { Banned, Found, FoundLines, RejectedFor, RoomView } from './view';

/** A film of another site, and where in it one wants to begin. */
export type EmbedChoice = {
  readonly type: 'embed';
  readonly embed: Embed;
  readonly title: string;
  readonly startMs?: number;
};

/** A film to load: an address on the web, one of another site, one on a page of its site, one that was uploaded here, or one of which each plays an own copy. */
export type FilmChoice =
  | EmbedChoice
  | { readonly type: 'address'; readonly url: string; readonly title: string }
  | { readonly type: 'upload'; readonly film: string; readonly title: string }
  | { readonly type: 'site'; readonly url: string; readonly title: string }
  | { readonly type: 'ownCopy'; readonly fingerprint: Fingerprint; readonly title: string };

/** What a person wants of the room. The room decides; the view tells what came of it. */
export type Wish =
  | Exclude<CoreWish, Report | { readonly type: 'load' | 'answer' | 'enqueue' }>
  | { readonly type: 'answer'; readonly proposal: Proposal; readonly accepted: boolean }
  | { readonly type: 'load' | 'enqueue'; readonly film: FilmChoice };

/** The server that keeps a room, which offers those in it more than the room: uploads, invitations by link, second screens, moderation, a search of the chat. */
export type RoomServer = {
  readonly roomId: string;
  /** The address of the room's page. */
  readonly link: string;
};

/** A room that this page is in, or trying to be in. */
export type RoomPort = {
  /** Nothing where the page of somebody in the room keeps it: then what a server offers is left out. */
  readonly server: RoomServer | undefined;
  /** The room as it is now; the same object until something changes. */
  readonly view: () => RoomView;
  /** Calls the listener after each change of the view; the function it gives ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls the listener for each wish of this person that was not done. */
  readonly onRejected: (listener: (why: RejectedFor) => void) => () => void;
  /** The page's clock in ms, which `Contact` counts in. */
  readonly nowMs: () => number;
  /** Room time now, in ms, which waits count in. */
  readonly roomTimeMs: () => number;
  /** Where the room's film is now, in ms; between changes of the view it moves on by itself. */
  readonly positionMs: () => number;
  /** Where the film is, or where the last seek takes it if the room does not show that yet: from here the next step goes on. */
  readonly aimMs: () => number;
  /** Sends a wish; one about playback counts for what the person sees now. */
  readonly send: (wish: Wish) => void;
  /** Shows the others something for a moment (SI1); more often than the room takes is of no use. */
  readonly signal: (signal: Signal) => void;
  /** Calls the listener with what people show one another. */
  readonly onSignals: (listener: (signals: Signals) => void) => () => void;
  /** Says once more a message that was not sent, named by its key. */
  readonly sayAgain: (key: number) => void;
  /** Lets the player of this page follow the room on this element, until the given function is called. */
  readonly follow: (element: HTMLVideoElement) => () => void;
  /** To be called in a click, when the browser wanted one. */
  readonly allowSound: () => void;
  /** The tracks of sound of the film, if this page's player has a say in which is heard; for now. */
  readonly sounds: () => Sounds | undefined;
  /** How much later this device's sound comes than the element says, -500 to 500 ms. */
  readonly setSoundDelayMs: (delayMs: number) => void;
  /** Tries to load the film again after it could not be played. */
  readonly reloadFilm: () => void;
  /** Tries to connect now: while lost, instead of waiting; when replaced, to take the place back. */
  readonly connectNow: () => void;
  /** Fetches the lines before the first; they come with the view. */
  readonly fetchEarlier: () => Promise<void>;
  /** Fetches the lines after the last, while the page looks back. */
  readonly fetchLater: () => Promise<void>;
  /** Sees to it that the line with this key is among those of the view; false if it cannot be had now. */
  readonly showLine: (key: number) => Promise<boolean>;
  /** Ends looking back: the view has the newest lines again. */
  readonly showNewest: () => void;
  /** Lines in which words stand, of those before one; nothing if they cannot be had now. */
  readonly findLines: (
    words: string,
    before: number | undefined,
  ) => Promise<FoundLines | undefined>;
  /** Some of those in the room whose name holds a text, from number `from` on; nothing if they cannot be had now. */
  readonly findPeople: (search: string, from: number) => Promise<Found | undefined>;
  /** Those who may not come back; nothing if they cannot be had now. */
  readonly fetchBanned: () => Promise<readonly Banned[] | undefined>;
  /** How those look whom the page shows. */
  readonly portraits: Portraits;
  /** Still pictures of an upload, once the server has made them; nothing if it makes none. Rejects when the signal ends the waiting. */
  readonly pictures: (film: string, signal: AbortSignal) => Promise<Pictures | undefined>;
  /** Where the posters of the uploads are that the room plays or has in its queue, by their films; nothing if that cannot be had now. */
  readonly posters: () => Promise<ReadonlyMap<string, string> | undefined>;
  /** Tells what subtitles an upload holds, each time that another can be shown. Rejects when the signal ends it. */
  readonly subtitles: (
    film: string,
    tell: (found: readonly Remote[]) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** The subtitles that people offer to all in the room. */
  readonly offers: Offers;
  /** The server where the room lives; empty for this page's own. */
  readonly address: () => string;
  /**
   * The regions in which the room may live, and how far those who are here are from each; none where there is one region, nothing if they cannot be
   * had now.
   */
  readonly regions: () => Promise<readonly RegionOfRoom[] | undefined>;
  /** Leaves the room; the port is of no use afterwards. */
  readonly close: () => void;
};
