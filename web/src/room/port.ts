import type { ControlPolicy, RoomView } from './view';

/** A film to load: an address on the web, or one that was uploaded here. */
export type FilmChoice =
  | { readonly type: 'address'; readonly url: string; readonly title: string }
  | { readonly type: 'upload'; readonly film: string; readonly title: string };

/** What a person wants of the room. The room decides; the view tells what came of it. */
export type Wish =
  | { readonly type: 'play' | 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'setRate'; readonly rate: number }
  | { readonly type: 'setControl'; readonly control: ControlPolicy }
  | { readonly type: 'handOver'; readonly member: string }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'load'; readonly film: FilmChoice };

/** Why a wish was not done. */
export type RejectedFor =
  | 'NOT_HOST'
  | 'OUT_OF_RANGE'
  | 'RATE_LIMITED'
  | 'ROOM_FULL'
  | 'NOT_CONNECTED'
  | 'OTHER';

/** A room that this page is in, or trying to be in. */
export type RoomPort = {
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
  /** Sends a wish; one about playback counts for what the person sees now. */
  readonly send: (wish: Wish) => void;
  /** Lets the player of this page follow the room on this element, until the given function is called. */
  readonly follow: (element: HTMLVideoElement) => () => void;
  /** To be called in a click, when the browser wanted one. */
  readonly allowSound: () => void;
  /** How much later this device's sound comes than the element says, -500 to 500 ms. */
  readonly setSoundDelayMs: (delayMs: number) => void;
  /** Tries to load the film again after it could not be played. */
  readonly reloadFilm: () => void;
  /** Tries to connect now: while lost, instead of waiting; when replaced, to take the place back. */
  readonly connectNow: () => void;
  /** Fetches the lines before the first; they come with the view. */
  readonly fetchEarlier: () => Promise<void>;
  /** Leaves the room; the port is of no use afterwards. */
  readonly close: () => void;
};
