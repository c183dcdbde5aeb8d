import { createReplica, type ServerMessage, type Signals } from '@matinee/browser';
import type { Answer } from './answer';
import type { ConnectionState } from './connectionState';
import { takeIn } from './frame';
import type { Presence } from './presence';
import type { RoomNews } from './roomEvent';
import type { Headcount, RoomView } from './roomView';
import { viewOf, type Whoami } from './viewing';

/** What a frame of the server means to the page. `gap`: it does not follow what is known; `unreadable`: it cannot be read (EN4). */
export type Heard =
  | { readonly type: 'gap' }
  | { readonly type: 'unreadable' }
  | { readonly type: 'nothing' }
  | { readonly type: 'welcomed' }
  | {
      readonly type: 'answered';
      readonly id: string;
      readonly answer: Exclude<Answer, { readonly type: 'gone' }>;
    }
  | { readonly type: 'probed'; readonly t0: number; readonly t1: number; readonly t2: number }
  | { readonly type: 'presence' }
  | { readonly type: 'signals'; readonly signals: Signals }
  | { readonly type: 'news'; readonly news: RoomNews };

/** This page's copy of the room: the core's replica, who is present, and who of them is this page. */
export type RoomCopy = {
  readonly take: (text: string) => Heard;
  /** The room as the page sees it; the same object as long as nothing changed. */
  readonly view: (connection: ConnectionState) => RoomView;
  readonly revision: () => number;
  /** From where to go on after a reconnect (EN2); undefined before the first snapshot. */
  readonly resume: () => { readonly epoch: string; readonly revision: number } | undefined;
  readonly positionAt: (roomTimeMs: number) => number;
};

type Seen = { readonly of: ConnectionState; readonly view: RoomView };

const isSame = (one: ConnectionState, other: ConnectionState): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A copy that knows nothing yet. */
export const roomCopy = (): RoomCopy => {
  const replica = createReplica();
  let me: Whoami | undefined;
  let presence: ReadonlyMap<string, Presence> = new Map();
  let crowd: Headcount | undefined;
  let seen: Seen | undefined;

  const note = (message: ServerMessage): void => {
    if (message.type === 'welcome') {
      me = { id: message.member, isCompanion: message.companion === true };
      presence = new Map();
      crowd = undefined;
    } else if (message.type === 'crowd') {
      crowd = { members: message.members, here: message.here };
    } else if (message.type === 'snapshot' && message.giant !== true) {
      crowd = undefined;
    } else if (message.type === 'presence') {
      presence = new Map([
        ...presence,
        ...message.members.map((each) => [each.member, each] as const),
      ]);
    }
  };

  return {
    take: (text) => {
      const frame = takeIn(replica, text);
      if (frame.type === 'malformed') return { type: 'unreadable' };
      if (frame.application === 'gap') return { type: 'gap' };
      const heard = meaningOf(frame.message, frame.application === 'applied');
      if (heard.type === 'welcomed' || heard.type === 'presence' || heard.type === 'news') {
        seen = undefined;
      }
      note(frame.message);
      return heard;
    },
    view: (connection) => {
      if (seen === undefined || !isSame(seen.of, connection)) {
        seen = { of: connection, view: viewOf(replica, me, connection, presence, crowd) };
      }
      return seen.view;
    },
    revision: () => replica.revision(),
    resume: () =>
      replica.revision() === 0
        ? undefined
        : { epoch: replica.epoch(), revision: replica.revision() },
    positionAt: (roomTimeMs) => replica.positionAt(Math.round(roomTimeMs)),
  };
};

const meaningOf = (message: ServerMessage, isApplied: boolean): Heard => {
  switch (message.type) {
    case 'welcome':
      return { type: 'welcomed' };
    case 'accepted':
      return {
        type: 'answered',
        id: message.id,
        answer: { type: 'accepted', revision: message.revision },
      };
    case 'rejected':
      return {
        type: 'answered',
        id: message.id,
        answer: { type: 'rejected', reason: message.reason },
      };
    case 'heartbeat':
      return { type: 'probed', t0: message.t0, t1: message.t1, t2: message.t2 };
    case 'presence':
    case 'crowd':
      return { type: 'presence' };
    case 'signals':
      return { type: 'signals', signals: message };
    case 'error':
      return { type: 'nothing' };
    case 'snapshot':
      return { type: 'news', news: { type: 'caughtUp', revision: message.revision } };
    default:
      return isApplied
        ? { type: 'news', news: { type: 'event', event: message } }
        : { type: 'nothing' };
  }
};
