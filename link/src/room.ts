import type { Regards, RoomClock, Signal, Signals, WishOfLine } from '@matinee/browser';
import type { Answer } from './answer';
import type { Media } from './media';
import type { RoomNews } from './roomEvent';
import type { Control, Door, Gate, Proposal, Standing, Writers } from './roomState';
import type { RoomView } from './roomView';
import type { Vitals } from './vitals';
import type { QueueWish, Report } from './wish';

/**
 * A room that this page is in, or on its way into, until `close` or `leave`.
 *
 * `current` and `subscribe` suit React's `useSyncExternalStore`. A wish resolves once, never rejects, and survives reconnects:
 * what was sent is sent again unchanged (CO1). While the connection is not live, `say` is kept, and so are the last of `play` and `pause` and
 * the last `seek` if the room is back within 10 s; every other wish is `gone` at once. `seek` and `setRate` reach the room at most 4 times a
 * second, the last one always; the ones between are `gone` as `superseded`.
 */
export type Room = {
  readonly current: () => RoomView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears each event of the room once and in order, from now on. */
  readonly onNews: (listener: (news: RoomNews) => void) => () => void;

  /** Shows the others something for a moment; it is lost where the connection is not live, and nobody learns what came of it (SI1). */
  readonly signal: (signal: Signal) => void;
  /** Hears what members, this page's own among them, show one another (SI3). */
  readonly onSignals: (listener: (signals: Signals) => void) => () => void;

  readonly play: () => Promise<Answer>;
  readonly pause: () => Promise<Answer>;
  readonly seek: (positionMs: number) => Promise<Answer>;
  readonly setRate: (rate: number) => Promise<Answer>;
  readonly load: (media: Media) => Promise<Answer>;
  /** Adds to the queue, arranges it, votes in it, goes on to one of it, or does not go on (QU). */
  readonly queue: (wish: QueueWish) => Promise<Answer>;
  /** Says something, with regard to a line, members and a place of the film if there are any (CH5). */
  readonly say: (text: string, regards?: Regards) => Promise<Answer>;
  /** Says something else in place of it, removes it, or gives it an emoji (CH3). */
  readonly change: (wish: WishOfLine) => Promise<Answer>;
  readonly rename: (name: string) => Promise<Answer>;
  readonly setControl: (control: Control) => Promise<Answer>;
  /** What a member is from now on; host and owner say it of those below them (RI4). */
  readonly setStanding: (member: string, standing: Exclude<Standing, 'OWNER'>) => Promise<Answer>;
  /** Puts a member out, who may come back (OD1). */
  readonly kick: (member: string) => Promise<Answer>;
  /** Puts a member out for good (OD2). */
  readonly ban: (member: string) => Promise<Answer>;
  /** Lets somebody come back who was banned. */
  readonly unban: (member: string) => Promise<Answer>;
  readonly setMuted: (member: string, muted: boolean) => Promise<Answer>;
  /** Whether nobody new may enter (OD4). */
  readonly setLocked: (locked: boolean) => Promise<Answer>;
  /** Who comes in, how many, as what, and what the room is called (AC1, AC3 to AC5). */
  readonly setDoor: (door: Door) => Promise<Answer>;
  /** Lets the room belong to another member, who is connected (AC6). */
  readonly giveRoom: (member: string) => Promise<Answer>;
  /** Closes the room for good (AC7). */
  readonly closeRoom: () => Promise<Answer>;
  /** Lets the room live in another region (RG1). */
  readonly moveRoom: (region: string) => Promise<Answer>;
  /** How many seconds a member waits between two messages; undefined for what is usual (CH2). */
  readonly setSlowMode: (slowSeconds: number | undefined) => Promise<Answer>;
  /** Who writes in the chat (CH10). */
  readonly setWriters: (writers: Writers) => Promise<Answer>;
  /** Says yes or no to what somebody proposed (AS2). */
  readonly answer: (proposal: Proposal, accepted: boolean) => Promise<Answer>;
  /** Proposes nothing any more (AS3). */
  readonly withdraw: () => Promise<Answer>;
  /** For whom the room waits; the host's to say. */
  readonly setGate: (gate: Gate) => Promise<Answer>;
  /** Whether the room need not wait for this member. */
  readonly setExcused: (excused: boolean) => Promise<Answer>;
  /** Makes a member the host; the owner takes back by naming itself (HO3). */
  readonly handOver: (member: string) => Promise<Answer>;

  /** Goes for good: the place is given up at once (ME4). */
  readonly leave: () => void;
  /** Tries again now: after `replaced` or a `Barrier`, or instead of waiting for the next try. */
  readonly comeBack: () => void;

  /** The page's clock in milliseconds, from any zero; what `ConnectionState` counts in. */
  readonly nowMs: () => number;
  /** The room time at this instant, or nothing while the clock is not yet sure. */
  readonly roomTimeMs: () => number | undefined;
  /** Where the media is in the room at this instant, no further than its end; nothing while that is not known. */
  readonly positionMs: () => number | undefined;

  /** For what follows the room: its clock; reports of the player (GA1, GA5); and who describes the player in heartbeats, until stopped. */
  readonly clock: RoomClock;
  readonly report: (report: Report) => Promise<Answer>;
  readonly tellVitals: (vitals: () => Vitals) => () => void;
  /** Lets go of the connection without giving up the place, as when the page is closed. */
  readonly close: () => void;
};

/** What of a room whoever follows it needs. */
export type FollowedRoom = Pick<
  Room,
  | 'current'
  | 'subscribe'
  | 'play'
  | 'pause'
  | 'seek'
  | 'setRate'
  | 'report'
  | 'clock'
  | 'tellVitals'
>;
