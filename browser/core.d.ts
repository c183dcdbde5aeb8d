/**
 * The core of Matinee, compiled from Java: the rules of a room, the language of its messages, and how to follow its line.
 * Names ending in `Ms` are milliseconds.
 */

import type { Action, Role } from './messages';

export type * from './embed';
export type * from './lines';
export type * from './messages';
export type * from './signals';

/**
 * What became of a frame that was given to a replica: it changed the state; it was known already; it does not follow
 * what is known (connect again and resume); it says nothing about the room's state.
 */
export type Application = 'applied' | 'known' | 'gap' | 'ignored';

/** Thrown for a text that is no message. `field` is the path of the field at fault, empty when the whole text is. */
export interface MalformedError extends Error {
  readonly field: string;
}

/** A client's copy of the room, kept up to date by the frames of one connection after the other (EN4). */
export interface Replica {
  /** Takes in one frame of the server, of whatever type. Throws a `MalformedError`. */
  apply(frame: string): Application;
  /** The state as the text of a `Snapshot`; empty before the first one. */
  snapshot(): string;
  /** 0 before the first snapshot. */
  revision(): number;
  /** The history's name; empty before the first snapshot. */
  epoch(): string;
  /** Where the media is at this room time, no further than its end; 0 while nothing is loaded. */
  positionAt(roomTimeMs: number): number;
  /** The ids of those whom the room waits for, or would wait for when somebody pressed play (GA2). */
  waitedFor(): string[];
  /** Does the room wait for its film, of which too little is there (UP3)? */
  awaitsFilm(): boolean;
  /** What this member may do now, if it is done to somebody then to those below (RI1, RI4); nothing, if it is not in the room. */
  rights(member: string): Action[];
  /** The same for a companion of this member (CD2). */
  companionRights(member: string): Action[];
  /** What this member may propose now (AS1). */
  asks(member: string): Action[];
  /** What this member is in the room; empty, if it is not there. */
  role(member: string): Role | '';
  /** From which room time on this member may say something more; -1 if it may at any time, or is not there (CH2). */
  mayChatFrom(member: string): number;
  /** Is this member one of those who write in the chat, if its role may chat (CH10)? No, if it is not there. */
  mayWrite(member: string): boolean;
}

/** A replica that knows nothing yet. */
export function createReplica(): Replica;

/** The canonical text of a client's message. Throws a `MalformedError`. */
export function decodeClient(text: string): string;

/** The canonical text of a server's message. Throws a `MalformedError`. */
export function decodeServer(text: string): string;

/*
 * The room clock, and following the room's line. All instants named `…AtMs`, `nowMs`, `atMs` are the page's own monotonic clock,
 * `performance.now()`; room time is always named `roomTimeMs`, `anchorMs`, `t1`, `t2`. Nothing here reads a clock or sets a timer.
 */

/** What the room's clock shows, learnt from probes (the heartbeats of WIRE.md). */
export type RoomClock = {
  /** The instant at which the next probe is due; in the past if it is overdue. 14 probes 25 ms apart, then one a second. */
  readonly nextProbeAtMs: () => number;
  /** A probe leaves now. To be called for each, so that the next becomes due. */
  readonly probeSent: (nowMs: number) => void;
  /** An answer: sent at `t0` (page), received `t1` and sent back `t2` (room time), received `t3` (page; take it first thing). */
  readonly sample: (t0Ms: number, t1Ms: number, t2Ms: number, t3Ms: number) => void;
  /** After a reconnect, when the page becomes visible again, when the network changed: begins anew with a burst of probes. */
  readonly reset: (nowMs: number) => void;
  /** To be told now and then (with each probe will do) what `Date.now()` shows; a jump of over 1 s against the page's clock resets. */
  readonly wallClockShows: (nowMs: number, wallTimeMs: number) => void;
  /** Are 8 answers there since the last reset? Before, `roomTimeAt` is not to be trusted. */
  readonly isReady: () => boolean;
  /** Room time at an instant of the page. NaN before the first answer. */
  readonly roomTimeAt: (nowMs: number) => number;
  /** How wrong `roomTimeAt` may be at worst, ms; about half the shortest round trip. Infinity before the first answer. */
  readonly boundMs: () => number;
  /** The shortest round trip of late, ms: `roundTripMs` of the heartbeat. Infinity before the first answer. */
  readonly roundTripMs: () => number;
};

export function createRoomClock(nowMs: number): RoomClock;

/**
 * What a player can do. `rate`: `fine` follows factors as near to 1 as 1.0005, `coarse` only what people notice (Safari: seeks only,
 * 40 to 80 ms), `none` has one speed. `pitch`: can play without keeping the pitch (`preservesPitch = false`). `steadySeeks`: a seek while
 * playing loses about the same time each time (Chromium: true; Firefox: false, it is paused, put in place and started instead).
 * `leastSeekMs`: a smaller error is no reason for a seek, 0 to 1,000 ms.
 */
export type FollowerCapabilities = {
  readonly rate: 'fine' | 'coarse' | 'none';
  readonly pitch: boolean;
  readonly steadySeeks: boolean;
  readonly leastSeekMs: number;
};

/**
 * What is seen of the player at one instant. `positionMs` was true at `atMs`, neither is rounded. `ready`: could play from here now
 * (`readyState >= 3`). `targetBuffered`: is the media there from `targetPositionAt(atMs)` to a second beyond? Only asked for before a seek.
 */
export type PlayerSample = {
  readonly atMs: number;
  readonly positionMs: number;
  readonly paused: boolean;
  readonly seeking: boolean;
  readonly ready: boolean;
  readonly ended: boolean;
  readonly rate: number;
  readonly hidden: boolean;
  readonly targetBuffered: boolean;
};

/**
 * What to do with the player, now. Every act but `hold` ends a `play` that is still to come.
 * - `hold`: nothing. - `pause`: pause. - `seek`: set the position, playing or not. - `rate`: set rate and `preservesPitch`.
 * - `play`: call play() at the instant `atMs` as exactly as possible (a timer to 2 ms before, then spin); at once if it is past.
 */
export type Act =
  | { readonly type: 'hold' }
  | { readonly type: 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'rate'; readonly rate: number; readonly preservesPitch: boolean }
  | { readonly type: 'play'; readonly atMs: number };

/** How the room's media moves, as the wire tells it. */
export type FollowedPlayback =
  | { readonly type: 'paused'; readonly positionMs: number; readonly rate: number }
  | {
      readonly type: 'playing';
      readonly anchorMs: number;
      readonly positionMs: number;
      readonly rate: number;
    }
  | { readonly type: 'waiting'; readonly positionMs: number; readonly rate: number };

/**
 * Keeps one player on the room's line. The caller's duties:
 * 1. `load` when the player gets a media, `follow` with every playback of the room and once the media's length is known.
 * 2. `step` every 25 ms, and at once after each act other than `hold` was done and after each event of the player. When hidden, as often
 *    as timers come. Not while the browser wants a gesture.
 * 3. `frame` with every shown frame (requestVideoFrameCallback), if the player tells of them.
 * 4. `begin` after a gesture allowed the player to start, or when somebody else had the player for a while.
 * 5. Report ready or buffering to the room (GA1) when `isAble` changes. 6. Keep `learnt` between visits, per browser and device.
 */
export type Follower = {
  /** A new media is in the player; it is not able to play until it shows that it is. */
  readonly load: () => void;
  /** Where the room is. The same again changes nothing. `lengthMs` undefined while not known. */
  readonly follow: (playback: FollowedPlayback, lengthMs: number | undefined) => void;
  /** Leaves the player alone (nothing is loaded, or the connection is gone for good). */
  readonly unfollow: () => void;
  /** "My sound is late" on this device by so much: the player runs ahead. -1000 to 1000, clamped. */
  readonly setSoundLateMs: (lateMs: number) => void;
  readonly step: (sample: PlayerSample) => Act;
  /** A frame shown at `expectedDisplayTimeMs` (page's clock, as the callback says) with the position `mediaTimeMs`. */
  readonly frame: (expectedDisplayTimeMs: number, mediaTimeMs: number) => void;
  /** What was under way is off; looks at the player afresh with the next step. */
  readonly begin: () => void;
  /** Where the player should be at an instant, personal offset included; NaN while that is not known. */
  readonly targetPositionAt: (nowMs: number) => number;
  /** Should the media move at that instant, as far as is known? */
  readonly isMovingAt: (nowMs: number) => boolean;
  /** Position of the player minus target, ms of the media (> 0: ahead); undefined while nothing is measured. */
  readonly syncErrorMs: () => number | undefined;
  /** Could the player play at the room's position? False at first, and once it has been unable for 2 s (GA1). */
  readonly isAble: () => boolean;
  /** What it does, for showing. */
  readonly phase: () => 'idle' | 'standing' | 'landing' | 'following' | 'correcting';
  /** What was learnt about this player: a few numbers to keep and to give to `createFollower` the next time. */
  readonly learnt: () => number[];
};

/** `learnt` of an earlier visit; undefined, or anything that is not such a list: begins with what is usual. */
export function createFollower(
  clock: RoomClock,
  capabilities: FollowerCapabilities,
  learnt: readonly number[] | undefined,
): Follower;

/** `rate` of an act or of the room's playback and so on: what the filter compares with. */
export type ElementSample = {
  readonly atMs: number;
  readonly positionMs: number;
  readonly rate: number;
  readonly ended: boolean;
};

/** What an element tells, and what it was found to be. `stall` is never a wish. */
export type Judgement =
  | { readonly type: 'echo' }
  | { readonly type: 'stall' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'setRate'; readonly rate: number };

/**
 * Tells a person's wish from the echo of the program's own act, where an element is driven from outside too (media keys,
 * picture in picture, a site's controls). An event that answers an act, or agrees with the room, is an echo; what contradicts is a wish.
 */
export type WishFilter = {
  /** An act of the follower was done to the element; to be called just before doing it, for `play` when it is really called. */
  readonly asked: (act: Act, nowMs: number) => void;
  /** An event of the element: `play`, `pause`, `seeking`, `ratechange` or `waiting`. */
  readonly judge: (
    event: 'play' | 'pause' | 'seeking' | 'ratechange' | 'waiting',
    sample: ElementSample,
  ) => Judgement;
};

export function createWishFilter(follower: Follower): WishFilter;

/** At most four values a second, the last one always kept (scrubbing, a stuck key). */
export type Coalescer<T> = {
  /** The value, if it may go at once; undefined if it is held (what was held before is forgotten). */
  readonly offer: (nowMs: number, value: T) => T | undefined;
  /** The held value once its time has come. */
  readonly due: (nowMs: number) => T | undefined;
  /** When to ask `due`; Infinity while nothing is held. */
  readonly dueAtMs: () => number;
};

export function createCoalescer<T>(): Coalescer<T>;
