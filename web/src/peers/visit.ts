import { type Offer, sessionOf } from '@matinee/link/peers/code';
import { type Accepted, accepting, type Ways } from '@matinee/link/peers/peerConnection';
import type { OpenCircuit } from '@matinee/link/peers/peerTransport';
import { subscribers } from '@matinee/link/subscribers';
import type { RoomPort } from '../room/port';
import { keepBefore } from './before';
import { peerPort } from './peerPort';
import type { Person } from './self';

/** How somebody stands to the room of another's page. */
export type Visiting = {
  /** What whoever keeps it is called. */
  readonly keeper: string;
  /** To be sent back, until it has been read there. */
  readonly code?: string;
  /** Once the page has been in the room. */
  readonly port?: RoomPort;
  /** The connection is gone, and only two new codes bring it back. */
  readonly isGone: boolean;
};

/** The way into the room of another's page, and back into it. */
export type Visit = {
  readonly person: Person;
  /** The same object until something changes. */
  readonly current: () => Visiting | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Answers an invitation; the code that is to be sent back comes with `current`. Rejects where nothing can be made of it. */
  readonly answer: (offer: Offer) => Promise<void>;
  /** Takes back an answer that has not been read. */
  readonly giveUp: () => void;
};

/** Says farewell as the page is closed (1001 in CL). */
const GOING_AWAY = 1001;

export const beginVisit = (person: Person, ways: Ways): Visit => {
  const changes = subscribers<void>();
  let visiting: Visiting | undefined;
  let waiting: Accepted | undefined;
  let connected: Accepted | undefined;
  const become = (next: Visiting): void => {
    visiting = next;
    changes.tell();
  };
  const gone = (by: Accepted): void => {
    if (by === connected && visiting) become({ ...visiting, isGone: true });
  };
  const openBy =
    (accepted: Accepted): OpenCircuit =>
    (events) =>
      accepted.open({
        ...events,
        closed: (code, reason) => {
          events.closed(code, reason);
          if (code === GOING_AWAY) gone(accepted);
        },
      });

  const there = (accepted: Accepted, session: string): void => {
    if (connected !== accepted) connected?.keeper.close();
    connected = accepted;
    waiting = undefined;
    const keeper = accepted.keeper.name;
    keepBefore({ as: 'visitor', keeper, session });
    const port = visiting?.port ?? peerPort((events) => openBy(connected ?? accepted)(events));
    become({ keeper, port, isGone: false });
    port.connectNow();
  };

  return {
    person,
    current: () => visiting,
    subscribe: changes.add,
    answer: async (offer) => {
      const accepted = await accepting(offer, person, ways, (isThere) => {
        if (isThere) there(accepted, sessionOf(offer.sdp) ?? '');
        else gone(accepted);
      });
      waiting?.keeper.close();
      waiting = accepted;
      const { code, keeper } = accepted;
      become({ isGone: false, ...visiting, keeper: keeper.name, code });
    },
    giveUp: () => waiting?.keeper.close(),
  };
};
