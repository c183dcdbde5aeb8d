import type { ConnectionState } from './connectionState';
import type { Presence } from './presence';
import type { Action, Member, Role, RoomState } from './roomState';

/** For whom the room stands (GA2), and until which room time at the latest (GA4); or that it stands for its film, without a limit (UP3). */
export type Wait = {
  readonly members: readonly Member[];
  readonly untilMs: number;
  readonly isForFilm: boolean;
};

/** How many are in a giant (GI1), and how many of them are connected. */
export type Headcount = { readonly members: number; readonly here: number };

/**
 * The room as the page sees it: an immutable value, a new object whenever anything in it changed and the same one otherwise.
 *
 * `state` and `me` are left out until the room was entered; `wait` stands only while the room is held. While the connection is not live
 * they are the last that was known.
 */
export type RoomView = {
  readonly connection: ConnectionState;
  readonly presence: ReadonlyMap<string, Presence>;
  readonly state?: RoomState;
  readonly me?: Member;
  /** What this page's person may do now (RI1). */
  readonly rights: ReadonlySet<Action>;
  /** What this page's person may propose now (AS1). */
  readonly asks: ReadonlySet<Action>;
  /** From which room time on this page's person may say something more (CH2); left out, at any time. */
  readonly mayChatFromMs?: number;
  /** Is this page's person one of those who write in the chat, if its role may chat (CH10)? */
  readonly mayWrite: boolean;
  /** What everyone here is. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly wait?: Wait;
  /** Stands while the room is a giant: the state has only those who are shown (EN6). */
  readonly crowd?: Headcount;
};
