import { type Channels, type Circuit, type CircuitEvents, circuitOver } from './circuit';
import { type Answer, codeOf, type Introduction, type Offer, sessionOf } from './code';
import type { OpenCircuit } from './peerTransport';

/** Who this page is to others: its certificate, from which its member follows (PE9), and what its person wants to be called. */
export type Self = { readonly certificate: RTCCertificate; readonly name: string };

/** By which servers a way to the other page is looked for; `relayOnly`: by a relay alone, so that nobody learns this page's address. */
export type Ways = { readonly servers: readonly RTCIceServer[]; readonly relayOnly: boolean };

/** Another page, which this one is or will be connected to. */
export type Other = { readonly member: string; readonly name: string; readonly close: () => void };

/** What came of an answer: the pages are connected, no way leads from one to the other, or nothing can be made of what it says. */
export type Reached =
  | { readonly type: 'connected'; readonly other: Other }
  | { readonly type: 'noWay' | 'unusable' };

/** An offer that waits for its answer. */
export type Invitation = {
  readonly code: string;
  /** By which its answer is known. */
  readonly session: string;
  readonly answered: (answer: Answer) => Promise<Reached>;
  readonly close: () => void;
};

/** Takes in a circuit that the other page opened, which is `member`, and gives what takes in what comes by it. */
export type Admit = (comer: Omit<Other, 'close'>, circuit: Circuit) => CircuitEvents;

const GATHERING_MS = 5_000;
const CHECKED = /^a=fingerprint:sha-256 ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$/gim;

/** The member whose page described itself so: the digest of its certificate, which the connection proves; nothing, where there is not exactly one. */
export const memberIn = (sdp: string): string | undefined => {
  const found = [...sdp.matchAll(CHECKED)].map(([, digest]) =>
    digest?.replaceAll(':', '').toLowerCase(),
  );
  return found.length === 1 && sdp.split('a=fingerprint:').length === 2 ? found[0] : undefined;
};

const connectionOf = ({ certificate }: Self, ways: Ways): RTCPeerConnection => {
  const connection = new RTCPeerConnection({
    certificates: [certificate],
    iceServers: [...ways.servers],
    iceTransportPolicy: ways.relayOnly ? 'relay' : 'all',
  });
  // What is being described has to have something in it, and stands as long as the connection does.
  connection.createDataChannel('standing', { negotiated: true, id: 0 });
  return connection;
};

/** Its own description, once every way to it is known, or after 5 s those that are. */
const described = async (connection: RTCPeerConnection): Promise<string> => {
  await connection.setLocalDescription();
  await new Promise<void>((done) => {
    const timer = setTimeout(done, GATHERING_MS);
    const look = (): void => {
      if (connection.iceGatheringState === 'complete') {
        clearTimeout(timer);
        done();
      }
    };
    connection.onicegatheringstatechange = look;
    look();
  });
  return connection.localDescription?.sdp ?? '';
};

/** The member that a page with this certificate is; rejects where the browser does not tell. */
export const memberOf = async (certificate: RTCCertificate): Promise<string> => {
  const connection = new RTCPeerConnection({ certificates: [certificate] });
  connection.createDataChannel('standing');
  const { sdp } = await connection.createOffer();
  connection.close();
  const member = memberIn(sdp ?? '');
  if (member === undefined) throw new Error('the browser does not tell its fingerprint');
  return member;
};

const otherIn = (connection: RTCPeerConnection, introduction: Introduction): Other | undefined => {
  const member = memberIn(introduction.sdp);
  if (member === undefined) return undefined;
  return { member, name: introduction.name, close: () => connection.close() };
};

/** Tells each time that the connection has come about, and each time that it is gone afterwards. */
const watch = (connection: RTCPeerConnection, tell: (isThere: boolean) => void): void => {
  let wasThere = false;
  connection.addEventListener('connectionstatechange', () => {
    const state = connection.connectionState;
    if (state === 'connected') {
      wasThere = true;
      tell(true);
    } else if (wasThere && (state === 'failed' || state === 'closed')) {
      tell(false);
    }
  });
};

/** Whether the connection comes about, once both ends know of one another. */
const reached = (connection: RTCPeerConnection): Promise<boolean> =>
  new Promise((done) => {
    const look = (): void => {
      const state = connection.connectionState;
      if (state === 'connected') done(true);
      else if (state === 'failed' || state === 'closed') done(false);
    };
    connection.addEventListener('connectionstatechange', look);
    look();
  });

/** The keeper's side: a code to send, and what to do with the one that comes back. Rejects where the page cannot be connected to others. */
export const inviting = async (self: Self, ways: Ways, admit: Admit): Promise<Invitation> => {
  const connection = connectionOf(self, ways);
  const sdp = await described(connection);
  return {
    code: await codeOf({ type: 'offer', name: self.name, sdp }),
    session: sessionOf(sdp) ?? '',
    answered: async (answer) => {
      const other = otherIn(connection, answer);
      if (other === undefined) return { type: 'unusable' };
      connection.ondatachannel = circuits((channels) => {
        const ends: { events?: CircuitEvents } = {};
        const circuit = circuitOver(channels, {
          opened: () => ends.events?.opened(),
          received: (text) => ends.events?.received(text),
          closed: (code, reason) => ends.events?.closed(code, reason),
        });
        ends.events = admit(other, circuit);
      });
      try {
        await connection.setRemoteDescription({ type: 'answer', sdp: answer.sdp });
      } catch {
        return { type: 'unusable' };
      }
      return (await reached(connection)) ? { type: 'connected', other } : { type: 'noWay' };
    },
    close: () => connection.close(),
  };
};

/** A page that answers an offer. */
export type Accepted = {
  /** To be sent back. */
  readonly code: string;
  readonly keeper: Other;
  /** Opens a circuit to the keeper, once that has read the code. */
  readonly open: OpenCircuit;
};

/**
 * The other side: a code to send back, and how to open circuits to the keeper once it was read there. `tell` hears each time that the connection has
 * come about, and each time that it is gone afterwards; it seldom comes back then. Rejects where nothing can be made of the offer.
 */
export const accepting = async (
  offer: Offer,
  self: Self,
  ways: Ways,
  tell: (isThere: boolean) => void,
): Promise<Accepted> => {
  const connection = connectionOf(self, ways);
  const keeper = otherIn(connection, offer);
  if (keeper === undefined) {
    connection.close();
    throw new Error('it does not say by which certificate its page is known');
  }
  watch(connection, tell);
  connection.ondatachannel = ({ channel }) => channel.close();
  await connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
  const sdp = await described(connection);
  const to = sessionOf(offer.sdp) ?? '';
  return {
    code: await codeOf({ type: 'answer', name: self.name, sdp, to }),
    keeper,
    open: (events) => {
      try {
        const clock = connection.createDataChannel('clock', { ordered: false, maxRetransmits: 0 });
        return circuitOver({ room: connection.createDataChannel('room'), clock }, events);
      } catch {
        return unopened(events);
      }
    },
  };
};

/** A circuit over a connection that takes no more channels: it ends at once. */
const unopened = ({ closed }: CircuitEvents): Circuit => {
  const timer = setTimeout(() => closed(1006, ''));
  const nothing = (): void => {};
  return { send: nothing, probe: nothing, pass: nothing, close: () => clearTimeout(timer) };
};

/** Puts the two channels of a circuit together, whichever comes first. What was not asked for is closed. */
const circuits = (came: (channels: Channels) => void) => {
  let clock: RTCDataChannel | undefined;
  let room: RTCDataChannel | undefined;
  return ({ channel }: RTCDataChannelEvent): void => {
    if (channel.label === 'clock' && !channel.ordered) {
      clock?.close();
      clock = channel;
    } else if (channel.label === 'room' && channel.ordered) {
      room?.close();
      room = channel;
    } else {
      channel.close();
    }
    if (room && clock) {
      came({ room, clock });
      room = undefined;
      clock = undefined;
    }
  };
};
