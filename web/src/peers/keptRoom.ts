import { browserClock } from '@matinee/link/clock';
import { type Answered, openInvitations } from '@matinee/link/peers/invitations';
import { keeping } from '@matinee/link/peers/keeping';
import { inviting, type Ways } from '@matinee/link/peers/peerConnection';
import { circuitWithin } from '@matinee/link/peers/peerTransport';
import { browserTransport } from '@matinee/link/transport';
import { wallNowMs } from '../device/clock';
import type { RoomPort } from '../room/port';
import { peerPort } from './peerPort';
import type { Person } from './self';

/** A room that this page keeps, in which its person is. It ends with the page. */
export type KeptRoom = {
  readonly port: RoomPort;
  /** The invitation that waits for somebody, or a new one; rejects where there can be none. */
  readonly invitation: () => Promise<string>;
  /** A new one; those that were given out before stay good. */
  readonly another: () => Promise<string>;
  /** Lets in whoever sent the answer that was pasted. */
  readonly answer: (pasted: string) => Promise<Answered>;
};

/** The program that keeps a room. */
export const loadKeeper = () => import('@matinee/browser/keeper');

/** Names a history (PE5); pages that did not come by https have no better way. */
const newEpoch = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

export const keepRoom = async (person: Person, ways: Ways): Promise<KeptRoom> => {
  const { createKeeper } = await loadKeeper();
  const startMs = wallNowMs();
  const { admit, close } = keeping({
    keeper: createKeeper(newEpoch(), startMs),
    startMs,
    startedAtMs: browserClock.nowMs(),
    clock: browserClock,
    after: browserTransport.after,
  });
  window.addEventListener('pagehide', close);
  const invitations = openInvitations(() => inviting(person, ways, admit));
  let waiting: Promise<string> | undefined;
  const another = () => {
    waiting = invitations.invite();
    return waiting;
  };
  return {
    port: peerPort(circuitWithin((circuit) => admit(person, circuit))),
    invitation: () => waiting ?? another(),
    another,
    answer: async (pasted) => {
      const answered = await invitations.answer(pasted);
      const isOver = answered.type === 'connected' || ['noWay', 'unusable'].includes(answered.why);
      if (isOver) waiting = undefined;
      return answered;
    },
  };
};
