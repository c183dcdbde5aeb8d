/**
 * The messages of a room, as JSON. What each means stands in `protocol/WIRE.md`; names ending in `Ms` are milliseconds.
 */

import type { Cause } from './cause';
import type { Embed } from './embed';
import type { FactOfLine, Say, WishOfLine } from './lines';
import type { Reason } from './reason';
import type { Signal, Signals } from './signals';

export type { Action } from './action';
export type { Cause } from './cause';
export type { Reason } from './reason';

export type ControlPolicy = 'EVERYONE' | 'ASK' | 'HOST_ONLY';
/** Who may work the film. */
export interface Control {
  readonly load: ControlPolicy;
  readonly playPause: ControlPolicy;
  readonly seek: ControlPolicy;
  readonly speed: ControlPolicy;
  /** As `load`, where it is left out. */
  readonly queue?: ControlPolicy;
}
/** For whom the room waits: `percent` of those who could be waited for must be ready, 1 to 99. */
export type Gate =
  | { readonly type: 'everyone' | 'host' | 'noOne' }
  | { readonly type: 'quorum'; readonly percent: number };
export type Access = 'PUBLIC' | 'LINK' | 'INVITED' | 'PASSWORD';
/** Who comes in, how many at most (AC3), what newcomers are (AC4), and what the room is called, if anything (AC5). */
export interface Door {
  readonly access: Access;
  readonly capacity: number;
  readonly newcomers: Exclude<Standing, 'OWNER'>;
  readonly title?: string;
}
/** Who writes in the chat (CH10). */
export type Writers = 'EVERYBODY' | 'MEMBERS' | 'HOSTS';

export type Standing = 'OWNER' | 'MEMBER' | 'GUEST' | 'WATCHER';
/** The highest first. Follows from the standing and from who hosts. */
export type Role = 'OWNER' | 'HOST' | 'MEMBER' | 'GUEST' | 'WATCHER';
export type Readiness = 'READY' | 'BUFFERING' | 'CATCHING_UP';
/** How a member's player is doing. `LOST` is said by the server only. */
export type Condition = 'WATCHING' | 'READY' | 'BUFFERING' | 'AWAY' | 'NO_FILM' | 'LOST';
export type MediaRef =
  | { readonly type: 'upload'; readonly film: string }
  | { readonly type: 'address'; readonly url: string }
  | ({ readonly type: 'embed' } & Embed)
  | { readonly type: 'site'; readonly url: string }
  | ({ readonly type: 'ownCopy' } & Fingerprint);

/** By what a file on somebody's disk is known (OC4): its size, and what was made of samples of it with the salt. */
export interface Fingerprint {
  readonly bytes: number;
  readonly salt: string;
  readonly hash: string;
}

export interface Media {
  readonly ref: MediaRef;
  readonly title: string;
  /** Left out while it is not known, or endless. */
  readonly lengthMs?: number;
}

export type Playback =
  | { readonly type: 'paused'; readonly positionMs: number; readonly rate: number }
  | {
      readonly type: 'playing';
      readonly anchorMs: number;
      readonly positionMs: number;
      readonly rate: number;
    }
  | {
      readonly type: 'waiting';
      readonly positionMs: number;
      readonly rate: number;
      readonly sinceMs: number;
      readonly untilMs: number;
    };

export type Stage =
  | { readonly type: 'idle' }
  | {
      readonly type: 'loaded';
      readonly media: Media;
      readonly loadedRevision: number;
      /** How much of it is there while it is on its way in (UP1). */
      readonly availableMs?: number;
      readonly playback: Playback;
    };

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly joinedAtMs: number;
  readonly standing: Standing;
  readonly host: boolean;
  /** Left out while it may chat. */
  readonly muted?: boolean;
  readonly readiness: Readiness;
  /** Left out while the member is connected. */
  readonly lostSinceMs?: number;
  /** When it last said something; left out while that is nothing (CH2). */
  readonly spokeAtMs?: number;
  /** Whether it is not waited for, by its own wish, and for how long it had been at `atMs`; left out: never yet. */
  readonly grace?: { readonly excused: boolean; readonly spentMs: number; readonly atMs: number };
}

/** Somebody without a place of whom something is kept; flags are left out while they are false. */
export interface Absent {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly muted?: boolean;
  readonly banned?: boolean;
}

/** A film of the queue: `item` is the revision of the event by which `member` added it. */
export interface QueueItem {
  readonly item: number;
  readonly media: Media;
  readonly member: string;
  /** Who votes for it. */
  readonly votes: readonly string[];
}

/** What is played next, the first item first. */
export interface Queue {
  /** Does the room go on to it by itself when a film has ended? */
  readonly autoAdvance: boolean;
  /** When it is about to; left out while it is not. */
  readonly dueMs?: number;
  readonly items: readonly QueueItem[];
}

export interface Vitals {
  readonly condition: Condition;
  readonly roundTripMs?: number;
  readonly syncErrorMs?: number;
  readonly bufferedMs?: number;
}

export interface MemberPresence extends Vitals {
  readonly member: string;
}

/* From client to server */

export interface Enter {
  readonly type: 'enter';
  readonly resume?: { readonly epoch: string; readonly revision: number };
}

export interface Heartbeat extends Vitals {
  readonly type: 'heartbeat';
  readonly condition: Exclude<Condition, 'LOST'>;
  readonly t0: number;
}

export interface Leave {
  readonly type: 'leave';
}

/** What the control decides on, and can be proposed. */
export type WishOfFilm =
  | { readonly type: 'load'; readonly media: Media }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'setRate'; readonly rate: number }
  | { readonly type: 'enqueue'; readonly media: readonly Media[] }
  | { readonly type: 'dequeue' | 'playQueued'; readonly item: number }
  | { readonly type: 'moveQueued'; readonly item: number; readonly to: number }
  | { readonly type: 'setAutoAdvance'; readonly on: boolean }
  | { readonly type: 'stay' };

/** What a member wants to happen. */
export type Wish =
  | WishOfFilm
  | {
      readonly type: 'answer';
      readonly member: string;
      /** The revision of the event by which it was proposed. */
      readonly proposal: number;
      readonly accept: boolean;
    }
  | { readonly type: 'withdraw' }
  | { readonly type: 'vote'; readonly item: number; readonly up: boolean }
  | { readonly type: 'setControl'; readonly control: Control }
  | {
      readonly type: 'setStanding';
      readonly member: string;
      readonly standing: Exclude<Standing, 'OWNER'>;
    }
  | { readonly type: 'kick' | 'ban' | 'unban'; readonly member: string }
  | { readonly type: 'setMuted'; readonly member: string; readonly muted: boolean }
  | { readonly type: 'setLocked'; readonly locked: boolean }
  /** Who comes in, how many, as what, and what the room is called: all of it at once (AC). */
  | { readonly type: 'setDoor'; readonly door: Door }
  | { readonly type: 'giveRoom'; readonly member: string }
  | { readonly type: 'closeRoom' }
  | { readonly type: 'moveRoom'; readonly region: string }
  /** `slowSeconds` is left out for what is usual (CH2). */
  | { readonly type: 'setSlowMode'; readonly slowSeconds?: number }
  | { readonly type: 'setWriters'; readonly writers: Writers }
  | { readonly type: 'setGate'; readonly gate: Gate }
  | { readonly type: 'setExcused'; readonly excused: boolean }
  | { readonly type: 'handOver'; readonly member: string }
  | Say
  | WishOfLine
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'reportReady'; readonly lengthMs?: number }
  | { readonly type: 'reportBuffering' }
  | { readonly type: 'reportUnable' };

export type ProposalEnd = 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

/** What somebody would like to be done, until `untilMs` at the latest; `revision` is that of its event. */
export interface Proposal {
  readonly member: string;
  readonly wish: WishOfFilm;
  readonly revision: number;
  readonly untilMs: number;
}

/** A wish on its way: named by `id`, made by a person who had seen the room up to revision `seen`; `again` if it is sent again (ID6). */
export type Request = Wish & {
  readonly id: string;
  readonly seen: number;
  readonly again?: boolean;
};

export type ClientMessage =
  | Enter
  | Heartbeat
  | Leave
  | ({ readonly type: 'signal' } & Signal)
  | Request;

/* From server to client */

export interface Welcome {
  readonly type: 'welcome';
  readonly member: string;
  /** Only a companion of the member (CD5). */
  readonly companion?: boolean;
  readonly epoch: string;
  readonly roomTimeMs: number;
}

export interface Snapshot {
  readonly type: 'snapshot';
  readonly epoch: string;
  readonly revision: number;
  readonly atMs: number;
  readonly stage: Stage;
  readonly control: Control;
  readonly gate: Gate;
  /** Does nobody new come in? */
  readonly locked: boolean;
  /** How long a member waits between two messages (CH2); left out where nobody has set it. */
  readonly slowSeconds?: number;
  /** Left out while everybody does (CH10). */
  readonly writers?: Writers;
  /** Left out while it is that of a new room. */
  readonly door?: Door;
  /** Is it closed for good (AC7)? Left out while it is not. */
  readonly closed?: boolean;
  /** The region where the room lives now; left out while it lives here (RG1). */
  readonly movedTo?: string;
  /** Are there so many that nobody is waited for, and only some are shown (GI1)? */
  readonly giant?: boolean;
  /** In the order of their joining; of a giant those who are shown. */
  readonly members: readonly Member[];
  /** Who left last comes last. */
  readonly absent: readonly Absent[];
  readonly proposals: readonly Proposal[];
  /** Left out while it is as in a new room: empty, going on by itself. */
  readonly queue?: Queue;
}

export interface Accepted {
  readonly type: 'accepted';
  readonly id: string;
  readonly revision: number;
}

export interface Rejected {
  readonly type: 'rejected';
  readonly id: string;
  readonly reason: Reason;
  /** When it might be done, for `TOO_SOON`. */
  readonly untilMs?: number;
}

/** The last message was malformed. `field` is empty when the whole message is at fault. */
export interface MessageError {
  readonly type: 'error';
  readonly field: string;
  readonly message: string;
}

export interface HeartbeatAnswer {
  readonly type: 'heartbeat';
  readonly t0: number;
  readonly t1: number;
  readonly t2: number;
}

/** How a giant (GI1) is now: `shown` are like this, those of `gone` are shown no more; of the others only how many there are. */
export interface Crowd {
  readonly type: 'crowd';
  readonly revision: number;
  readonly members: number;
  readonly here: number;
  readonly shown: readonly Member[];
  readonly gone: readonly { readonly member: string }[];
}

export interface Presence {
  readonly type: 'presence';
  readonly members: readonly MemberPresence[];
}

/** A fact about the room. */
export type Fact =
  | { readonly type: 'joined'; readonly member: string; readonly name: string }
  | { readonly type: 'lost'; readonly member: string }
  | { readonly type: 'returned'; readonly member: string }
  | { readonly type: 'left'; readonly member: string }
  | { readonly type: 'renamed'; readonly member: string; readonly name: string }
  | { readonly type: 'hostChanged'; readonly host: string }
  | { readonly type: 'controlChanged'; readonly control: Control }
  | { readonly type: 'standingChanged'; readonly member: string; readonly standing: Standing }
  | { readonly type: 'kicked' | 'banned' | 'unbanned'; readonly member: string }
  | { readonly type: 'mutedChanged'; readonly member: string; readonly muted: boolean }
  | { readonly type: 'lockChanged'; readonly locked: boolean }
  | { readonly type: 'doorChanged'; readonly door: Door }
  | { readonly type: 'ownerChanged'; readonly owner: string }
  | { readonly type: 'closed' }
  | { readonly type: 'movedAway'; readonly region: string }
  | { readonly type: 'movedHere'; readonly region: string; readonly shiftMs: number }
  | { readonly type: 'slowModeChanged'; readonly slowSeconds?: number }
  | { readonly type: 'writersChanged'; readonly writers: Writers }
  | { readonly type: 'giantChanged'; readonly giant: boolean }
  | {
      readonly type: 'proposed';
      readonly member: string;
      readonly wish: WishOfFilm;
      readonly untilMs: number;
    }
  | { readonly type: 'proposalEnded'; readonly member: string; readonly end: ProposalEnd }
  | { readonly type: 'queued'; readonly member: string; readonly media: Media }
  | { readonly type: 'dequeued'; readonly item: number }
  | { readonly type: 'queueMoved'; readonly item: number; readonly to: number }
  | {
      readonly type: 'voteChanged';
      readonly member: string;
      readonly item: number;
      readonly up: boolean;
    }
  | { readonly type: 'autoAdvanceChanged'; readonly on: boolean }
  | { readonly type: 'advanceScheduled'; readonly dueMs: number }
  | { readonly type: 'advanceCancelled' }
  | { readonly type: 'gateChanged'; readonly gate: Gate }
  | { readonly type: 'excusedChanged'; readonly member: string; readonly excused: boolean }
  | { readonly type: 'mediaLoaded'; readonly media: Media }
  | { readonly type: 'lengthLearnt'; readonly lengthMs: number }
  | { readonly type: 'filmGrew'; readonly availableMs?: number }
  | { readonly type: 'filmVanished' }
  | { readonly type: 'playbackChanged'; readonly cause: Cause; readonly playback: Playback }
  | { readonly type: 'readinessChanged'; readonly member: string; readonly readiness: Readiness }
  | { readonly type: 'refused'; readonly reason: Reason }
  | FactOfLine;

/** A fact with its place in the room's history. Without `by` and `command` a rule of the room is the author. */
export type RoomEvent = Fact & { readonly revision: number; readonly atMs: number } & (
    | { readonly by: string; readonly command: string }
    | { readonly by?: never; readonly command?: never }
  );

export type ServerMessage =
  | Welcome
  | Snapshot
  | Accepted
  | Rejected
  | MessageError
  | HeartbeatAnswer
  | Presence
  | Crowd
  | Signals
  | RoomEvent;
