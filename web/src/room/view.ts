import type { Regards } from '@matinee/browser';
import type { Embed, Fingerprint } from '@matinee/link/media';
import type {
  Action,
  Door,
  Gate,
  Control as LinkControl,
  Proposal,
  ProposalEnd,
  Queue,
  Role,
  Standing,
  Writers,
} from '@matinee/link/roomState';
import type { Headcount } from '@matinee/link/roomView';
import type { Wished } from './wished';

export type {
  Access,
  Action,
  ControlPolicy,
  Door,
  Gate,
  Proposal,
  ProposalEnd,
  Queue,
  QueueItem,
  Role,
  Standing,
  Writers,
} from '@matinee/link/roomState';

/** Who may do what with the film and the queue. */
export type Control = Required<LinkControl>;

/** What a member's player is doing, as the room tells it; `HERE`: nothing is told but that the person is here. */
export type Condition = 'WATCHING' | 'READY' | 'BUFFERING' | 'AWAY' | 'NO_FILM' | 'LOST' | 'HERE';

/** Some people who were looked for, and how many there are in all. */
export type Found = { readonly people: readonly Person[]; readonly total: number };

/** A line of the conversation that was found, wherever it is. */
export type FoundLine = {
  readonly key: number;
  readonly by: string;
  /** Empty if nobody knows it any more. */
  readonly name: string;
  readonly atMs: number;
  readonly text: string;
};

/** Some lines that were looked for, newest first; before `next` there may be more. */
export type FoundLines = {
  readonly lines: readonly FoundLine[];
  readonly next: number | undefined;
};

export type Person = {
  readonly id: string;
  /** The name that tells the person from all others: with a tag if somebody's looks like it. */
  readonly name: string;
  /** The name as the person chose it. */
  readonly ownName: string;
  readonly role: Role;
  /** What the person is, whoever hosts. */
  readonly standing: Standing;
  readonly isHost: boolean;
  /** May the person not chat? */
  readonly isMuted: boolean;
  readonly isSelf: boolean;
  readonly condition: Condition;
  /** The room is held until this person is ready. */
  readonly waitedFor: boolean;
  /** The room goes on without this person, by the person's own wish. */
  readonly excused: boolean;
  /** Own position minus the room's, in ms; positive is ahead. */
  readonly syncErrorMs?: number;
};

export type Playback =
  | { readonly type: 'paused'; readonly rate: number }
  | { readonly type: 'playing'; readonly rate: number }
  | {
      readonly type: 'waiting';
      readonly rate: number;
      readonly sinceMs: number;
      readonly untilMs: number;
      /** For the film, of which too little is there, and without a limit. */
      readonly isForFilm?: boolean;
    };

/** The film of a room: from the address that was pasted, of another site, on a page of its site, of own copies that are known by a fingerprint, or uploaded. */
export type Film = {
  readonly title: string;
  readonly address?: string;
  readonly embed?: Embed;
  /** The address of the page where it is. */
  readonly page?: string;
  readonly ownCopy?: Fingerprint;
  readonly upload?: string;
  readonly lengthMs?: number;
  /** How much of it is there, while it is on its way in. */
  readonly availableMs?: number;
};

export type Stage =
  | { readonly type: 'idle' }
  | { readonly type: 'loaded'; readonly film: Film; readonly playback: Playback };

/** How this page stands to the room. `retryAtMs` is on the page's clock, and left out while a try is under way. */
export type Contact =
  | { readonly type: 'connecting' }
  | { readonly type: 'live' }
  | { readonly type: 'lost'; readonly retryAtMs?: number }
  | { readonly type: 'replaced' }
  | { readonly type: 'unknownRoom' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'outdated' }
  | { readonly type: Outside };

/** Why this page is kept out of the room. */
export type Outside =
  | 'full'
  | 'kicked'
  | 'banned'
  | 'locked'
  | 'memberGone'
  | 'otherCompanions'
  | 'closed'
  | 'notInvited'
  | 'passwordNeeded'
  | 'passwordWrong'
  | 'passwordTries'
  | 'refused';

/** Why the player of another site shows nothing here. */
export type SiteCause = 'siteNotAgreed' | 'siteGone' | 'siteForbids' | 'siteBroken' | 'siteSilent';

/** Why a film cannot be played here. */
export type UnplayableCause =
  | SiteCause
  | 'notFound'
  | 'forbidden'
  | 'cors'
  | 'codec'
  | 'notMedia'
  | 'network'
  | 'insecure'
  | 'expired'
  | 'noCopy'
  | 'onItsSite'
  | 'damaged'
  | 'tooMuch'
  | 'serverShort'
  | 'fileGone';

/** What this page's player is up to. `preparing`: what it can play is being made of the film; `share` of that is done, 0 to 1. `blocked`: the browser wants a click before there is sound. */
export type PlayerView =
  | { readonly type: 'none' }
  | { readonly type: 'preparing'; readonly share?: number }
  | { readonly type: 'loading' }
  | { readonly type: 'following' }
  | { readonly type: 'blocked' }
  | { readonly type: 'unplayable'; readonly cause: UnplayableCause };

/** What happened in the room, apart from what was said. Names are those of the moment. */
export type Happening =
  | {
      readonly type: 'joined' | 'left' | 'lost' | 'returned' | 'hostChanged';
      readonly name: string;
    }
  | { readonly type: 'renamed'; readonly before: string; readonly name: string }
  | { readonly type: 'controlChanged'; readonly control: Control }
  | {
      readonly type: 'kicked' | 'banned' | 'unbanned' | 'muted' | 'unmuted';
      readonly name: string;
      readonly by: string;
    }
  | {
      readonly type: 'proposed';
      readonly name: string;
      readonly wish: Proposal['wish'];
    }
  | {
      readonly type: 'proposalEnded';
      readonly name: string;
      readonly by: string;
      readonly end: ProposalEnd;
    }
  | { readonly type: 'locked' | 'unlocked' | 'doorChanged' | 'ownerChanged'; readonly name: string }
  /** `seconds` is left out for what is usual. */
  | { readonly type: 'movedAway'; readonly name: string; readonly region: string }
  | { readonly type: 'slowModeChanged'; readonly seconds?: number }
  | { readonly type: 'writersChanged'; readonly writers: Writers }
  | { readonly type: 'standingChanged'; readonly name: string; readonly standing: Standing }
  | { readonly type: 'gateChanged'; readonly gate: Gate }
  | { readonly type: 'excusedChanged'; readonly name: string; readonly excused: boolean }
  | { readonly type: 'loaded'; readonly name: string; readonly title: string }
  | { readonly type: 'queued' | 'dequeued'; readonly name: string; readonly title: string }
  | { readonly type: 'begun' | 'filmVanished'; readonly title: string }
  | { readonly type: 'autoAdvance'; readonly name: string; readonly on: boolean }
  | { readonly type: 'stayed'; readonly name: string }
  | {
      readonly type: 'played' | 'paused' | 'wentBack' | 'wentOn' | 'went';
      readonly name: string;
      readonly positionMs: number;
    }
  | { readonly type: 'rate'; readonly name: string; readonly rate: number };

/** What a line answers. Without a text it was removed, or is not told on this page yet. */
export type Quote = { readonly key: number; readonly name: string; readonly text?: string };

/** An emoji that a line was given, and by whom. */
export type Reaction = { readonly emoji: string; readonly by: readonly string[] };

/** A line that somebody said. */
export type SaidLine = Extract<ChatLine, { readonly type: 'said' }>;

/** A line of the conversation. `key` is its own and never changes; later lines have higher keys. */
export type ChatLine =
  | {
      readonly type: 'said';
      readonly key: number;
      readonly atMs: number;
      readonly by: string;
      readonly name: string;
      readonly text: string;
      /** It reads otherwise than when it was said. */
      readonly isEdited: boolean;
      /** What it answers, as that reads now. */
      readonly answers?: Quote;
      /** Whom it mentions, as they were called then. */
      readonly mentions?: readonly { readonly id: string; readonly name: string }[];
      /** The place of the film that it is about, and whether that film is still loaded. */
      readonly position?: { readonly positionMs: number; readonly isOfLoaded: boolean };
      readonly reactions: readonly Reaction[];
    }
  | {
      /** Something was said here and removed. */
      readonly type: 'removed';
      readonly key: number;
      readonly atMs: number;
      readonly name: string;
      /** Who removed it; left out, who had said it. */
      readonly remover?: string;
    }
  | {
      readonly type: 'happened';
      readonly key: number;
      readonly atMs: number;
      readonly what: Happening;
    };

/** A message of this person that the room has not got. With `why` it failed; without, it is on its way or waits for the connection. */
export type Unsent = {
  readonly key: number;
  readonly text: string;
  /** What it has regard to (CH5). */
  readonly regards?: Regards;
  readonly why?: RejectedFor;
};

/** Why a wish was not done. */
export type RejectedFor =
  | 'NOT_ALLOWED'
  | 'NOT_ON_COMPANION'
  | 'MUTED'
  | 'NO_SUCH_LINE'
  | 'LINE_FULL'
  | 'TOO_SOON'
  | 'READ_ONLY'
  | 'BAN_LIST_FULL'
  | 'PROPOSALS_FULL'
  | 'OUT_OF_RANGE'
  | 'QUEUE_FULL'
  | 'VOTES_USED_UP'
  | 'RATE_LIMITED'
  | 'ROOM_FULL'
  | 'REGION_AWAY'
  | 'NO_PUBLIC_LIST'
  | 'UPLOADED_FILM'
  | 'NOT_CONNECTED'
  | 'OTHER';

/**
 * How far apart people are: the room's skew, and the bound within which this page knows it. In a giant, how far this page's own player is from
 * the room's line, without a bound.
 */
export type InStep = { readonly skewMs: number; readonly boundMs?: number };

/** The room as this page shows it, whole and unchanging; another one comes when something changes. */
export type RoomView = {
  readonly contact: Contact;
  readonly stage: Stage;
  readonly control: Control;
  /** What this page's person may do now, if it is done to somebody then to those below. */
  readonly rights: ReadonlySet<Action>;
  /** What this page's person may only propose. */
  readonly asks: ReadonlySet<Action>;
  /** What is proposed and waits for an answer. */
  readonly proposals: readonly Proposal[];
  /** What is played next. */
  readonly queue: Queue;
  readonly gate: Gate;
  /** Who comes in, how many, as what, and what the room is called. */
  readonly door: Door;
  /** Nobody new comes in. */
  readonly isLocked: boolean;
  /** Of a giant those who are shown. */
  readonly people: readonly Person[];
  /** Stands while the room is a giant: how many are in it, and how many of them are here. */
  readonly crowd?: Headcount;
  /** For how many seconds one waits between two messages, if somebody has set that. */
  readonly slowSeconds?: number;
  /** Who writes in the chat, of those who may chat at all. */
  readonly writers: Writers;
  /** Is this person one of them? */
  readonly mayWrite: boolean;
  /** The region to which the room is on its way; it is there in a moment, and this page with it. */
  readonly movingTo?: string;
  /** From which room time on this person may say something more; left out, at any time. */
  readonly mayChatFromMs?: number;
  /** Those who may not come back; of a giant nobody, they are fetched. */
  readonly banned: readonly Banned[];
  readonly chat: readonly ChatLine[];
  /** What this person said and the room has not got, in the order of saying. */
  readonly unsent: readonly Unsent[];
  /** What this person wished and the room has not decided yet. */
  readonly wished: Wished;
  /** There are lines before the first that can be fetched. */
  readonly hasEarlier: boolean;
  /** The page looks back: there are lines after the last that can be fetched. */
  readonly hasLater: boolean;
  readonly player: PlayerView;
  readonly inStep?: InStep;
};

/** Who this page is in the room; nothing before it has entered. */
export const selfIn = (view: RoomView): Person | undefined =>
  view.people.find((person) => person.isSelf);

/** Somebody who may not come back. */
export type Banned = { readonly id: string; readonly name: string };

/** How many are connected. */
export const hereIn = ({ crowd, people }: RoomView): number =>
  crowd?.here ?? people.filter(({ condition }) => condition !== 'LOST').length;

/** Whether this page's person may do this now (RI1), or propose it (AS1). */
export const may = (view: RoomView, action: Action): boolean =>
  view.rights.has(action) || view.asks.has(action);

const heights: readonly Role[] = ['OWNER', 'HOST', 'MEMBER', 'GUEST', 'WATCHER'];

/** Whether this page's person may do this to that one (RI4). */
export const mayTo = (view: RoomView, action: Action, person: Person): boolean => {
  const self = selfIn(view);
  return (
    self !== undefined &&
    may(view, action) &&
    heights.indexOf(self.role) < heights.indexOf(person.role)
  );
};

/** Whether what this page's person signals is shown to the others (SI2). */
export const maySignal = (view: RoomView): boolean => {
  const self = selfIn(view);
  return self !== undefined && may(view, 'CHAT') && view.mayWrite && (!self.isMuted || self.isHost);
};

/** The film of the room, if one is loaded. */
export const filmIn = (view: RoomView): Film | undefined =>
  view.stage.type === 'loaded' ? view.stage.film : undefined;

/** Whether this page's person may remove what somebody said, who may be gone (CH4). */
export const mayRemove = (view: RoomView, author: string): boolean => {
  if (author === selfIn(view)?.id) return may(view, 'CHAT');
  const person = view.people.find(({ id }) => id === author);
  return person ? mayTo(view, 'REMOVE_LINE', person) : may(view, 'REMOVE_LINE');
};
