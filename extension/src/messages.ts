import type { Action, Member } from '@matinee/browser';
import type { Answer } from '@matinee/link/answer';
import type { ConnectionState } from '@matinee/link/connectionState';
import type { FollowState } from '@matinee/link/following';
import type { Presence } from '@matinee/link/presence';
import type { RoomState } from '@matinee/link/roomState';
import * as v from 'valibot';

/** What of a room the program in a page is told, as JSON. */
export type Told = {
  readonly connection: ConnectionState;
  readonly state?: RoomState;
  readonly me?: Member;
  readonly rights: readonly Action[];
};

/**
 * From the background to the program in one frame of a page. `lead`: from now on its player follows the room, until `rest`; meanwhile it is `told` of the
 * room. `over`: it is not needed any more.
 */
export type ToFrame =
  | { readonly type: 'lead'; readonly told: Told }
  | { readonly type: 'told'; readonly told: Told }
  | { readonly type: 'rest' }
  | { readonly type: 'heartbeat'; readonly t0: number; readonly t1: number; readonly t2: number }
  | { readonly type: 'answered'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'over' };

const milliseconds = v.pipe(v.number(), v.finite());
const measured = v.optional(milliseconds);

const playerWish = v.variant('type', [
  v.object({ type: v.picklist(['play', 'pause']) }),
  v.object({ type: v.literal('reportBuffering') }),
  v.object({ type: v.literal('reportUnable') }),
  v.object({ type: v.literal('seek'), positionMs: milliseconds }),
  v.object({ type: v.literal('setRate'), rate: milliseconds }),
  v.object({ type: v.literal('reportReady'), lengthMs: v.exactOptional(milliseconds) }),
]);

const states = [
  'preparing',
  'loading',
  'standing',
  'starting',
  'playing',
  'buffering',
  'ended',
  'needsClick',
  'unable',
] as const satisfies readonly FollowState['type'][];

const fromFrame = v.variant('type', [
  /** How large its player is, in square pixels; 0: it has none. */
  v.object({ type: v.literal('screen'), area: milliseconds }),
  /** There are frames in the page that were not there before. */
  v.object({ type: v.literal('frames') }),
  v.object({
    type: v.literal('heartbeat'),
    t0: milliseconds,
    condition: v.picklist(['WATCHING', 'READY', 'BUFFERING', 'AWAY', 'NO_FILM']),
    syncErrorMs: measured,
    bufferedMs: measured,
  }),
  v.object({ type: v.literal('wish'), id: milliseconds, wish: playerWish }),
  v.object({ type: v.literal('state'), state: v.picklist(states) }),
]);

/** From the program in a frame to the background. */
export type FromFrame = Readonly<v.InferOutput<typeof fromFrame>>;
/** What a player wishes of the room, or reports to it. */
export type PlayerWish = Readonly<v.InferOutput<typeof playerWish>>;
/** A player's state, by its name. */
export type PlayerState = (typeof states)[number];

/** The page in a tab. */
export type Page = { readonly tab: number; readonly url: string; readonly title: string };

const page = v.object({ tab: v.number(), url: v.string(), title: v.string() });

const intent = v.variant('type', [
  v.object({ type: v.literal('start'), server: v.string(), name: v.string(), page }),
  v.object({
    type: v.literal('join'),
    server: v.string(),
    room: v.string(),
    name: v.string(),
    tab: v.number(),
  }),
  /** The film of the room, in a tab of its own. */
  v.object({ type: v.literal('go'), url: v.string() }),
  /** The room, to another page. */
  v.object({ type: v.literal('bring'), page }),
  v.object({ type: v.literal('leave') }),
]);

/** What a person wants of the extension. */
export type Intent = Readonly<v.InferOutput<typeof intent>>;

/** Somebody in the room. */
export type PersonThere = {
  readonly id: string;
  readonly name: string;
  readonly isSelf: boolean;
  readonly condition: Presence['condition'] | 'UNKNOWN';
  readonly isWaitedFor: boolean;
};

/** The room in which somebody is, as the popup shows it. `player` is left out while no player of the film's page follows. */
export type RoomSeen = {
  readonly link: string;
  readonly tab: number;
  readonly connection: ConnectionState;
  readonly people: readonly PersonThere[];
  readonly film?: { readonly title: string; readonly url?: string };
  readonly isOnPage: boolean;
  readonly player?: PlayerState;
  readonly mayLoad: boolean;
};

/** Why what a person wanted could not be done. */
export type Trouble = 'unreachable' | 'refused';

/** From the background to the popup: the room, if there is one, what was wanted and failed, and what was last typed. */
export type ToPopup = {
  readonly room?: RoomSeen;
  readonly trouble?: Trouble;
  readonly server: string;
  readonly name: string;
};

const read =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (message: unknown): T | undefined => {
    const parsed = v.safeParse(schema, message);
    return parsed.success ? parsed.output : undefined;
  };

/** A message of a frame; nothing if it is none. */
export const readFromFrame = read(fromFrame);
/** A message of the popup; nothing if it is none. */
export const readIntent = read(intent);
