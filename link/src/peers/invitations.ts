import { readCode, sessionOf, type Unreadable } from './code';
import type { Invitation, Other } from './peerConnection';

/**
 * Why a code brings nobody here: it cannot be read; it is an offer, of this page's own or somebody else's; it answers an offer that was answered
 * already, or one that is not of this page as it is now; or see `Reached`.
 */
export type Unanswered =
  | Unreadable
  | 'ownOffer'
  | 'isOffer'
  | 'old'
  | 'notOurs'
  | 'noWay'
  | 'unusable';

export type Answered =
  | { readonly type: 'connected'; readonly other: Other }
  | { readonly type: 'unanswered'; readonly why: Unanswered };

/** The offers of a page that keeps a room, each for one who comes. */
export type Invitations = {
  /** A new offer's code. */
  readonly invite: () => Promise<string>;
  /** Takes what somebody pasted for the answer to any open offer. Never rejects. */
  readonly answer: (pasted: string) => Promise<Answered>;
  /** Withdraws all that are open. */
  readonly close: () => void;
};

/** One more than so many, and the oldest is withdrawn. */
const MOST_OPEN = 8;

/** `inviting` makes an offer of this page's. */
export const openInvitations = (inviting: () => Promise<Invitation>): Invitations => {
  const open = new Map<string, Invitation>();
  const over = new Set<string>();
  const withdraw = (session: string): void => {
    open.get(session)?.close();
    open.delete(session);
    over.add(session);
  };

  return {
    invite: async () => {
      const invitation = await inviting();
      open.set(invitation.session, invitation);
      const [oldest] = open.keys();
      if (open.size > MOST_OPEN && oldest !== undefined) withdraw(oldest);
      return invitation.code;
    },
    answer: async (pasted) => {
      const read = await readCode(pasted);
      if (read.type === 'unreadable') return unanswered(read.why);
      const { introduction } = read;
      if (introduction.type === 'offer') {
        const session = sessionOf(introduction.sdp) ?? '';
        return unanswered(open.has(session) || over.has(session) ? 'ownOffer' : 'isOffer');
      }
      const invitation = open.get(introduction.to);
      if (invitation === undefined)
        return unanswered(over.has(introduction.to) ? 'old' : 'notOurs');
      open.delete(introduction.to);
      over.add(introduction.to);
      const reached = await invitation.answered(introduction);
      if (reached.type === 'connected') return reached;
      invitation.close();
      return unanswered(reached.type);
    },
    close: () => {
      for (const session of [...open.keys()]) withdraw(session);
    },
  };
};

const unanswered = (why: Unanswered): Answered => ({ type: 'unanswered', why });
